/** Sends one mail by the server behind SMTP_URL. The package is loaded for the first one, not at the start of the process. */
import type { Transporter } from "nodemailer";
import type { Locale } from "#surveys/paper/local-text";
import type { Message } from "./contract";
import { htmlOf, oneLine, textOf } from "./rules";

interface Letter {
  /** The same again is the same mail for whoever receives it. */
  readonly id: string;
  readonly to: string;
  readonly locale: Locale;
  readonly message: Message;
}

export type Send = (letter: Letter) => Promise<void>;

interface SmtpSettings {
  readonly url: string;
  readonly from: string;
}

const ANSWERS_WITHIN_MS = 20_000;

export function createSend({ url, from }: SmtpSettings): Send {
  let transport: Promise<Transporter> | undefined;
  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import("nodemailer");
    const limits = {
      connectionTimeout: ANSWERS_WITHIN_MS,
      greetingTimeout: ANSWERS_WITHIN_MS,
      socketTimeout: ANSWERS_WITHIN_MS,
    };
    return createTransport(url, { from, disableFileAccess: true, disableUrlAccess: true, ...limits });
  };
  const domain = from.replace(/^.*@/, "").replace(/[^\w.-].*$/, "");
  return async ({ id, to, locale, message }) => {
    const { sendMail } = await (transport ??= open()).then((opened) => ({ sendMail: opened.sendMail.bind(opened) }));
    await sendMail({
      to: { name: "", address: to },
      subject: oneLine(message.subject),
      text: textOf(message, locale),
      html: htmlOf(message, locale),
      messageId: `<${id}@${domain}>`,
      headers: { "Auto-Submitted": "auto-generated", "Content-Language": locale },
    });
  };
}
