// Ways over a picture, on two canvases: what has been run stays on the one, the runners move on the other.
import { shapes } from "../math/runners.js";
import { drawBetween, drawMarker, Outline, spotAt } from "../plot/ways.js";
import { el, svg } from "./elements.js";
import { onPaper, onTheme } from "./ink.js";

/** @typedef {import("../plot/ways.js").Way} Way */
/** @typedef {import("../plot/frame.js").Frame} Frame */

const markerSize = 5.5;

/** How far around its spot a marker is drawn, at most. */
const room = 14;

/**
 * @param {import("./stage.js").Stage} stage
 * @param {object} options
 * @param {(frame: Frame) => (Way | null)[]} options.waysIn the ways in pixels of a frame; null for a runner that is not there
 * @param {boolean} [options.cursor] whether a line marks the time, too: in a chart whose first axis is time
 */
export function createWays(stage, { waysIn, cursor = false }) {
  const trails = el("canvas", { class: "ways", "aria-hidden": "true" });
  const heads = el("canvas", { class: "ways", "aria-hidden": "true" });
  const probe = el("span", { class: "ink-probe", "aria-hidden": "true" });
  stage.picture.after(trails, heads, probe);
  const drawing = svg("g");
  stage.marks.after(drawing);
  const trail = /** @type {CanvasRenderingContext2D} */ (trails.getContext("2d"));
  const head = /** @type {CanvasRenderingContext2D} */ (heads.getContext("2d"));
  /** @type {(Way | null)[]} */
  let ways = [];
  let time = 0;
  /** Up to which time the trails are drawn. */
  let drawn = 0;
  /** @type {{ x: number, y: number }[]} */
  let spots = [];
  /** @type {string[]} */
  let colours = [];
  let surface = "";

  /** The colours of the theme, as a canvas takes them. */
  function takeColours() {
    const colourOf = (/** @type {string} */ name) => {
      probe.className = `ink-probe ${name}`;
      return getComputedStyle(probe).color;
    };
    colours = shapes.map((_, i) => colourOf(`runner-${i + 1}`));
    surface = colourOf("ink-surface");
  }

  /** Both canvases blank, of the picture's size. @param {Frame} frame */
  function blank(frame) {
    const scale = Math.min(2, devicePixelRatio || 1);
    const { width, height } = stage.picture.getBoundingClientRect();
    const fit = scale * (width / stage.picture.viewBox.baseVal.width || 1);
    for (const canvas of [trails, heads]) {
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
    }
    for (const pen of [trail, head]) {
      pen.setTransform(fit, 0, 0, fit, 0, 0);
      pen.lineJoin = "round";
    }
    trail.lineWidth = 2;
    trail.beginPath();
    trail.rect(frame.left, frame.top, frame.width, frame.height);
    trail.clip();
    spots = [];
  }

  /** @param {Frame} frame @param {number} from the time up to which the trails stand */
  function draw(frame, from) {
    ways.forEach((way, i) => {
      if (way === null) return;
      trail.strokeStyle = colours[i];
      drawBetween(trail, way, from, time);
    });
    drawn = time;
    for (const { x, y } of spots) head.clearRect(x - room, y - room, 2 * room, 2 * room);
    spots = [];
    if (cursor && ways.length > 0) drawCursor(frame);
    ways.forEach((way, i) => {
      const spot = way && spotAt(way, time);
      if (!spot || !(spot.x >= frame.left - 1 && spot.x <= frame.right + 1 && spot.y >= frame.top - 1 && spot.y <= frame.bottom + 1)) return;
      spots.push(spot);
      head.fillStyle = surface;
      drawMarker(head, shapes[i], spot.x, spot.y, markerSize + 2);
      head.fillStyle = colours[i];
      drawMarker(head, shapes[i], spot.x, spot.y, markerSize);
    });
  }

  /** @param {Frame} frame */
  function drawCursor(frame) {
    head.clearRect(0, 0, frame.right + 20, frame.bottom + 20);
    head.fillStyle = colours[0];
    head.globalAlpha = 0.35;
    head.fillRect(Math.round(frame.x(time)), frame.top, 1, frame.height);
    head.globalAlpha = 1;
  }

  stage.onPaint((frame) => {
    if (colours.length === 0) takeColours();
    blank(frame);
    ways = waysIn(frame);
    draw(frame, 0);
  });
  onTheme(() => {
    takeColours();
    stage.repaint();
  });

  /** The same in lines, for paper and for files: a canvas is as coarse as the screen. @param {boolean} wanted */
  function outline(wanted) {
    drawing.replaceChildren(...(wanted ? ways.flatMap((way, i) => {
      const spot = way && spotAt(way, time);
      if (!way || !spot) return [];
      const [line, marker] = [new Outline(), new Outline()];
      drawBetween(line, way, 0, time);
      drawMarker(marker, shapes[i], spot.x, spot.y, markerSize);
      return [
        svg("path", { d: String(line), fill: "none", stroke: colours[i], "stroke-width": 1.5, "stroke-linejoin": "round", "clip-path": stage.marks.getAttribute("clip-path") }),
        svg("path", { d: String(marker), fill: colours[i], stroke: surface, "stroke-width": 1.5 }),
      ];
    }) : []));
  }
  onPaper((_, isPaper) => outline(isPaper));
  stage.picture.addEventListener("outline", (event) => outline(/** @type {CustomEvent} */ (event).detail));

  return {
    /** @param {number} next the time to show */
    show(next) {
      const { frame } = stage;
      const isBack = next < drawn;
      time = next;
      if (frame === null || colours.length === 0) return;
      if (isBack) trail.clearRect(frame.left, frame.top, frame.width, frame.height);
      draw(frame, isBack ? 0 : drawn);
    },
  };
}
