/**
 * The post: mail to adults, kept until it has gone. Tried again with growing pauses, for three days; a crash between sending and
 * writing it down sends it once more, under the same Message-ID. Without a server to send by it is shown to administrators, who
 * hand it over.
 */
import type { Actor } from "../accounts/contract";
import type { Clock } from "../lib/clock";
import { newId } from "../lib/ids";
import { problems } from "../lib/problem";
import type { Permission } from "../permissions/contract";
import { may } from "../permissions/contract";
import type { MailLine, NewMail, Post } from "./contract";
import { KEPT_MS, SENDING_AT_MOST_MS, TEXT_KEPT_MS, faultOf, nextAttempt } from "./rules";
import type { Send } from "./send-smtp";
import type { MailStore, StoredMail } from "./store";

export interface MailService {
  /** Kept at once, sent soon. */
  enqueue(mail: NewMail): Promise<void>;
  /** What is due; resolves with how many were sent. */
  sendDue(): Promise<number>;
  /** For administrators (`request.notFound` for others). */
  list(actor: Actor): Promise<Post>;
  /** One that waits or did not go. Throws as `list`, and `mail.notFound`. */
  retry(actor: Actor, id: string): Promise<void>;
  /** A mail to try the settings by. Throws as `list`. */
  test(actor: Actor, mail: NewMail): Promise<void>;
}

export interface MailDeps {
  readonly store: MailStore;
  readonly clock: Clock;
  /** Absent: there is no server to send by. */
  readonly send?: Send;
}

function lineOf({ _id: id, to, kind, state, createdAt, attempts, nextAt, fault, message }: StoredMail): MailLine {
  return {
    id,
    to,
    kind,
    state,
    createdAt: createdAt.toISOString(),
    attempts,
    ...(nextAt && { nextAt: nextAt.toISOString() }),
    ...(fault && { fault }),
    ...(message && { message }),
  };
}

const before = (now: Date, ms: number) => new Date(now.getTime() - ms);

async function sendOne({ store, clock }: MailDeps, send: Send, mail: StoredMail): Promise<boolean> {
  const { _id: id, to, locale, message, attempts, createdAt } = mail;
  if (!message) {
    await store.failed(id, { state: "given-up" });
    return false;
  }
  try {
    await send({ id, to, locale, message });
  } catch (error) {
    // As nodemailer throws it.
    const { fault, isFinal } = faultOf(error as Parameters<typeof faultOf>[0]);
    const nextAt = isFinal ? undefined : nextAttempt(attempts, createdAt, clock.now());
    const state = nextAt ? "waiting" : isFinal ? "refused" : "given-up";
    await store.failed(id, { state, fault, ...(nextAt && { nextAt }) });
    return false;
  }
  await store.sent(id);
  return true;
}

export function createMailService(deps: MailDeps): MailService {
  const { store, clock, send } = deps;
  const check = (actor: Actor, permission: Permission) => {
    if (!may(actor, permission)) throw problems.request.notFound();
  };
  const enqueue = async (mail: NewMail) => {
    const now = clock.now();
    await store.insert({ _id: newId(), ...mail, state: "waiting", createdAt: now, attempts: 0, nextAt: now });
  };
  return {
    enqueue,
    async sendDue() {
      const now = clock.now();
      await store.forget(before(now, TEXT_KEPT_MS), before(now, KEPT_MS));
      if (!send) return 0;
      await store.freeStale(before(now, SENDING_AT_MOST_MS), now);
      let count = 0;
      for (let mail = await store.take(now); mail; mail = await store.take(now))
        if (await sendOne(deps, send, mail)) count += 1;
      return count;
    },
    async list(actor) {
      check(actor, "mail.read");
      return { isSending: send !== undefined, lines: (await store.list()).map(lineOf) };
    },
    async retry(actor, id) {
      check(actor, "mail.retry");
      if (!(await store.retry(id, clock.now()))) throw problems.mail.notFound();
    },
    async test(actor, mail) {
      check(actor, "mail.test");
      await enqueue(mail);
    },
  };
}
