/** A municipality from before one could choose heard the tablet's own voice first (docs/decisions/0007-which-voice-speaks.md). */
import type { Step } from "./step";

export const aVoiceGoesFirst: Step = {
  title: "every municipality says which voice reads first",
  async run({ main }) {
    await main.collection("municipality").updateMany({ voiceOrder: null }, { $set: { voiceOrder: "device-first" } });
  },
};
