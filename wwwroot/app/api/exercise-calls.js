// The calls about exercises.

/** @typedef {import("./client.js").Call} Call */

/** What there are exercises for. @type {Call} */
export const kinds = { route: "catalog/exercises" };

/** A sheet; on a teacher's copy with its answers. @param {import("../math/exercises.js").Sheet} sheet @param {boolean} [answers] @returns {Call} */
export const sheet = ({ rules, difficulty, count, seed }, answers = false) => ({ route: "exercises", body: { rules, difficulty, count, seed, ...(answers ? { answers } : {}) } });

/** How an answer is marked; the hint is the one after those that were seen. @param {string} id @param {Record<string, string>} answer by part @param {number} hints @returns {Call} */
export const check = (id, answer, hints) => ({ route: "exercises/check", body: { id, ...(Object.keys(answer).length > 0 ? { answer } : {}), hints } });
