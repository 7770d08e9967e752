/** How often mail is tried, what a refusal means, and how a message looks as text and as HTML. Pure. */
import type { Locale } from "#surveys/paper/local-text";
import type { MailFault, Message } from "./contract";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** After the first, second … attempt; then always the last. */
const PAUSES_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);
const GIVE_UP_AFTER_MS = 3 * DAY_MS;

/** Whoever was sending it has died: then it is sent again, under the same Message-ID. */
export const SENDING_AT_MOST_MS = 10 * MINUTE_MS;
/** A text that waits to be handed over is kept so long, and who was written to about what so long. */
export const TEXT_KEPT_MS = 30 * DAY_MS;
export const KEPT_MS = 90 * DAY_MS;

/** When to try again after so many attempts; undefined: it has been tried long enough. */
export function nextAttempt(attempts: number, createdAt: Date, now: Date): Date | undefined {
  const pause = PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1] ?? MINUTE_MS;
  const next = new Date(now.getTime() + pause);
  return next.getTime() - createdAt.getTime() > GIVE_UP_AFTER_MS ? undefined : next;
}

/** What nodemailer says went wrong: its code, the server's answer, and to which command. */
interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
}

/** RFC 5321, 4.2.1: from 500 on a server means it for good, below that not now. */
export function faultOf({ code, responseCode = 0 }: SmtpError): { fault: MailFault; isFinal: boolean } {
  if (code === "EAUTH") return { fault: "sign-in", isFinal: false };
  if (responseCode >= 500 && code === "EMESSAGE") return { fault: "message", isFinal: true };
  if (responseCode >= 500 && code === "EENVELOPE") return { fault: "receiver", isFinal: true };
  return { fault: responseCode >= 400 ? "later" : "unreachable", isFinal: false };
}

/** One line without anything that ends it. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

const FOOT: Readonly<Record<Locale, string>> = {
  da: "Sendt af Lyt Højt. Du kan ikke svare på denne mail.",
  en: "Sent by Lyt Højt. This mail cannot be answered.",
};

export function textOf({ paragraphs, button }: Message, locale: Locale): string {
  const link = button ? [`${button.label}:\n${button.url}`] : [];
  return [...paragraphs, ...link, `-- \n${FOOT[locale]}`].join("\n\n");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** Plain on purpose: nothing is fetched from elsewhere, and each program may choose its own colours. */
export function htmlOf({ subject, paragraphs, button }: Message, locale: Locale): string {
  const body = paragraphs.map((text) => `<p>${escaped(text).replaceAll("\n", "<br>")}</p>`);
  const link = button
    ? [`<p><a href="${escaped(button.url)}">${escaped(button.label)}</a></p><p>${escaped(button.url)}</p>`]
    : [];
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(oneLine(subject))}</title></head>`,
    '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em">',
    ...body,
    ...link,
    `<p><small>${FOOT[locale]}</small></p></body></html>`,
  ].join("\n");
}
