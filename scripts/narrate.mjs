/**
 * `npm run narrate`: gives every question and answer of the children's forms and of the bank a sound. A recording in
 * public/narration/recorded wins; the rest gets a synthetic placeholder; files nobody needs any more are removed.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { register } from "tsx/esm/api";
import { ensureDebianPrograms, root, run } from "./project.mjs";

register();
const { definitions } = await import("../surveys/definitions/index.ts");
const { everyWayOfAnswering, wholeBank } = await import("../surveys/engine/bank-surveys.ts");
const { buildLibrary } = await import("../surveys/engine/survey-library.ts");
const { narrationKey } = await import("../surveys/narration/narration.ts");
const { spokenTexts } = await import("../surveys/narration/spoken-texts.ts");
const { audienceOf } = await import("../surveys/paper/form.ts");

/** espeak-ng's voice for each language that is shipped; a little slower than it speaks by itself. */
const VOICES = { da: "da+f3" };
const WORDS_A_MINUTE = "130";
const MOST_BYTES = 6 * 1024 * 1024;

const folder = join(root, "public", "narration");
const manifestFile = join(root, "surveys", "narration", "manifest.json");
const say = (text) => process.stdout.write(`${text}\n`);

const isForChildren = (form) => audienceOf(form) === "child";

function papersOf(library) {
  return library.list().flatMap(({ slug, version, forms }) =>
    Object.keys(forms)
      .filter(isForChildren)
      .flatMap((form) => Object.keys(VOICES).map((language) => library.paper(slug, version, form, language))),
  );
}

/** What the surveys say, and the bank, from which others will be composed. */
function wanted() {
  const ofBank = [everyWayOfAnswering, wholeBank].flatMap(({ forms, define }) =>
    forms
      .filter(({ form }) => isForChildren(form))
      .map(({ form }) => buildLibrary([define(form)], { allowMedia: true })),
  );
  return [buildLibrary(definitions), ...ofBank].flatMap(papersOf).flatMap(spokenTexts);
}

async function must(program, args) {
  const { code, text } = await run(program, args, { isQuiet: true });
  if (code !== 0) throw new Error(`${program} failed: ${text}`);
}

async function synthesize(language, text, file) {
  const work = mkdtempSync(join(tmpdir(), "lyt-narrate-"));
  const [words, wav] = [join(work, "text.txt"), join(work, "voice.wav")];
  writeFileSync(words, text);
  await must("espeak-ng", ["-v", VOICES[language], "-s", WORDS_A_MINUTE, "-b", "1", "-w", wav, "-f", words]);
  mkdirSync(dirname(file), { recursive: true });
  const lean = ["-map_metadata", "-1", "-write_xing", "0", "-id3v2_version", "0", "-fflags", "+bitexact"];
  await must("ffmpeg", [
    "-loglevel",
    "error",
    "-y",
    "-i",
    wav,
    ...lean,
    "-ac",
    "1",
    "-c:a",
    "libmp3lame",
    "-b:a",
    "32k",
    file,
  ]);
  rmSync(work, { recursive: true, force: true });
}

function removeUnused(used) {
  const synthetic = join(folder, "synthetic");
  if (!existsSync(synthetic)) return;
  for (const name of readdirSync(synthetic, { recursive: true, encoding: "utf8" })) {
    if (name.endsWith(".mp3") && !used.has(`synthetic/${name}`)) rmSync(join(synthetic, name));
  }
}

await ensureDebianPrograms(say, { "espeak-ng": "espeak-ng", ffmpeg: "ffmpeg" });
const manifest = {};
let made = 0;
for (const { text, ...spoken } of wanted()) {
  const key = narrationKey(spoken);
  const recorded = `recorded/${key}.mp3`;
  if (existsSync(join(folder, recorded))) {
    manifest[key] = { file: recorded, source: "recorded", text };
    continue;
  }
  const digest = createHash("sha256").update(`${spoken.language} ${text}`).digest("hex").slice(0, 16);
  const file = `synthetic/${spoken.language}/${digest}.mp3`;
  if (!existsSync(join(folder, file))) {
    await synthesize(spoken.language, text, join(folder, file));
    made += 1;
  }
  manifest[key] = { file, source: "synthetic", text };
}
removeUnused(new Set(Object.values(manifest).map(({ file }) => file)));
const sorted = Object.fromEntries(Object.entries(manifest).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(manifestFile, `${JSON.stringify(sorted, null, 2)}\n`);

const files = [...new Set(Object.values(sorted).map(({ file }) => file))];
const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
const recorded = Object.values(sorted).filter(({ source }) => source === "recorded").length;
say(
  `${Object.keys(sorted).length} texts, ${recorded} of them recorded; ${files.length} files, ${made} new, ${(bytes / 1024 / 1024).toFixed(1)} MB.`,
);
if (bytes > MOST_BYTES) {
  say(`That is more than the ${MOST_BYTES / 1024 / 1024} MB that may lie in the repository.`);
  process.exitCode = 1;
}
