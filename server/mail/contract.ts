/** Mail to adults: what a message is made of, and how it fares on its way. */
import type { Locale } from "#surveys/paper/local-text";

/** What it is about, for the page that shows the post; each has its words there. */
export const MAIL_KINDS = ["test", "invitation", "reset"] as const;
type MailKind = (typeof MAIL_KINDS)[number];

/**
 * Words of whoever sends it: a subject, paragraphs, and one button at most. What the button leads to has its one-time code
 * behind `#`: no server, proxy or scanner sees it, and opening the link changes nothing.
 */
export interface Message {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly label: string; readonly url: string };
}

export interface NewMail {
  readonly to: string;
  readonly locale: Locale;
  readonly kind: MailKind;
  readonly message: Message;
}

/** `refused`: for good, by the receiver's server. `given-up`: after three days of trying. */
export const MAIL_STATES = ["waiting", "sending", "sent", "refused", "given-up"] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Why it did not go: nobody answered, not now, not this receiver, not this text, or our own name and password. */
export const MAIL_FAULTS = ["unreachable", "later", "receiver", "message", "sign-in"] as const;
export type MailFault = (typeof MAIL_FAULTS)[number];

export interface MailLine {
  readonly id: string;
  readonly to: string;
  readonly kind: MailKind;
  readonly state: MailState;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly attempts: number;
  /** When it is tried again; only while it waits. */
  readonly nextAt?: string;
  readonly fault?: MailFault;
  /** As long as somebody may have to hand it over: never once it was sent. */
  readonly message?: Message;
}

export interface Post {
  /** Whether there is a server to send by; without one nothing leaves, and people hand it over. */
  readonly isSending: boolean;
  /** The latest first. */
  readonly lines: readonly MailLine[];
}
