/** Packs what browsers fetch once, when it is built: `.br` and `.gz` beside each file that gains from it. */
import { readFile, readdir, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Pictures, sounds and fonts that are packed already are left as they are. */
const TEXTS = new Set([".js", ".css", ".svg", ".json", ".html", ".txt", ".xml", ".map", ".webmanifest"]);

/** Less than this of a file's size is not worth a second copy. */
const LEAST_GAIN = 0.1;

const WAYS = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

async function packFile(path) {
  const bytes = await readFile(path);
  await Promise.all(
    Object.entries(WAYS).map(async ([ending, pack]) => {
      const packed = await pack(bytes);
      if (packed.length <= bytes.length * (1 - LEAST_GAIN)) await writeFile(`${path}.${ending}`, packed);
    }),
  );
}

export async function packFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = entries.filter((entry) => entry.isFile() && TEXTS.has(extname(entry.name)));
  await Promise.all(texts.map((entry) => packFile(join(entry.parentPath, entry.name))));
}
