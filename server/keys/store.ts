/** Keys (by hash, under the application's pepper) and, in a database of their own, the rounds' secrets. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { FORM_NAMES } from "#surveys/paper/form";
import type { FormName } from "#surveys/paper/form";

const KEY_STATES = ["unclaimed", "claimed", "spent"] as const;

export interface StoredKey {
  /** HMAC of the card's secret. */
  readonly _id: string;
  readonly round: string;
  readonly group: string;
  readonly institution: string;
  readonly band: FormName;
  /** HMACs of what opens the key behind the group's own link: its three pictures, its six letters. */
  readonly own: readonly string[];
  readonly state: (typeof KEY_STATES)[number];
  /** HMAC(round secret, response id) between claim and spend. */
  readonly claim?: string;
}

interface StoredSecret {
  readonly _id: string;
  readonly secret: string;
  /** It stands in the place of one that was lost: the round may have been sealed before, in data that are gone. */
  readonly isReplacement?: boolean;
}

const text = { type: String, required: true } as const;
const options = { versionKey: false, strict: "throw" } as const;
const keySchema = new Schema<StoredKey>(
  {
    _id: text,
    round: text,
    group: text,
    institution: text,
    band: { type: String, enum: FORM_NAMES, required: true },
    own: { type: [String], required: true },
    state: { type: String, enum: KEY_STATES, required: true },
    claim: String,
  },
  options,
);
keySchema.index({ own: 1 });
keySchema.index({ round: 1, state: 1 });
keySchema.index({ group: 1 });
const secretSchema = new Schema<StoredSecret>({ _id: text, secret: text, isReplacement: Boolean }, options);

export type KeyStore = ReturnType<typeof createKeyStore>;

export function createKeyStore(connection: Connection, secretsConnection: Connection) {
  const keys = connection.model<StoredKey>("Key", keySchema, "keys");
  const secrets = secretsConnection.model<StoredSecret>("RoundSecret", secretSchema, "roundSecrets");
  return {
    async prepare(): Promise<void> {
      await keys.createIndexes();
    },
    async insert(list: readonly StoredKey[]): Promise<void> {
      await keys.insertMany(list);
    },
    find: (id: string) => keys.findById(id).lean<StoredKey>().exec(),
    findByOwn: (own: string) => keys.find({ own }).lean<StoredKey[]>().exec(),
    async listOwnOfGroup(group: string): Promise<Set<string>> {
      const found = await keys.find({ group }).select({ own: 1 }).lean<StoredKey[]>();
      return new Set(found.flatMap((key) => key.own));
    },
    /** One atomic step: the key if it was unclaimed and is now claimed under `claim`, else null. */
    claim: (id: string, claim: string) =>
      keys
        .findOneAndUpdate(
          { _id: id, state: "unclaimed" },
          { $set: { state: "claimed", claim } },
          { returnDocument: "after" },
        )
        .lean<StoredKey>()
        .exec(),
    /** False when the key was not claimed. */
    async spend(id: string): Promise<boolean> {
      const spent = { $set: { state: "spent" }, $unset: { claim: "" } };
      return (await keys.updateOne({ _id: id, state: "claimed" }, spent)).matchedCount === 1;
    },
    listClaimed: (round: string) => keys.find({ round, state: "claimed" }).lean<StoredKey[]>().exec(),
    async deleteInState(round: string, state: StoredKey["state"]): Promise<void> {
      await keys.deleteMany({ round, state });
    },
    async hasKeys(round: string): Promise<boolean> {
      return (await keys.findOne({ round }).select({ _id: 1 }).lean()) !== null;
    },
    async saveSecret(round: string, secret: string, isReplacement: boolean): Promise<void> {
      const fresh = { secret, ...(isReplacement && { isReplacement }) };
      await secrets.updateOne({ _id: round }, { $setOnInsert: fresh }, { upsert: true });
    },
    async trustSecret(round: string, secret: string): Promise<void> {
      await secrets.updateOne(
        { _id: round },
        { $setOnInsert: { secret }, $unset: { isReplacement: "" } },
        { upsert: true },
      );
    },
    findSecret: (round: string) => secrets.findById(round).lean<StoredSecret>().exec(),
    /** Keys and claims, and then the round's secret. */
    async shred(round: string): Promise<void> {
      await keys.deleteMany({ round });
      await secrets.deleteOne({ _id: round });
    },
  };
}
