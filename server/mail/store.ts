/** The post in MongoDB. Whoever sends a mail takes it first, in one atomic update; its text goes in the one that says it was sent. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import type { MailFault, MailState, NewMail } from "./contract";
import { MAIL_FAULTS, MAIL_KINDS, MAIL_STATES } from "./contract";

export interface StoredMail extends Omit<NewMail, "message"> {
  readonly _id: string;
  readonly state: MailState;
  readonly createdAt: Date;
  readonly attempts: number;
  readonly nextAt?: Date;
  readonly startedAt?: Date;
  readonly fault?: MailFault;
  readonly message?: NewMail["message"];
}

const text = { type: String, required: true } as const;
const part = { _id: false, id: false } as const;
const schema = new Schema<StoredMail>(
  {
    _id: text,
    to: text,
    locale: text,
    kind: { ...text, enum: MAIL_KINDS },
    state: { ...text, enum: MAIL_STATES },
    createdAt: { type: Date, required: true },
    attempts: { type: Number, required: true },
    nextAt: Date,
    startedAt: Date,
    fault: { type: String, enum: MAIL_FAULTS },
    message: new Schema(
      { subject: text, paragraphs: [String], button: new Schema({ label: text, url: text }, part) },
      part,
    ),
  },
  { versionKey: false, strict: "throw" },
);
schema.index({ state: 1, nextAt: 1 });
schema.index({ createdAt: -1 });

const MOST_LISTED = 200;

export type MailStore = ReturnType<typeof createMailStore>;

export function createMailStore(connection: Connection) {
  const mails = connection.model<StoredMail>("Mail", schema, "mails");
  return {
    async prepare(): Promise<void> {
      await mails.createIndexes();
    },
    async insert(mail: StoredMail): Promise<void> {
      await mails.create([mail]);
    },
    /** Of those that are due, the one that has waited longest: it is being sent from now on. */
    take: (now: Date) =>
      mails
        .findOneAndUpdate(
          { state: "waiting", nextAt: { $lte: now } },
          { $set: { state: "sending", startedAt: now }, $inc: { attempts: 1 }, $unset: { nextAt: 1 } },
          { sort: { nextAt: 1 }, returnDocument: "after" },
        )
        .lean<StoredMail>()
        .exec(),
    /** What somebody was sending who has died. */
    async freeStale(startedBefore: Date, now: Date): Promise<void> {
      await mails.updateMany(
        { state: "sending", startedAt: { $lt: startedBefore } },
        { $set: { state: "waiting", nextAt: now }, $unset: { startedAt: 1 } },
      );
    },
    async sent(id: string): Promise<void> {
      await mails.updateOne(
        { _id: id, state: "sending" },
        { $set: { state: "sent" }, $unset: { message: 1, startedAt: 1, fault: 1 } },
      );
    },
    async failed(id: string, { state, fault, nextAt }: Pick<StoredMail, "state" | "fault" | "nextAt">): Promise<void> {
      await mails.updateOne(
        { _id: id, state: "sending" },
        { $set: { state, fault, ...(nextAt && { nextAt }) }, $unset: { startedAt: 1 } },
      );
    },
    /** False when there is none whose text is still here. */
    async retry(id: string, now: Date): Promise<boolean> {
      const stuck: readonly MailState[] = ["waiting", "refused", "given-up"];
      const result = await mails.updateOne(
        { _id: id, state: { $in: stuck }, message: { $exists: true } },
        { $set: { state: "waiting", nextAt: now, createdAt: now, attempts: 0 } },
      );
      return result.matchedCount === 1;
    },
    async forget(textsBefore: Date, allBefore: Date): Promise<void> {
      await mails.deleteMany({ createdAt: { $lt: allBefore } });
      await mails.updateMany(
        { createdAt: { $lt: textsBefore }, message: { $exists: true } },
        { $set: { state: "given-up" }, $unset: { message: 1, nextAt: 1 } },
      );
    },
    list: () => mails.find().sort({ createdAt: -1 }).limit(MOST_LISTED).lean<StoredMail[]>().exec(),
  };
}
