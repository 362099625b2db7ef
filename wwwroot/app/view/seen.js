// Panels far below are asked for when a reader comes near them.

/**
 * @param {Element} element
 * @param {() => void} follow what to do for a panel that is near, each time it was wanted
 * @returns {() => void} says that it is wanted: at once where the element is near, else when it comes near
 */
export function whenSeen(element, follow) {
  let near = false;
  let wanted = false;
  const act = () => {
    if (!near || !wanted) return;
    wanted = false;
    follow();
  };
  new IntersectionObserver(
    ([entry]) => {
      near = entry.isIntersecting;
      act();
    },
    { rootMargin: "400px" },
  ).observe(element);
  addEventListener("beforeprint", () => {
    near = true;
    act();
  });
  return () => {
    wanted = true;
    act();
  };
}
