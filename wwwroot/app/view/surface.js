// A surface in three dimensions, on a canvas of its own.
import * as three from "../../lib/three.js";
import { distance, placeIn, surfaceOf } from "../plot/surface.js";
import { el, onceAFrame } from "./elements.js";
import { onPaper, onTheme } from "./ink.js";

/** @typedef {{ positions: Float32Array, indices: number[], lines: number[], heights: Float32Array }} Surface */
/** @typedef {[number, number]} Interval */

/**
 * @param {HTMLElement} host
 * @param {(turn: number, tilt: number) => void} onTurned told after a drag, in degrees
 */
export function createSurface(host, onTurned) {
  const canvas = el("canvas", { "aria-hidden": "true" });
  const probe = el("span", { class: "ink-probe", "aria-hidden": "true" });
  const names = [el("span", { class: "surface-name" }), el("span", { class: "surface-name" })];
  host.append(canvas, probe, ...names);
  const renderer = new three.WebGLRenderer({ canvas, antialias: true, alpha: true, preserveDrawingBuffer: true });
  const scene = new three.Scene();
  const camera = new three.PerspectiveCamera(32, 1, 0.1, 50);
  const sun = new three.DirectionalLight(0xffffff, 2.1);
  sun.position.set(-2, 4, 3);
  scene.add(new three.AmbientLight(0xffffff, 1.3), sun);
  const shape = new three.Group();
  scene.add(shape);
  const mark = new three.Mesh(new three.SphereGeometry(0.035, 20, 14), new three.MeshBasicMaterial());
  const drop = new three.Line(new three.BufferGeometry(), new three.LineBasicMaterial());
  // Behind a hill the point shines through.
  const ghost = new three.Mesh(mark.geometry, new three.MeshBasicMaterial({ transparent: true, opacity: 0.45, depthTest: false }));
  ghost.renderOrder = 1;
  mark.add(ghost);
  scene.add(mark, drop);
  /** @type {{ grid: import("../plot/contours.js").Grid, heights: Interval } | null} */
  let shown = null;
  let [turn, tilt] = [-30, 32];

  /** @param {string} name */
  function colour(name) {
    probe.className = `ink-probe ${name}`;
    return new three.Color(getComputedStyle(probe).color.replace(/rgba?\(([^)]*)\)/, (_, inside) => `rgb(${inside.split(",").slice(0, 3).join(",")})`));
  }

  function build() {
    for (const child of [...shape.children]) {
      shape.remove(child);
      /** @type {any} */ (child).geometry.dispose();
      /** @type {any} */ (child).material.dispose();
    }
    if (shown === null) return draw();
    const { positions, indices, lines, heights } = surfaceOf(shown.grid, shown.heights);
    const [low, high, line] = [colour("ink-low"), colour("ink-function"), colour("ink-function")];
    const colours = new Float32Array(positions.length);
    heights.forEach((height, i) => low.clone().lerp(high, 0.08 + 0.85 * height).toArray(colours, 3 * i));
    const geometry = new three.BufferGeometry();
    const corners = new three.BufferAttribute(positions, 3);
    geometry.setAttribute("position", corners);
    geometry.setAttribute("color", new three.BufferAttribute(colours, 3));
    geometry.setIndex(indices);
    geometry.computeVertexNormals();
    const wires = new three.BufferGeometry();
    wires.setAttribute("position", corners);
    wires.setIndex(lines);
    shape.add(
      new three.Mesh(geometry, new three.MeshLambertMaterial({ vertexColors: true, side: three.DoubleSide, polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 1 })),
      new three.LineSegments(wires, new three.LineBasicMaterial({ color: line, transparent: true, opacity: 0.35 })),
      floor(colour("ink-hairline")),
    );
    const green = colour("ink-gradient");
    /** @type {any} */ (mark.material).color = green;
    /** @type {any} */ (drop.material).color = ghost.material.color = green;
    draw();
  }

  /** The outline of the ground. @param {three.Color} ink */
  function floor(ink) {
    const geometry = new three.BufferGeometry();
    const [a, b, c, d] = [[0, 0], [1, 0], [1, 1], [0, 1]].map(([u, v]) => placeIn(u, v, 0));
    geometry.setAttribute("position", new three.BufferAttribute(new Float32Array([...a, ...b, ...b, ...c, ...c, ...d, ...d, ...a]), 3));
    return new three.LineSegments(geometry, new three.LineBasicMaterial({ color: ink }));
  }

  const draw = onceAFrame(paint);

  function paint() {
    const [azimuth, elevation] = [(turn * Math.PI) / 180, (tilt * Math.PI) / 180];
    const away = distance(elevation, Math.tan((camera.fov * Math.PI) / 360), camera.aspect);
    camera.position.set(away * Math.cos(elevation) * Math.sin(azimuth), away * Math.sin(elevation), away * Math.cos(elevation) * Math.cos(azimuth));
    camera.lookAt(0, 0, 0);
    renderer.render(scene, camera);
    // The variables' names stand beside the two edges of the ground that are nearer.
    const nearX = Math.abs(turn) < 90 ? 0 : 1;
    const nearY = turn > 0 ? 1 : 0;
    for (const [i, [u, v]] of [[0.5, nearX === 0 ? -0.09 : 1.09], [nearY === 0 ? -0.09 : 1.09, 0.5]].entries()) {
      const { x, y } = mark.position.clone().set(...placeIn(u, v, 0)).project(camera);
      Object.assign(names[i].style, { left: `${(50 * (x + 1)).toFixed(2)}%`, top: `${(50 * (1 - y)).toFixed(2)}%` });
    }
  }

  new ResizeObserver(([{ contentRect: { width, height } }]) => {
    if (width < 10 || height < 10) return;
    renderer.setPixelRatio(Math.min(2, devicePixelRatio || 1));
    renderer.setSize(width, height, false);
    camera.aspect = width / height;
    camera.updateProjectionMatrix();
    draw();
  }).observe(host);
  onTheme(build);
  onPaper(paint);

  /** Where the pointer was; not every browser tells how far a finger has moved. */
  let last = { x: 0, y: 0 };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = { x: event.clientX, y: event.clientY };
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    turn = ((((turn - (event.clientX - last.x) * 0.5 + 180) % 360) + 360) % 360) - 180;
    if (event.pointerType !== "touch") tilt = Math.min(89, Math.max(5, tilt + (event.clientY - last.y) * 0.4)); // a finger that moves up or down scrolls
    last = { x: event.clientX, y: event.clientY };
    draw();
    onTurned(turn, tilt);
  });

  return {
    /** @param {import("../plot/contours.js").Grid} grid @param {Interval} heights @param {readonly string[]} variables */
    show(grid, heights, variables) {
      names.forEach((name, i) => (name.textContent = variables[i]));
      shown = { grid, heights };
      build();
    },
    /** @param {number} degrees @param {number} up */
    look(degrees, up) {
      [turn, tilt] = [degrees, up];
      draw();
    },
    /** The point, as a share of the ground and of the height; null where it is not on the surface. @param {[number, number, number] | null} at */
    mark(at) {
      mark.visible = drop.visible = at !== null;
      if (at !== null) {
        const [top, foot] = [placeIn(...at), placeIn(at[0], at[1], 0)];
        mark.position.set(...top);
        drop.geometry.setAttribute("position", new three.BufferAttribute(new Float32Array([...top, ...foot]), 3));
      }
      draw();
    },
  };
}
