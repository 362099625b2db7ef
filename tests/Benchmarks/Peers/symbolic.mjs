// Derivatives of functions.txt by math.js, warm.
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { derivative, parse } from "mathjs";

const functions = readFileSync("functions.txt", "utf8").trimEnd().split("\n").map((line) => line.split("\t")[0]);

/** @param {boolean} simplify */
function mean(simplify) {
  const times = functions.map((text) => {
    const rounds = [];
    for (let round = 0; round < 12; round++) {
      const begun = performance.now();
      derivative(parse(text), "x", { simplify }).toString();
      rounds.push(performance.now() - begun);
    }
    // The first ones are spent on compilation.
    return rounds.slice(4).sort((a, b) => a - b)[4];
  });
  return (times.reduce((sum, time) => sum + time, 0) / times.length) * 1000;
}

for (const [task, simplify] of [["s1 as the rules give it", false], ["s1 simplified", true]])
  console.log(JSON.stringify({ task, peer: "mathjs", metric: "text to printed derivative", value: mean(simplify), unit: "us" }));
