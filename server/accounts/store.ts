/** Users and their sessions in MongoDB. Passwords as argon2id hashes, session tokens as SHA-256. */
import { Schema } from "mongoose";
import type { Connection, Model } from "mongoose";
import { isDuplicateKey } from "../database/database-problem";
import type { Person, PersonState, Role } from "./contract";
import { PERSON_STATES, ROLES } from "./contract";
import type { CodePurpose } from "./rules";

export interface StoredUser {
  readonly _id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly institutionIds: readonly string[];
  readonly areaIds?: readonly string[];
  readonly groupIds?: readonly string[];
  readonly passwordHash: string;
  /** Absent: active. */
  readonly state?: Exclude<PersonState, "active">;
  readonly email?: string;
}

/** A one-time code, under its hash. */
export interface StoredCode {
  readonly _id: string;
  readonly userId: string;
  readonly purpose: CodePurpose;
  readonly expiresAt: Date;
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
    state: { type: String, enum: PERSON_STATES },
    email: String,
  },
  options,
);
userSchema.index({ name: 1 }, { unique: true });
const sessionSchema = new Schema<StoredSession>(
  { _id: text, userId: text, startedAt: { type: Date, required: true }, seenAt: { type: Date, required: true } },
  options,
);
sessionSchema.index({ seenAt: 1 });
sessionSchema.index({ userId: 1 });
const codeSchema = new Schema<StoredCode>(
  { _id: text, userId: text, purpose: text, expiresAt: { type: Date, required: true } },
  options,
);
codeSchema.index({ userId: 1 });
codeSchema.index({ expiresAt: 1 });

/** What of a user others may know. */
const PERSON = { name: 1, displayName: 1, role: 1, institutionIds: 1, areaIds: 1, groupIds: 1 } as const;

type Codes = Model<StoredCode>;
type Sessions = Model<StoredSession>;
type Users = Model<StoredUser>;

const codesIn = (codes: Codes) => ({
  async insertCode(code: StoredCode): Promise<void> {
    await codes.create([code]);
  },
  /** Not used up by looking at it. */
  findCode: (id: string, now: Date) =>
    codes
      .findOne({ _id: id, expiresAt: { $gt: now } })
      .lean<StoredCode>()
      .exec(),
  /** False when it was used before. */
  async useCode(id: string): Promise<boolean> {
    return (await codes.deleteOne({ _id: id })).deletedCount === 1;
  },
  async deleteCodesOf(userId: string): Promise<void> {
    await codes.deleteMany({ userId });
  },
  async deleteCodesBefore(now: Date): Promise<void> {
    await codes.deleteMany({ expiresAt: { $lte: now } });
  },
});

const sessionsIn = (sessions: Sessions) => ({
  async insertSession(session: StoredSession): Promise<void> {
    await sessions.create([session]);
  },
  findSession: (id: string) => sessions.findById(id).lean<StoredSession>().exec(),
  listSessionsOf: (userId: string) => sessions.find({ userId }).sort({ seenAt: -1 }).lean<StoredSession[]>().exec(),
  async touchSession(id: string, seenAt: Date): Promise<void> {
    await sessions.updateOne({ _id: id }, { $set: { seenAt } });
  },
  async deleteSession(id: string): Promise<void> {
    await sessions.deleteOne({ _id: id });
  },
  async deleteSessionsOf(userId: string): Promise<void> {
    await sessions.deleteMany({ userId });
  },
  async deleteOtherSessions(userId: string, kept: string): Promise<void> {
    await sessions.deleteMany({ userId, _id: { $ne: kept } });
  },
  async deleteSessionsIdleSince(moment: Date): Promise<void> {
    await sessions.deleteMany({ seenAt: { $lt: moment } });
  },
});

function usersIn(users: Users) {
  async function listPeople(filter: object): Promise<Person[]> {
    const found = await users.find(filter).select(PERSON).lean<Omit<StoredUser, "passwordHash">[]>();
    return found.map(({ _id: id, ...person }) => ({ id, ...person }));
  }
  return {
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
    findUserByEmail: (email: string) => users.findOne({ email }).lean<StoredUser>().exec(),
    listUsers: () => users.find().select({ passwordHash: 0 }).lean<Omit<StoredUser, "passwordHash">[]>().exec(),
    listAllPeople: () => listPeople({}),
    listPeople: (ids: readonly string[]) => listPeople({ _id: { $in: [...ids] } }),
    listPeopleNamed: (names: readonly string[]) => listPeople({ name: { $in: [...names] } }),
    /** Fields that are undefined go. False when there is no such user. */
    async updateUser(id: string, fields: Partial<Omit<StoredUser, "_id">>): Promise<boolean> {
      const given = Object.entries(fields);
      const set = Object.fromEntries(given.filter(([, value]) => value !== undefined));
      const unset = Object.fromEntries(given.filter(([, value]) => value === undefined).map(([name]) => [name, 1]));
      return (await users.updateOne({ _id: id }, { $set: set, $unset: unset })).matchedCount === 1;
    },
    async setPassword(name: string, passwordHash: string): Promise<void> {
      await users.updateOne({ name }, { $set: { passwordHash } });
    },
    async deleteUser(id: string): Promise<void> {
      await users.deleteOne({ _id: id });
    },
    /** Who may sign in as an administrator now. */
    countAdministrators: () => users.countDocuments({ role: "administrator", state: { $exists: false } }),
  };
}

export type AccountStore = ReturnType<typeof createAccountStore>;

export function createAccountStore(connection: Connection) {
  const users = connection.model<StoredUser>("User", userSchema, "users");
  const sessions = connection.model<StoredSession>("Session", sessionSchema, "sessions");
  const codes = connection.model<StoredCode>("AccountCode", codeSchema, "accountCodes");
  return {
    async prepare(): Promise<void> {
      for (const model of [users, sessions, codes]) await model.createIndexes();
    },
    ...usersIn(users),
    ...sessionsIn(sessions),
    ...codesIn(codes),
  };
}
