/** Writes a PNG of at most 256 colours: what a sheet of flat drawings needs, at a third of the bytes. */
import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** The colours met most, gathered in cells of 16 × 8 × 16 shades so that no hue uses up all places. */
function paletteOf(pixels) {
  const cells = new Map();
  for (let at = 0; at < pixels.length; at += 4) {
    const [red, green, blue] = [pixels[at], pixels[at + 1], pixels[at + 2]];
    const key = ((red >> 4) << 9) | ((green >> 3) << 4) | (blue >> 4);
    const cell = cells.get(key) ?? { count: 0, colours: new Map() };
    const colour = (red << 16) | (green << 8) | blue;
    cell.count += 1;
    cell.colours.set(colour, (cell.colours.get(colour) ?? 0) + 1);
    cells.set(key, cell);
  }
  const mostMet = (colours) => [...colours].reduce((one, other) => (other[1] > one[1] ? other : one))[0];
  return [...cells.values()]
    .sort((one, other) => other.count - one.count)
    .slice(0, 256)
    .map(({ colours }) => mostMet(colours))
    .map((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
}

function nearestIn(palette) {
  const known = new Map();
  return (red, green, blue) => {
    const key = (red << 16) | (green << 8) | blue;
    let index = known.get(key);
    if (index === undefined) {
      const distances = palette.map(([r, g, b]) => (r - red) ** 2 * 2 + (g - green) ** 2 * 4 + (b - blue) ** 2);
      index = distances.indexOf(Math.min(...distances));
      known.set(key, index);
    }
    return index;
  };
}

/** `pixels` are RGBA, row by row; opacity is taken for full. */
export function palettePng(pixels, width, height) {
  const palette = paletteOf(pixels);
  const nearest = nearestIn(palette);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      rows[y * (width + 1) + 1 + x] = nearest(pixels[at], pixels[at + 1], pixels[at + 2]);
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
