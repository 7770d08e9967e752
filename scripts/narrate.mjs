/**
 * `npm run narrate`: gives every text a child can meet a sound. A recording in public/narration/recorded wins; the rest
 * gets a machine's voice; files nobody needs any more are removed. `npm run narrate -- --list` prints what there is to
 * record, `-- --measure` measures what there is.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { register } from "tsx/esm/api";
import { ensureDebianPrograms, root } from "./project.mjs";
import { measureAll } from "./measure-sounds.mjs";
import { SPEAKERS, speak } from "./speech.mjs";

register();
const { childPapers } = await import("../surveys/engine/child-papers.ts");
const { spokenTexts } = await import("../surveys/narration/spoken-texts.ts");

const MOST_BYTES = 16 * 1024 * 1024;
/** How many are spoken at once. */
const AT_ONCE = 3;

const folder = join(root, "public", "narration");
const manifestFile = join(root, "surveys", "narration", "manifest.json");
const before = JSON.parse(readFileSync(manifestFile, "utf8"));
const say = (text) => process.stdout.write(`${text}\n`);
const digest = (what) => createHash("sha256").update(what).digest("hex").slice(0, 12);

/** By text: every place where it stands. */
function placesByText(language) {
  const places = new Map();
  for (const { path, text } of spokenTexts(language, childPapers(language)))
    places.set(text, new Set([...(places.get(text) ?? []), path]));
  return places;
}

/** A recording goes with the words it was made for: when they have changed since, it has to be made anew. */
function recordingOf(language, text, paths) {
  for (const path of paths) {
    const file = `recorded/${language}/${path}.mp3`;
    if (!existsSync(join(folder, file))) continue;
    const held = digest(readFileSync(join(folder, file)));
    const saidBefore = Object.entries(before[language] ?? {}).find(
      ([, one]) => one.file === file && one.digest === held,
    );
    if (!saidBefore || saidBefore[0] === text) return { file, source: "recorded", digest: held };
    say(`${file} says “${saidBefore[0]}”, but the words are now “${text}”: please record it again.`);
  }
  return undefined;
}

async function narrated(language) {
  const waiting = [...placesByText(language)].sort(([one], [other]) => (one < other ? -1 : 1));
  const texts = {};
  const speaking = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [text, paths] = next;
      const file = `synthetic/${language}/${digest(`${language} ${text}`)}.mp3`;
      texts[text] = recordingOf(language, text, paths) ?? { file, source: "synthetic" };
      if (texts[text].file === file && !existsSync(join(folder, file))) await speak(language, text, join(folder, file));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, speaking));
  return Object.fromEntries(Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function removeUnused(used) {
  const synthetic = join(folder, "synthetic");
  if (!existsSync(synthetic)) return;
  for (const name of readdirSync(synthetic, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".mp3") && !used.has(`synthetic/${name}`)) rmSync(join(synthetic, name));
}

function list() {
  for (const language of Object.keys(SPEAKERS))
    for (const [text, [path]] of placesByText(language)) {
      const isRecorded = before[language]?.[text]?.source === "recorded";
      if (!isRecorded) say(`recorded/${language}/${path}.mp3\t${text}`);
    }
}

async function narrate() {
  await ensureDebianPrograms(say, { "espeak-ng": "espeak-ng", ffmpeg: "ffmpeg" });
  const manifest = {};
  for (const language of Object.keys(SPEAKERS)) manifest[language] = await narrated(language);
  const all = Object.values(manifest).flatMap((texts) => Object.values(texts));
  removeUnused(new Set(all.map(({ file }) => file)));
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);

  const bytes = all.reduce((sum, { file }) => sum + statSync(join(folder, file)).size, 0);
  const recorded = all.filter(({ source }) => source === "recorded").length;
  const counts = Object.entries(manifest).map(([language, texts]) => `${Object.keys(texts).length} ${language}`);
  say(`${counts.join(", ")}; ${recorded} recorded; ${(bytes / 1024 / 1024).toFixed(1)} MB.`);
  if (bytes <= MOST_BYTES) return;
  say(`That is more than the ${MOST_BYTES / 1024 / 1024} MB that may lie in the repository.`);
  process.exitCode = 1;
}

if (process.argv.includes("--list")) list();
else if (process.argv.includes("--measure")) await measureAll(before, say);
else await narrate();
