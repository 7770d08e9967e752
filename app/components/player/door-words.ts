/** The words of the doors (key by link, pictures or letters) and of what can go wrong there. */
import type { Locale } from "#surveys/paper/local-text";

export interface DoorWords {
  readonly pressPictures: string;
  readonly chosenSoFar: (count: number, of: number) => string;
  readonly takeBack: (thing: string) => string;
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
  readonly troubles: Readonly<Record<string, { readonly title: string; readonly text: string }>>;
}

export const DOOR_WORDS: Readonly<Record<Locale, DoorWords>> = {
  da: {
    pressPictures: "Hej! Tryk på billederne fra dit kort.",
    chosenSoFar: (count, of) => `${count} af ${of} billeder valgt`,
    takeBack: (thing) => `Fortryd fra: ${thing}`,
    writeLetters: "Skriv bogstaver",
    choosePictures: "Vælg billeder",
    lettersTitle: "Skriv bogstaverne fra dit kort.",
    lettersLabel: "Seks bogstaver",
    lettersWrong: "Det skal være de seks bogstaver fra dit kort. Prøv igen.",
    onward: "Videre",
    doorTitle: "Hej! Har du et kort?",
    doorHelp: "Scan kortet med kameraet på tablet eller telefon. Eller skriv koden fra kortet her.",
    codeLabel: "Koden fra kortet",
    codeWrong: "Den kode ser ikke rigtig ud. Se på kortet, og prøv igen.",
    again: "Prøv igen",
    toDoor: "Til begyndelsen",
    troubles: {
      "key.unknown": {
        title: "Vi kan ikke finde dit kort",
        text: "Måske er det gammelt, eller der blev trykket forkert. Prøv igen, eller bed en voksen om hjælp.",
      },
      "key.malformed": {
        title: "Vi kan ikke læse dit kort",
        text: "Prøv at holde kortet op igen, eller bed en voksen om hjælp.",
      },
      "key.used": {
        title: "Dit kort er allerede brugt",
        text: "Hvis det var dig, har vi hørt dig. Tak! Ellers bed en voksen om et nyt kort.",
      },
      "request.tooMany": {
        title: "Vent lidt",
        text: "Der har været mange forsøg. Bed en voksen om hjælp, eller prøv igen om et kvarter.",
      },
      "database.away": {
        title: "Vi kan ikke komme igennem lige nu",
        text: "Intet er gået tabt. Vent lidt, og prøv igen.",
      },
      else: { title: "Noget gik galt hos os", text: "Det er ikke din skyld. Prøv igen, eller bed en voksen om hjælp." },
    },
  },
  en: {
    pressPictures: "Hi! Press the pictures from your card.",
    chosenSoFar: (count, of) => `${count} of ${of} pictures chosen`,
    takeBack: (thing) => `Go back to before: ${thing}`,
    writeLetters: "Write letters",
    choosePictures: "Choose pictures",
    lettersTitle: "Write the letters from your card.",
    lettersLabel: "Six letters",
    lettersWrong: "It must be the six letters from your card. Try again.",
    onward: "Next",
    doorTitle: "Hi! Do you have a card?",
    doorHelp: "Scan the card with the camera of a tablet or phone. Or write the code from the card here.",
    codeLabel: "The code from the card",
    codeWrong: "That code does not look right. Look at the card and try again.",
    again: "Try again",
    toDoor: "To the beginning",
    troubles: {
      "key.unknown": {
        title: "We cannot find your card",
        text: "It may be old, or something else was pressed. Try again, or ask an adult for help.",
      },
      "key.malformed": {
        title: "We cannot read your card",
        text: "Try holding the card up again, or ask an adult for help.",
      },
      "key.used": {
        title: "Your card has been used",
        text: "If that was you, we have heard you. Thank you! Otherwise ask an adult for a new card.",
      },
      "request.tooMany": {
        title: "Wait a little",
        text: "There have been many attempts. Ask a grown-up for help, or try again in a quarter of an hour.",
      },
      "database.away": {
        title: "We cannot get through just now",
        text: "Nothing is lost. Wait a little and try again.",
      },
      else: { title: "Something went wrong here", text: "It is not your fault. Try again, or ask an adult for help." },
    },
  },
};
