/**
 * Extracts the chosen icons from the icon packages: things into a sprite and files, controls into typed paths, Lytte's
 * head into the favicon. Run with `npm run icons` after changing a list; the results are committed.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { getIconData, replaceIDs } from "@iconify/utils";
import { register } from "tsx/esm/api";

register();
const { THINGS } = await import("../surveys/pictures/things.ts");
const { SPRITES } = await import("../surveys/pictures/thing-url.ts");
const { drawLogo } = await import("../surveys/pictures/lytte.ts");

const CONTROLS = [
  "x-bold",
  "arrow-left-bold",
  "arrow-right-bold",
  "speaker-high-fill",
  "speaker-slash-fill",
  "check-bold",
  "globe-bold",
  "sign-out-bold",
  "shield-check-fill",
  "cloud-check-fill",
  "printer-bold",
  "caret-down-bold",
  "paper-plane-tilt-fill",
  "pencil-simple-bold",
  "arrow-counter-clockwise-bold",
  "keyboard-bold",
  "calendar-blank-bold",
  "plus-bold",
  "minus-bold",
  "trash-bold",
  "microphone-fill",
  "stop-fill",
  "camera-fill",
  "phone-fill",
  "warning-circle-bold",
  "eraser-bold",
  "quotes-bold",
];

const readSet = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/@iconify-json/${name}/icons.json`, import.meta.url), "utf8"));

function iconOf(set, name) {
  const icon = getIconData(set, name);
  if (!icon) throw new Error(`There is no icon ${name}.`);
  return icon;
}

const fluent = readSet("fluent-emoji-flat");

function symbolOf(name) {
  const { body, width = 32, height = 32 } = iconOf(fluent, name);
  return `<symbol id="${name}" viewBox="0 0 ${width} ${height}">${replaceIDs(body, `${name}-`)}</symbol>`;
}

/** Things that are shown together, by the end of the sprite's name. */
export function buildSprites() {
  return Object.entries(SPRITES).map(([ending, names]) => [
    `things${ending}.svg`,
    `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbolOf).join("\n")}</svg>\n`,
  ]);
}

/** Every other thing, by name: a symbol to draw by, which draws itself when the file is opened as a picture. */
export function buildThingFiles() {
  const together = Object.values(SPRITES).flat();
  const names = Object.keys(THINGS).filter((name) => !together.includes(name));
  return names.map((name) => [
    name,
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${symbolOf(name)}<use href="#${name}"/></svg>\n`,
  ]);
}

export function buildControlPaths() {
  const set = readSet("ph");
  const rows = CONTROLS.map((name) => {
    const path = / d="([^"]+)"/.exec(iconOf(set, name).body)?.[1];
    if (!path) throw new Error(`The icon ${name} is not one path.`);
    return `  "${name}": "${path}",`;
  });
  return `/** Made by \`npm run icons\` from Phosphor (MIT); do not edit. Paths in a 256 × 256 box. */\nexport const ICON_PATHS = {\n${rows.join("\n")}\n} as const;\n`;
}

if (process.argv[1]?.endsWith("extract-icons.mjs")) {
  const folder = new URL("../public/things/", import.meta.url);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, svg] of buildThingFiles()) writeFileSync(new URL(`${name}.svg`, folder), svg);
  for (const [file, svg] of buildSprites()) writeFileSync(new URL(`../public/${file}`, import.meta.url), svg);
  writeFileSync(new URL("../app/components/ui/icon-paths.ts", import.meta.url), buildControlPaths());
  writeFileSync(new URL("../public/favicon.svg", import.meta.url), `${drawLogo()}\n`);
}
