/**
 * The words around a paper, in a child's language. They are few and stand here, because no translation library fits
 * into a child's page; the paper carries its own.
 */
import type { HelperDeed } from "#server/responses/contract";
import type { Locale } from "#surveys/paper/local-text";

export interface PlayerWords {
  readonly language: string;
  readonly otherLanguage: string;
  readonly invented: string;
  readonly stop: string;
  readonly stopQuestion: string;
  readonly stopYes: string;
  readonly stopNo: string;
  readonly soundOn: string;
  readonly soundOff: string;
  readonly listen: (text: string) => string;
  readonly noVoice: string;
  readonly path: (at: number, of: number) => string;
  readonly back: string;
  readonly next: string;
  readonly declined: string;
  readonly notUnderstood: string;
  readonly atMost: (count: number) => string;
  readonly writeHere: string;
  readonly hello: string;
  readonly mayStop: string;
  readonly join: string;
  readonly yes: string;
  readonly no: string;
  readonly whoSees: string;
  readonly ownAnswers: string;
  readonly ownAnswersHelp: string;
  readonly noAnswer: string;
  readonly change: (question: string) => string;
  readonly helperQuestion: string;
  readonly helpers: Readonly<Record<HelperDeed, string>>;
  readonly send: string;
  readonly sending: string;
  readonly notices: Readonly<Record<"away" | "used" | "sealed" | "refused", string>>;
  readonly thanks: string;
  readonly sent: string;
  readonly receipt: (code: string) => string;
  readonly whatHappens: string;
  readonly adultsListen: string;
  readonly weTalk: string;
  readonly youHear: (date: string) => string;
  readonly nextChild: string;
  readonly left: string;
  readonly leftHelp: string;
  readonly begin: string;
}

export const PLAYER_WORDS: Readonly<Record<Locale, PlayerWords>> = {
  da: {
    language: "Dansk",
    otherLanguage: "English",
    invented: "Opfundne data – prøv løs",
    stop: "Stop",
    stopQuestion: "Vil du stoppe? Så gemmer vi ikke det, du har svaret.",
    stopYes: "Ja, stop",
    stopNo: "Nej, videre",
    soundOn: "Slå højtlæsning til",
    soundOff: "Slå højtlæsning fra",
    listen: (text) => `Hør: ${text}`,
    noVoice: "Her er ingen dansk stemme. Bed en voksen læse højt.",
    path: (at, of) => `Spørgsmål ${at} af ${of}`,
    back: "Tilbage",
    next: "Videre",
    declined: "Vil ikke svare",
    notUnderstood: "Forstår ikke",
    atMost: (count) => `Du må vælge op til\u00a0${count}.`,
    writeHere: "Skriv her",
    hello: "Hej!",
    mayStop: "Du må stoppe, når du vil.",
    join: "Vil du være med?",
    yes: "Ja",
    no: "Nej tak",
    whoSees: "Hvem får det at vide?",
    ownAnswers: "Her er dine svar",
    ownAnswersHelp: "Er det rigtigt? Du kan lave dem om.",
    noAnswer: "Ikke svaret",
    change: (question) => `Lav om: ${question}`,
    helperQuestion: "Hjalp en voksen dig?",
    helpers: {
      none: "Nej, jeg klarede det selv",
      read: "Ja, læste højt",
      pointed: "Ja, trykkede for mig",
      interpreted: "Ja, oversatte",
    },
    send: "Send mine svar",
    sending: "Sender …",
    notices: {
      away: "Vi kan ikke komme igennem lige nu. Dine svar er her stadig. Prøv igen om lidt.",
      used: "Der er allerede sendt svar med dette kort. Bed en voksen om et nyt.",
      sealed: "Nu er det lukket, så vi kan ikke tage imod flere svar. Tak, fordi du ville være med.",
      refused: "Noget passede ikke. Se dine svar igennem, og prøv igen.",
    },
    thanks: "Tak. Nu har vi hørt dig.",
    sent: "Dine svar er sendt",
    receipt: (code) => `Kvittering: ${code}`,
    whatHappens: "Hvad sker der nu?",
    adultsListen: "De voksne lytter til alle svar",
    weTalk: "I taler om det sammen",
    youHear: (date) => `Den\u00a0${date} hører du, hvad der sker`,
    nextChild: "Næste barn",
    left: "Det er helt i orden.",
    leftHelp: "Vi har ikke gemt noget.",
    begin: "Jeg vil gerne være med alligevel",
  },
  en: {
    language: "English",
    otherLanguage: "Dansk",
    invented: "Invented data – try it out",
    stop: "Stop",
    stopQuestion: "Do you want to stop? Then we do not keep what you answered.",
    stopYes: "Yes, stop",
    stopNo: "No, go on",
    soundOn: "Read aloud to me",
    soundOff: "Stop reading aloud",
    listen: (text) => `Listen: ${text}`,
    noVoice: "There is no English voice here. Ask an adult to read aloud.",
    path: (at, of) => `Question ${at} of ${of}`,
    back: "Back",
    next: "Next",
    declined: "I don’t want to answer",
    notUnderstood: "I don’t understand",
    atMost: (count) => `You may choose up to\u00a0${count}.`,
    writeHere: "Write here",
    hello: "Hi!",
    mayStop: "You may stop whenever you like.",
    join: "Would you like to join in?",
    yes: "Yes",
    no: "No thanks",
    whoSees: "Who will know?",
    ownAnswers: "Here are your answers",
    ownAnswersHelp: "Are they right? You can change them.",
    noAnswer: "Not answered",
    change: (question) => `Change: ${question}`,
    helperQuestion: "Did an adult help you?",
    helpers: {
      none: "No, I did it myself",
      read: "Yes, read aloud",
      pointed: "Yes, pressed for me",
      interpreted: "Yes, translated",
    },
    send: "Send my answers",
    sending: "Sending …",
    notices: {
      away: "We cannot get through just now. Your answers are still here. Try again in a little while.",
      used: "Answers have already been sent with this card. Ask an adult for a new one.",
      sealed: "It is closed now, so we can take no more answers. Thank you for wanting to join in.",
      refused: "Something did not fit. Look at your answers and try again.",
    },
    thanks: "Thank you. Now we have heard you.",
    sent: "Your answers are sent",
    receipt: (code) => `Receipt: ${code}`,
    whatHappens: "What happens now?",
    adultsListen: "The adults listen to all answers",
    weTalk: "You talk about it together",
    youHear: (date) => `On ${date} you hear what happens`,
    nextChild: "Next child",
    left: "That is quite all right.",
    leftHelp: "We have not kept anything.",
    begin: "I would like to join in after all",
  },
};

/** "12. marts" or "12 March", never broken over two lines. */
export function childDay(iso: string, locale: Locale): string {
  const options = { day: "numeric", month: "long", timeZone: "Europe/Copenhagen" } as const;
  const text = new Intl.DateTimeFormat(locale === "da" ? "da-DK" : "en-GB", options).format(new Date(iso));
  return text.replace(" ", "\u00a0");
}
