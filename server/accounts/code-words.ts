/** What the mails say that carry a one-time code. Nothing but who it is for, and what to do. */
import type { Locale } from "#surveys/paper/local-text";
import type { Message } from "../mail/contract";
import type { CodePurpose } from "./rules";

interface Told {
  readonly displayName: string;
  readonly name: string;
  readonly url: string;
  readonly locale: Locale;
}

const WORDS = {
  da: {
    invitation: {
      subject: "Du er inviteret til Lyt Højt",
      text: "Kommunen har inviteret dig til Lyt Højt, hvor børn og unge bliver hørt. Vælg en adgangskode, så er du i gang.",
      label: "Vælg adgangskode",
      lives: "Linket virker én gang, i 30 dage.",
    },
    reset: {
      subject: "Vælg en ny adgangskode til Lyt Højt",
      text: "Nogen, måske dig, har bedt om en ny adgangskode. Er det ikke dig, så gør ingenting: Din adgangskode er den samme.",
      label: "Vælg ny adgangskode",
      lives: "Linket virker én gang, i et døgn.",
    },
    hello: (name: string) => `Hej ${name}`,
    name: (name: string) => `Dit brugernavn er ${name}.`,
  },
  en: {
    invitation: {
      subject: "You are invited to Lyt Højt",
      text: "The municipality has invited you to Lyt Højt, where children and young people are heard. Choose a password, and you have begun.",
      label: "Choose a password",
      lives: "The link works once, for 30 days.",
    },
    reset: {
      subject: "Choose a new password for Lyt Højt",
      text: "Somebody, perhaps you, has asked for a new password. If it was not you, do nothing: your password is the same.",
      label: "Choose a new password",
      lives: "The link works once, for a day.",
    },
    hello: (name: string) => `Hello ${name}`,
    name: (name: string) => `Your user name is ${name}.`,
  },
} as const;

export function codeMessage(purpose: CodePurpose, { displayName, name, url, locale }: Told): Message {
  const words = WORDS[locale];
  const { subject, text, label, lives } = words[purpose];
  return { subject, paragraphs: [words.hello(displayName), text, words.name(name), lives], button: { label, url } };
}
