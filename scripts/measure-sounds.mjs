/**
 * Measures every file of the manifest as it is played: length, loudest moment, loudness of what is said, silence at both
 * ends, and letters a second against the text, by which a file that was cut off shows. Ears are still needed.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./project.mjs";

const RATE = 22_050;
const FRAME = Math.round(RATE * 0.01);
/** What is quieter is silence, of a full scale of 1. */
const SILENCE = 0.004;
/** A sample that reaches the full scale has been cut off. */
const FULL = 0.999;

/** The samples of a file, between -1 and 1. */
function decode(file) {
  return new Promise((resolve, reject) => {
    const args = ["-v", "error", "-i", file, "-f", "f32le", "-ac", "1", "-ar", String(RATE), "-"];
    const child = spawn("ffmpeg", args, { stdio: ["ignore", "pipe", "inherit"] });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const bytes = Buffer.concat(chunks);
      if (code !== 0 || bytes.length === 0) return reject(new Error(`${file} cannot be played`));
      resolve(Float32Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readFloatLE(at * 4)));
    });
  });
}

const decibel = (level) => 20 * Math.log10(Math.max(level, 1e-6));

function loudnessOf(samples) {
  const powers = [];
  for (let at = 0; at + FRAME <= samples.length; at += FRAME)
    powers.push(samples.subarray(at, at + FRAME).reduce((sum, sample) => sum + sample * sample, 0) / FRAME);
  const heard = powers.filter((power) => power > SILENCE * SILENCE * 4);
  return Math.sqrt(heard.reduce((sum, power) => sum + power, 0) / Math.max(1, heard.length));
}

async function measure(text, file) {
  const samples = await decode(file);
  const isHeard = (sample) => Math.abs(sample) > SILENCE;
  const [first, last] = [samples.findIndex(isHeard), samples.findLastIndex(isHeard)];
  const seconds = samples.length / RATE;
  return {
    seconds,
    peak: decibel(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)),
    loudness: decibel(loudnessOf(samples)),
    lead: first / RATE,
    tail: (samples.length - 1 - last) / RATE,
    clipped: samples.filter((sample) => Math.abs(sample) >= FULL).length,
    pace: text.replace(/[^\p{L}\p{N}]/gu, "").length / ((last - first) / RATE),
  };
}

const FIGURES = {
  seconds: "s",
  peak: "dBFS",
  loudness: "dBFS",
  lead: "s",
  tail: "s",
  pace: "letters/s",
  clipped: "samples",
};

function lineFor(name, unit, values) {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2);
  return `${name.padEnd(9)} ${[0, 0.01, 0.5, 0.99, 1].map((share) => at(share).padStart(8)).join("")}  ${unit}`;
}

export async function measureAll(manifest, say) {
  for (const [language, texts] of Object.entries(manifest)) {
    const measured = [];
    for (const [text, { file }] of Object.entries(texts))
      measured.push({ text, ...(await measure(text, join(root, "public", "narration", file))) });
    say(`${language}: ${measured.length} files\n${"".padEnd(9)}      min      1%     50%     99%     max`);
    for (const [name, unit] of Object.entries(FIGURES))
      say(
        lineFor(
          name,
          unit,
          measured.map((one) => one[name]),
        ),
      );
    const byPace = measured.toSorted((one, other) => one.pace - other.pace);
    for (const { text, pace, seconds } of [...byPace.slice(0, 5), ...byPace.slice(-5)])
      say(`  ${pace.toFixed(1).padStart(5)} letters/s, ${seconds.toFixed(2)} s: ${text}`);
  }
}
