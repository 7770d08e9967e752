/**
 * A machine's voice for a text: spoken by espeak-ng, silence cut off at both ends, as loud as every other, never clipped,
 * and packed as mp3. All of it is a placeholder until a person has read the text.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "./project.mjs";

/** espeak-ng's voice for each language that is shipped; a little slower than it speaks by itself. */
export const SPEAKERS = { da: "da+f3", en: "en-gb+f3" };
const WORDS_A_MINUTE = "130";
const KILOBITS = 24;

/** What is quieter is silence, of a full scale of 1. */
const SILENCE = 0.004;
/** Kept before and after what is said, in seconds: a player may swallow the very first moment. */
const MARGIN = 0.04;
/** How loud speech is on average while it sounds, and its loudest moment at most. */
const LOUDNESS = 0.11;
const PEAK = 0.84;
const FRAME = 0.02;

/** Numbers of three and three digits are telephone numbers. */
const asSaid = (text) =>
  text.replaceAll("\u00a0", " ").replace(/\b\d{3} \d{3}\b/g, (number) => [...number.replace(" ", ",")].join(" "));

async function must(program, args) {
  const { code, text } = await run(program, args, { isQuiet: true });
  if (code !== 0) throw new Error(`${program} failed: ${text}`);
  return text;
}

/** The samples of espeak-ng's WAV file (one channel, 16 bits), between -1 and 1. */
function readWav(file) {
  const bytes = readFileSync(file);
  const start = bytes.indexOf("data") + 8;
  const samples = Float64Array.from(
    { length: (bytes.length - start) >> 1 },
    (_, at) => bytes.readInt16LE(start + at * 2) / 32768,
  );
  return { rate: bytes.readUInt32LE(24), samples };
}

function trimmed({ rate, samples }) {
  const isHeard = (sample) => Math.abs(sample) > SILENCE;
  const margin = Math.round(MARGIN * rate);
  const from = Math.max(0, samples.findIndex(isHeard) - margin);
  return samples.slice(from, samples.findLastIndex(isHeard) + margin);
}

/** The root mean square of the frames that are not pauses. */
function loudness(samples, rate) {
  const length = Math.round(FRAME * rate);
  const powers = [];
  for (let at = 0; at + length <= samples.length; at += length)
    powers.push(samples.subarray(at, at + length).reduce((sum, sample) => sum + sample * sample, 0) / length);
  const heard = powers.filter((power) => power > SILENCE * SILENCE * 4);
  return Math.sqrt(heard.reduce((sum, power) => sum + power, 0) / Math.max(1, heard.length));
}

function levelled(samples, rate) {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const gain = Math.min(LOUDNESS / loudness(samples, rate), PEAK / peak);
  return samples.map((sample) => sample * gain);
}

function rawSamples(samples) {
  const bytes = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, at) => bytes.writeInt16LE(Math.round(sample * 32767), at * 2));
  return bytes;
}

export async function speak(language, text, file) {
  const work = mkdtempSync(join(tmpdir(), "lyt-narrate-"));
  const [words, wav, raw] = ["text.txt", "voice.wav", "voice.raw"].map((name) => join(work, name));
  writeFileSync(words, asSaid(text));
  await must("espeak-ng", ["-v", SPEAKERS[language], "-s", WORDS_A_MINUTE, "-b", "1", "-w", wav, "-f", words]);
  const voice = readWav(wav);
  writeFileSync(raw, rawSamples(levelled(trimmed(voice), voice.rate)));
  mkdirSync(dirname(file), { recursive: true });
  const from = ["-f", "s16le", "-ar", String(voice.rate), "-ac", "1", "-i", raw];
  const lean = ["-map_metadata", "-1", "-write_xing", "0", "-id3v2_version", "0", "-fflags", "+bitexact"];
  const packed = ["-ac", "1", "-c:a", "libmp3lame", "-b:a", `${KILOBITS}k`];
  await must("ffmpeg", ["-loglevel", "error", "-y", ...from, ...lean, ...packed, file]);
  rmSync(work, { recursive: true, force: true });
}
