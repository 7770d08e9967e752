/**
 * `npm run contact-sheet`: draws the whole picture kit, its places, things and measures on one sheet, to be looked at
 * after every change (docs/images/contact-sheet.png). A dot stands before what children have shown they understand.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { register } from "tsx/esm/api";
import { buildSprites, buildThingFiles } from "./extract-icons.mjs";
import { palettePng } from "./palette-png.mjs";
import { checkNode, ensureChromium, ensureInstalled } from "./project.mjs";

const WIDTH = 1400;
const MOST_BYTES = 500_000;
const say = (text) => process.stdout.write(`${text}\n`);

checkNode();
await ensureInstalled(say);
register();
const kit = await import("../surveys/pictures/picture.ts");
const { ADULTS, CHILDREN, FAMILIES } = await import("../surveys/pictures/cast.ts");
const { drawFigure } = await import("../surveys/pictures/figure.ts");
const { drawProp } = await import("../surveys/pictures/props.ts");
const { drawPicture } = await import("../surveys/pictures/draw-picture.ts");
const { drawLytte } = await import("../surveys/pictures/lytte.ts");
const { THINGS, THINGS_BY_SUBJECT } = await import("../surveys/pictures/things.ts");
const { isValidated } = await import("../surveys/pictures/validated.ts");

const options = { thingsUrl: "" };
const mark = (picture) => (isValidated(picture) ? "● " : "");
const cell = (drawn, label, width) => `<figure class="w${width}">${drawn}<figcaption>${label}</figcaption></figure>`;
const row = (title, cells) => `<section><h2>${title}</h2><div>${cells.join("")}</div></section>`;
const person = (figure, label = "", width = 78) =>
  cell(`<svg viewBox="-12 0 144 200">${drawFigure(figure)}</svg>`, label, width);
const ME = { skin: "sand", hair: "short", shirt: "sky", mood: "smile" };
const HER = { skin: "chestnut", hair: "plaits", hairColour: "black", shirt: "sun", mood: "calm" };
const ARMED = [
  { ...HER, age: "child" },
  { ...ME, age: "youth", hair: "long", hairColour: "copper", shirt: "leaf" },
  { ...ME, age: "adult", hair: "bun", skin: "honey", shirt: "teal" },
];
const each = (values, key, base) =>
  values.map((value) => person({ ...base, [key]: value }, mark(`${key}:${value}`) + value));

const figures = [
  row("Skin, hair, and from behind", [
    ...each(kit.SKINS, "skin", ME),
    ...each(kit.HAIRS, "hair", ME),
    ...kit.HAIRS.map((hair) => person({ ...ME, hair, posture: "back" }, `${hair}, back`)),
  ]),
  row("Colours", [
    ...each(kit.HAIR_COLOURS, "hairColour", { ...ME, hair: "bob" }),
    ...each(kit.SHIRTS, "shirt", ME),
    ...kit.SHIRTS.map((clothColour) => person({ ...ME, hair: "hijab", clothColour }, `cloth ${clothColour}`)),
  ]),
  row("Moods", [
    ...kit.MOODS.map((mood) =>
      cell(
        drawPicture({ kind: "face", figure: { ...HER, hair: "curly", mood } }, options),
        mark(`mood:${mood}`) + mood,
        150,
      ),
    ),
  ]),
  ...ARMED.map((base) => row(`Arms: ${base.age}`, each(kit.ARMS, "arms", base))),
  ...kit.AGES.map((age) =>
    row(`Postures and aids: ${age}`, [
      ...each(kit.POSTURES, "posture", { ...ME, age }),
      ...kit.AIDS.map((aid) => person({ ...ME, age, hair: "bob", aids: [aid] }, aid)),
      person({ ...ME, age, hair: "bald" }, "bald"),
    ]),
  ),
  row("The cast", [
    ...CHILDREN.map((one) => person({ mood: "smile", ...one }, one.name)),
    ...ADULTS.map((one) => person({ mood: "smile", ...one }, one.name)),
  ]),
  row(
    "Families",
    Object.entries(FAMILIES).map(([name, people]) => {
      const drawn = people.map((one, index) => {
        const size = one.age === "adult" ? 1.15 : one.age === "youth" ? 1.05 : 0.85;
        return `<g transform="translate(${index * 104} ${230 - 192 * size}) scale(${size})">${drawFigure({ mood: "smile", ...one })}</g>`;
      });
      return cell(`<svg viewBox="0 0 440 240">${drawn.join("")}</svg>`, name, 220);
    }),
  ),
];

const together = { skin: "umber", hair: "curly", hairColour: "black", shirt: "sun", mood: "smile" };
const peopleIn = (place) =>
  place === "plan" || place === "plain"
    ? []
    : [
        { ...ME, age: "adult", hair: "bun", shirt: "teal", x: 216, y: 32, scale: 1.2 },
        { ...together, x: 106, y: 88 },
      ];
const sceneAt = (place, shape) => drawPicture({ kind: "scene", place, parts: peopleIn(place) }, { ...options, shape });
const places = row(
  "Places at 4:3 and 5:2",
  kit.PLACES.filter((place) => place !== "plain").flatMap((place) => [
    cell(sceneAt(place, "4:3"), mark(`place:${place}`) + place, 170),
    cell(sceneAt(place, "5:2"), "", 319),
  ]),
);

const props = row(
  "Props, in each state",
  kit.PROP_NAMES.flatMap((prop) =>
    kit.PROPS[prop].map((state) => {
      const drawn = drawProp({ prop, state, x: 0, y: 0, size: 100 });
      return cell(
        `<svg viewBox="-4 -4 108 108">${drawn}</svg>`,
        mark(`prop:${prop}-${state}`) + (prop === state ? prop : `${prop} ${state}`),
        78,
      );
    }),
  ),
);

const measures = row("How much, and Lytte", [
  ...[0, 1, 2, 3, 4].map((filled) => cell(drawPicture({ kind: "amount", filled }, options), `amount ${filled}`, 64)),
  ...[0, 1, 3, 5].map((count) => cell(drawPicture({ kind: "tokens", count }, options), `tokens ${count}`, 150)),
  ...[0, 5, 10].map((rung) => cell(drawPicture({ kind: "ladder", rung }, options), `ladder ${rung}`, 64)),
  ...["waits", "asks", "listens", "thanks"].map((mood) => cell(drawLytte(mood), mood, 78)),
]);

const things = Object.entries(THINGS_BY_SUBJECT).map(([subject, names]) =>
  row(
    `Things: ${subject}`,
    Object.keys(names).map((name) =>
      cell(drawPicture({ kind: "thing", thing: name }, options), mark(`thing:${name}`) + THINGS[name].en, 64),
    ),
  ),
);

// Everything inline, so that the page needs no server: `<use href="#fox">`.
const symbols = [...buildSprites(), ...buildThingFiles()].map(([, svg]) => svg.replace(/<use [^>]*>/, "")).join("");
const font = readFileSync(
  new URL("../node_modules/@fontsource/andika/files/andika-latin-400-normal.woff2", import.meta.url),
);
const widths = [64, 78, 150, 170, 220, 319].map((width) => `.w${width}{width:${width}px}`).join("");
const style = `@font-face{font-family:Andika;src:url(data:font/woff2;base64,${font.toString("base64")})}
body{margin:0;padding:16px;width:${WIDTH - 32}px;font:11px/1.2 Andika;color:#16313a;background:#fff}
h2{font-size:15px;margin:10px 0 4px}section>div{display:flex;flex-wrap:wrap;gap:6px}
figure{margin:0;text-align:center}figure svg{display:block;width:100%}.w64 svg{width:44px;margin:auto;max-height:80px}
figcaption{margin-top:2px}.symbols{position:absolute;width:0;height:0;overflow:hidden}${widths}`;
const html = (content) =>
  `<!doctype html><meta charset="utf-8"><style>${style}</style><div class="symbols">${symbols}</div>${content}`;
// A thing's own address, as a place within this page.
const content = [...figures, places, props, measures, ...things].join("").replaceAll(/href="(?:[^"#]*)#/g, 'href="#');

const { path, reason } = await ensureChromium(say);
if (!path) {
  say(`No contact sheet: ${reason}.`);
  process.exit(1);
}
const { chromium } = await import("@playwright/test");
const browser = await chromium.launch({ executablePath: path, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 } });
await page.setContent(html(content));
await page.evaluate(() => document.fonts.ready);
const shot = await page.screenshot({ fullPage: true });
const { pixels, width, height } = await page.evaluate(async (base64) => {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let binary = "";
  for (let at = 0; at < data.length; at += 32768) binary += String.fromCharCode(...data.subarray(at, at + 32768));
  return { pixels: btoa(binary), width: image.width, height: image.height };
}, shot.toString("base64"));
await browser.close();

const png = palettePng(Buffer.from(pixels, "base64"), width, height);
writeFileSync(new URL("../docs/images/contact-sheet.png", import.meta.url), png);
say(`docs/images/contact-sheet.png: ${width} × ${height}, ${Math.round(png.length / 1000)} KB`);
if (png.length > MOST_BYTES) {
  say(`That is more than ${MOST_BYTES / 1000} KB.`);
  process.exitCode = 1;
}
