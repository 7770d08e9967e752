/** Reads an mp3 frame by frame, as a player does, and tells what it is; throws where it is none. */

export interface Mp3 {
  readonly isMono: boolean;
  /** The highest of any frame, in kbit/s. */
  readonly kilobits: number;
  readonly seconds: number;
}

const OF_MPEG_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const OF_MPEG_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const RATES = [44_100, 48_000, 32_000];
const MONO = 3;

/** One header of four bytes: layer III, MPEG 1 or 2. */
function frameAt(bytes: Buffer, at: number) {
  const header = bytes.readUInt32BE(at);
  const version = (header >>> 19) & 3;
  const isFrame = header >>> 21 === 0x7ff && ((header >>> 17) & 3) === 1 && version >= 2;
  const kilobits = (version === 3 ? OF_MPEG_1 : OF_MPEG_2)[(header >>> 12) & 15] ?? 0;
  const rate = (RATES[(header >>> 10) & 3] ?? 0) / (version === 3 ? 1 : 2);
  if (!isFrame || kilobits === 0 || rate === 0) throw new Error(`no frame of an mp3 at byte ${at}`);
  const samples = version === 3 ? 1152 : 576;
  const length = Math.floor((samples * kilobits * 125) / rate) + ((header >>> 9) & 1);
  return { isMono: ((header >>> 6) & 3) === MONO, kilobits, seconds: samples / rate, length };
}

export function readMp3(bytes: Buffer): Mp3 {
  const frames = [];
  for (let at = 0; at < bytes.length; at += frames.at(-1)?.length ?? 0) frames.push(frameAt(bytes, at));
  const [first] = frames;
  if (!first) throw new Error("an empty file");
  return {
    isMono: frames.every(({ isMono }) => isMono),
    kilobits: Math.max(...frames.map(({ kilobits }) => kilobits)),
    seconds: frames.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
