/** Users and their sessions in MongoDB. Passwords as argon2id hashes, session tokens as SHA-256. */
import { Schema } from "mongoose";
import type { Connection } from "mongoose";
import { isDuplicateKey } from "../database/database-problem";
import type { Person, Role } from "./contract";
import { ROLES } from "./contract";

export interface StoredUser {
  readonly _id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly institutionIds: readonly string[];
  readonly areaIds?: readonly string[];
  readonly groupIds?: readonly string[];
  readonly passwordHash: string;
}

export interface StoredSession {
  readonly _id: string;
  readonly userId: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
}

const text = { type: String, required: true } as const;
const options = { versionKey: false, strict: "throw" } as const;
const userSchema = new Schema<StoredUser>(
  {
    _id: text,
    name: text,
    displayName: text,
    role: { type: String, enum: ROLES, required: true },
    institutionIds: { type: [String], required: true },
    areaIds: { type: [String], default: undefined },
    groupIds: { type: [String], default: undefined },
    passwordHash: text,
  },
  options,
);
userSchema.index({ name: 1 }, { unique: true });
const sessionSchema = new Schema<StoredSession>(
  { _id: text, userId: text, startedAt: { type: Date, required: true }, seenAt: { type: Date, required: true } },
  options,
);
sessionSchema.index({ seenAt: 1 });

/** What of a user others may know. */
const PERSON = { name: 1, displayName: 1, role: 1, institutionIds: 1, areaIds: 1, groupIds: 1 } as const;

export type AccountStore = ReturnType<typeof createAccountStore>;

export function createAccountStore(connection: Connection) {
  const users = connection.model<StoredUser>("User", userSchema, "users");
  const sessions = connection.model<StoredSession>("Session", sessionSchema, "sessions");
  async function listPeople(filter: object): Promise<Person[]> {
    const found = await users.find(filter).select(PERSON).lean<Omit<StoredUser, "passwordHash">[]>();
    return found.map(({ _id: id, ...person }) => ({ id, ...person }));
  }
  return {
    async prepare(): Promise<void> {
      await users.createIndexes();
      await sessions.createIndexes();
    },
    /** False when the name is taken. */
    async insertUser(user: StoredUser): Promise<boolean> {
      try {
        await users.create([user]);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    findUser: (id: string) => users.findById(id).lean<StoredUser>().exec(),
    findUserByName: (name: string) => users.findOne({ name }).lean<StoredUser>().exec(),
    listAllPeople: () => listPeople({}),
    listPeople: (ids: readonly string[]) => listPeople({ _id: { $in: [...ids] } }),
    listPeopleNamed: (names: readonly string[]) => listPeople({ name: { $in: [...names] } }),
    async setPassword(name: string, passwordHash: string): Promise<void> {
      await users.updateOne({ name }, { $set: { passwordHash } });
    },
    async insertSession(session: StoredSession): Promise<void> {
      await sessions.create([session]);
    },
    findSession: (id: string) => sessions.findById(id).lean<StoredSession>().exec(),
    async touchSession(id: string, seenAt: Date): Promise<void> {
      await sessions.updateOne({ _id: id }, { $set: { seenAt } });
    },
    async deleteSession(id: string): Promise<void> {
      await sessions.deleteOne({ _id: id });
    },
    async deleteSessionsOf(userId: string): Promise<void> {
      await sessions.deleteMany({ userId });
    },
    async deleteSessionsIdleSince(moment: Date): Promise<void> {
      await sessions.deleteMany({ seenAt: { $lt: moment } });
    },
  };
}
