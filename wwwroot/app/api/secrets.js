// What this browser may cancel: the secrets of the runs that it has begun. They stand in no address, so that whoever is given a link can look on and no more.

const key = "runs";

/** More than one ever needs: a run is kept for a day. */
const most = 50;

/** Where the browser keeps nothing for the page, they hold for this visit. @type {Record<string, string>} */
let known = {};

/** @returns {Record<string, string>} */
function all() {
  try {
    const read = JSON.parse(localStorage.getItem(key) ?? "{}");
    return { ...(typeof read === "object" ? read : {}), ...known };
  } catch {
    return known;
  }
}

/** @param {string} run @returns {string | undefined} */
export const secretOf = (run) => all()[run];

/** @param {string} run @param {string} secret */
export function keepSecret(run, secret) {
  known = Object.fromEntries(Object.entries({ ...all(), [run]: secret }).slice(-most));
  try {
    localStorage.setItem(key, JSON.stringify(known));
  } catch {
    return; // it holds for this visit alone
  }
}
