/**
 * The oldest browsers the pages are made for; the build's targets (vite.config.ts), the check of what was built
 * (tests/integration/old-browsers.test.ts) and docs/browsers.md follow from here. Named as the compatibility data name them.
 */
export const OLDEST_BROWSERS = {
  chrome: "88",
  chrome_android: "88",
  edge: "88",
  firefox: "115",
  firefox_android: "115",
  safari: "14.1",
  safari_ios: "14.5",
  samsunginternet_android: "15.0",
};

/** The same, as the compiler names what it knows of. */
export const buildTargets = () => {
  const { chrome, edge, firefox, safari, safari_ios } = OLDEST_BROWSERS;
  return [`chrome${chrome}`, `edge${edge}`, `firefox${firefox}`, `safari${safari}`, `ios${safari_ios}`];
};
