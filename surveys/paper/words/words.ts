/**
 * The words around a paper, in a child's language: data beside the paper, so that a child's device loads one language
 * only. `{0}` and `{1}` are filled in by `fillWords`. One file a language; `reviewed` turns true when a person who
 * speaks it has signed it.
 */
export interface PlayerWords {
  readonly help: HelpWords;
  readonly languages: string;
  readonly invented: string;
  readonly stop: string;
  readonly stopQuestion: string;
  readonly stopYes: string;
  readonly stopNo: string;
  readonly soundOn: string;
  readonly soundOff: string;
  readonly listen: string;
  readonly noVoice: string;
  readonly path: string;
  readonly pathPages: string;
  readonly practice: string;
  readonly practiceHelp: string;
  /** Whatever was chosen at a try. */
  readonly practiceDone: string;
  readonly rest: string;
  readonly back: string;
  readonly next: string;
  readonly declined: string;
  readonly notUnderstood: string;
  /** Behind "Forstår ikke": the question once more, and whether that helped. */
  readonly simpler: string;
  readonly nowYes: string;
  readonly stillNot: string;
  readonly answerFirst: string;
  readonly several: string;
  readonly atMost: string;
  readonly writeHere: string;
  /** Before a child writes: who reads it, in which language, and that an adult must act when a child is in danger. */
  readonly readByAdult: string;
  /** By role, below it: seen and not heard, as nobody can record every role. */
  readonly readerIs: string;
  readonly howMuch: string;
  readonly more: string;
  readonly less: string;
  readonly rankHelp: string;
  readonly rankedAs: string;
  readonly stickers: string;
  readonly places: string;
  readonly drawHere: string;
  readonly undo: string;
  readonly clear: string;
  readonly tellInstead: string;
  readonly drawInstead: string;
  readonly yourDrawing: string;
  readonly record: string;
  readonly stopRecording: string;
  readonly yourRecording: string;
  readonly remove: string;
  readonly secondsLeft: string;
  readonly noMicrophone: string;
  readonly takePhoto: string;
  readonly yourPhoto: string;
  readonly keptHere: string;
  readonly notHere: string;
  readonly mayStop: string;
  readonly join: string;
  readonly yes: string;
  readonly no: string;
  readonly whoSees: string;
  readonly ownAnswers: string;
  readonly ownAnswersHelp: string;
  readonly noAnswer: string;
  readonly missing: string;
  readonly allAnswers: string;
  /** Instead of sending when nothing was answered. */
  readonly nothingYet: string;
  readonly answerNow: string;
  readonly stopInstead: string;
  readonly change: string;
  readonly helperQuestion: string;
  readonly send: string;
  readonly sending: string;
  readonly thanks: string;
  readonly sent: string;
  readonly receipt: string;
  readonly whatHappens: string;
  readonly adultsListen: string;
  readonly weTalk: string;
  readonly youHear: string;
  /** Before the address of the page on which children read what came of it. */
  readonly lookHere: string;
  readonly nextChild: string;
  readonly left: string;
  readonly leftHelp: string;
  readonly begin: string;
  readonly helpers: Readonly<Record<"none" | "read" | "pointed" | "interpreted", string>>;
  readonly notices: Readonly<Record<"away" | "used" | "sealed" | "refused" | "blocked", string>>;
  /** Beside `blocked`: what an adult can do. */
  readonly blockedAdult: string;
}

/** "Jeg vil tale med en voksen": how to find one here, by age. */
export interface HelpWords {
  readonly open: string;
  readonly close: string;
  readonly notKept: string;
  readonly sentences: readonly string[];
  /** Whom one may phone, from ten years. */
  readonly phone?: { readonly name: string; readonly number: string };
}

/** The words of the doors (key by link, pictures or letters) and of what can go wrong there. */
export interface DoorWords {
  readonly pressPictures: string;
  readonly chosenSoFar: string;
  readonly takeBack: string;
  readonly writeLetters: string;
  readonly choosePictures: string;
  readonly lettersTitle: string;
  readonly lettersLabel: string;
  readonly lettersWrong: string;
  readonly onward: string;
  readonly doorTitle: string;
  readonly doorHelp: string;
  readonly codeLabel: string;
  readonly codeWrong: string;
  readonly again: string;
  readonly toDoor: string;
  /** By a problem's code; `else` for all others. */
  readonly troubles: Readonly<Record<Trouble, TroubleWords>>;
}

export const TROUBLES = [
  "key.unknown",
  "key.malformed",
  "key.used",
  "key.picturesPaused",
  "round.closed",
  "result.unknown",
  "request.tooMany",
  "database.away",
  "else",
] as const;
export type Trouble = (typeof TROUBLES)[number];

export interface TroubleWords {
  readonly title: string;
  readonly text: string;
}

/** As they are written: the sentences about help for each age. */
interface WrittenPlayerWords extends Omit<PlayerWords, "help"> {
  readonly help: Pick<HelpWords, "open" | "close" | "notKept"> & {
    readonly phone: string;
    readonly ages: Readonly<Record<"3-5" | "6-9" | "10-12" | "13-18", readonly string[]>>;
  };
}

export interface ChildWords {
  /** A person who speaks the language has signed it. */
  readonly reviewed: boolean;
  readonly player: WrittenPlayerWords;
  /** What is said otherwise to an adult who writes down what was seen of a child. */
  readonly observer: Pick<PlayerWords, "declined">;
  readonly door: DoorWords;
  readonly result: ResultWords;
}

/** The words around what adults answer the children (`/r/<code>`). */
export interface ResultWords {
  readonly title: string;
  /** Whose page it is, where younger and older ones were asked. */
  readonly who: string;
  readonly young: string;
  readonly older: string;
  /** So many answered. */
  readonly heard: string;
  readonly said: string;
  readonly talked: string;
  readonly doing: string;
  readonly notDoing: string;
  readonly since: string;
  /** Before the answer: the round is open, the adults read, until when, and that the day has passed. */
  readonly open: string;
  readonly waiting: string;
  readonly due: string;
  readonly late: string;
  /** By role. */
  readonly owner: string;
  readonly sinceDue: string;
  readonly sinceLate: string;
  /** The adults' own words are in Danish. */
  readonly ownWords: string;
}

/** Of the words of a paper those that stand at its door too. */
export type FrameWords = Pick<PlayerWords, "help" | "languages" | "invented" | "listen" | "noVoice">;

export function fillWords(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (whole, at: string) => String(values[Number(at)] ?? whole));
}
