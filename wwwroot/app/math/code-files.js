// Programs of other languages: what they are called here, and as files.
import { fileName } from "./export.js";

/** The service's words. */
export const codeLanguages = [
  { word: "numpy", title: "Python with NumPy", ending: "py" },
  { word: "pytorch", title: "Python with PyTorch", ending: "py" },
  { word: "jax", title: "Python with JAX", ending: "py" },
  { word: "javascript", title: "JavaScript", ending: "js" },
  { word: "csharp", title: "C#", ending: "cs" },
  { word: "c", title: "C", ending: "c" },
  { word: "latex", title: "LaTeX", ending: "tex" },
];

export const codeKinds = [
  { word: "value", title: "its value" },
  { word: "gradient", title: "its gradient" },
  { word: "hessian", title: "its second derivatives" },
];

/** @param {string} name @param {string} language */
export const codeFile = (name, language) => `${fileName(name)}.${codeLanguages.find(({ word }) => word === language)?.ending ?? "txt"}`;
