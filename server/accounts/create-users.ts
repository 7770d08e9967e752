/** People who may sign in, as whoever has the machine adds them and gives them passwords. */
import { hash } from "@node-rs/argon2";
import type { RecordDeed } from "../audit/service";
import { newId } from "../lib/ids";
import { problems } from "../lib/problem";
import { newUser } from "./forms";
import { ARGON2ID } from "./rules";
import type { AccountService } from "./service";
import type { AccountStore } from "./store";

interface UserDeps {
  readonly store: AccountStore;
  readonly record: RecordDeed;
}

export function createUsers({ store, record }: UserDeps): Pick<AccountService, "addUser" | "setPassword"> {
  const recorded = <T>(verb: string, id: string, act: () => Promise<T>) =>
    record({ actor: { kind: "operator" }, verb, subject: { kind: "user", id } }, act);
  return {
    async addUser(input) {
      const parsed = newUser.safeParse(input);
      if (!parsed.success)
        throw problems.request.malformed(
          parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; "),
        );
      const { password, ...user } = parsed.data;
      const stored = { _id: newId(), ...user, passwordHash: await hash(password, ARGON2ID) };
      await recorded("account.add", stored._id, async () => {
        if (!(await store.insertUser(stored))) throw problems.account.nameTaken();
      });
    },
    async setPassword(name, password) {
      const user = await store.findUserByName(name);
      if (!user) return false;
      const passwordHash = await hash(password, ARGON2ID);
      await recorded("account.password", user._id, async () => {
        await store.setPassword(name, passwordHash);
        await store.deleteSessionsOf(user._id);
      });
      return true;
    },
  };
}
