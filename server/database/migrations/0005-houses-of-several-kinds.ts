/**
 * An institution had one kind; a house may have several, and the word for a fritidshjem is its own. Who changes an
 * institution, an area or a group says which version was read.
 */
import type { Step, StepContext } from "./step";

interface OldPlace {
  readonly _id: string;
  readonly kind?: string;
  readonly kinds?: readonly string[] | null;
  readonly version?: number | null;
}

const AT_ONCE = 500;

const NEW_NAMES: Readonly<Record<string, string>> = { fritidstilbud: "fritidshjem" };

async function nameKinds({ main, signal }: StepContext): Promise<void> {
  const institutions = main.collection<OldPlace>("institutions");
  for (;;) {
    signal.throwIfAborted();
    const some = await institutions.find({ kinds: null }).sort({ _id: 1 }).limit(AT_ONCE).toArray();
    if (some.length === 0) return;
    for (const { _id, kind = "skole" } of some) {
      const kinds = [NEW_NAMES[kind] ?? kind];
      await institutions.updateOne({ _id, kinds: null }, { $set: { kinds }, $unset: { kind: "" } });
    }
  }
}

async function countVersions({ main, signal }: StepContext, name: string): Promise<void> {
  const places = main.collection<OldPlace>(name);
  for (;;) {
    signal.throwIfAborted();
    const some = await places.find({ version: null }).sort({ _id: 1 }).limit(AT_ONCE).toArray();
    if (some.length === 0) return;
    for (const { _id } of some) await places.updateOne({ _id, version: null }, { $set: { version: 1 } });
  }
}

export const housesOfSeveralKinds: Step = {
  title: "institutions have several kinds, and what is changed by hand counts its versions",
  async run(context) {
    await nameKinds(context);
    for (const name of ["areas", "institutions", "groups"]) await countVersions(context, name);
  },
};
