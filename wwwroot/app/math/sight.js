// The part of the plane that a picture shows: whoever draws the same plane otherwise follows it.

/** @typedef {{ x: [number, number], y: [number, number] }} View */

export function createSight() {
  /** @type {View | null} */
  let view = null;
  /** @type {Set<() => void>} */
  const followers = new Set();
  return {
    /** Null where no plane is shown. */
    get view() {
      return view;
    },
    /** @param {View | null} next */
    show(next) {
      if (String([next?.x, next?.y]) === String([view?.x, view?.y])) return;
      view = next;
      for (const follower of followers) follower();
    },
    /** @param {() => void} follower told that another part is shown */
    follow(follower) {
      followers.add(follower);
    },
  };
}

/** @typedef {ReturnType<typeof createSight>} Sight */
