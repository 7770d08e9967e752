/** The sounds this installation ships, as `npm run narrate` has written them down. */
import manifest from "./manifest.json" with { type: "json" };
import type { NarrationManifest } from "./narration";

// Written by our own script, which knows no other sources; a test holds it to them.
export const shippedNarrations = manifest as NarrationManifest;
