/** What nobody uses: files, exports and packages. `npm run lint` fails on one. */

/** A style sheet uses other sheets, and fonts out of packages. */
const usesOf = (/** @type {string} */ css) =>
  [...css.matchAll(/(?:@import |url\()"([.@][^"]+)"/g)].map(([, path]) => `import "${path}";`).join("\n");

/** @type {import("knip").KnipConfig} */
export default {
  workspaces: {
    ".": {
      entry: [
        "app/{root,entry.client,entry.server}.tsx",
        "app/routes/**/*.tsx",
        "server/{start,cli/lyt}.ts",
        "scripts/{check-subjects,start}.mjs",
        "tests/bench/{bench,bare-server}.ts",
        "tests/cases/old-data/make-old-data.ts",
        "tests/support/{bring-up-data,import-places}.ts",
      ],
      project: ["{app,server,surveys,scripts,tests}/**/*.{ts,tsx,mjs,css}"],
    },
    "packages/embedded-store": {
      entry: ["scripts/{bench,interop-server,proven,run-tests,test}.mjs"],
      project: ["{src,bench,interop,scripts,tests}/**/*.{ts,mjs}"],
    },
  },
  // Read as data by scripts/extract-icons.mjs.
  ignoreDependencies: ["@iconify-json/fluent-emoji-flat", "@iconify-json/ph"],
  // Programs of the machine; who needs one looks for it.
  ignoreBinaries: ["ffmpeg", "java", "prlimit", "strace", "unshare"],
  compilers: { css: usesOf },
};
