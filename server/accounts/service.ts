import type { Actor, NewUser } from "./contract";

export interface AccountService {
  /** Throws `account.signInFailed` (the same for an unknown name) or `request.tooMany`. `token` goes into the cookie. */
  signIn(input: { name: string; password: string; address: string }): Promise<{ token: string; actor: Actor }>;
  /** The actor of a session that has not idled out; using it keeps it alive. */
  findActor(token: string): Promise<Actor>;
  signOut(token: string): Promise<void>;
  addUser(actor: Actor, user: NewUser): Promise<void>;
}
