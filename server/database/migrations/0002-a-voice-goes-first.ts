/** A municipality from before one could choose heard the tablet's own voice first (docs/decisions/0007-which-voice-speaks.md). */
import type { Step } from "./step";

export const aVoiceGoesFirst: Step = {
  title: "every municipality says which voice reads first",
  async run({ main }) {
    const municipality = main.collection<{ _id: string; voiceOrder?: string | null }>("municipality");
    // Null is what has none, too.
    await municipality.updateOne({ _id: "municipality", voiceOrder: null }, { $set: { voiceOrder: "device-first" } });
  },
};
