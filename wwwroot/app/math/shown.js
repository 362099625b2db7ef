// For which reading of a definition each panel has something to show.

/** @typedef {import("../api/calls.js").Reading} Reading */

/** More fields than these are a task for a program. */
const mostClaims = 8;

/** Whether values were given for variables that are vectors or matrices. Curves and landscapes are drawn over numbers. @param {Reading} reading */
const isOverArrays = ({ values }) => Object.keys(values ?? {}).length > 0;

/** Whether there are vectors or matrices among the data. @param {Reading} reading */
const hasArrayData = ({ data }) => Object.values(data).some((value) => typeof value !== "number");

/** Whether vectors or matrices occur. @param {Reading} reading */
export const hasArrays = (reading) => isOverArrays(reading) || hasArrayData(reading);

/** An equation between two numbers or more; it describes a curve, and is no function. @param {Reading} reading */
const isEquation = ({ difference }) => difference !== undefined;

/** A curve that an equation between two numbers describes. @param {Reading} reading */
export const isImplicit = (reading) => isEquation(reading) && !isOverArrays(reading) && reading.variables.length === 2;

/** @param {Reading} reading */
export const isConstant = (reading) => !isEquation(reading) && !isOverArrays(reading) && reading.variables.length === 0;

/** A function of one number. @param {Reading} reading */
export const isCurve = (reading) => !isEquation(reading) && !isOverArrays(reading) && reading.variables.length === 1;

/** A curve that may be one function inside another: of numbers alone. @param {Reading} reading */
export const isComposition = (reading) => isCurve(reading) && !hasArrayData(reading);

/** A function of several numbers. @param {Reading} reading */
export const isOfSeveral = (reading) => !isEquation(reading) && !isOverArrays(reading) && reading.variables.length > 1;

/** A function of two numbers. @param {Reading} reading */
export const isLandscape = (reading) => isOfSeveral(reading) && reading.variables.length === 2;

/** A function of numbers, one or more. @param {Reading} reading */
export const isOfNumbers = (reading) => isCurve(reading) || isOfSeveral(reading);

/** A function with vectors or matrices. @param {Reading} reading */
export const isModel = (reading) => !isEquation(reading) && (isOverArrays(reading) || (hasArrayData(reading) && reading.variables.length > 0));

/** @param {Reading} reading */
export const hasVariables = (reading) => !isEquation(reading) && reading.variables.length > 0;

/** A function with few enough variables for a field each. @param {Reading} reading */
export const isCheckable = (reading) => hasVariables(reading) && reading.variables.length <= mostClaims;
