/** The door of a group for those who read: the six letters of a card. */
import { Link } from "@remix-run/react";
import { Bubble } from "./bubble";
import type { DoorWords } from "./door-words";
import { Thing } from "~/components/pictures/drawn";
import { MissingVoice } from "./missing-voice";

interface LettersDoorProps {
  readonly groupCode: string;
  readonly words: DoorWords;
  readonly langQuery: string;
  readonly isWrong: boolean;
}

export function LettersDoor({ groupCode, words, langQuery, isWrong }: LettersDoorProps) {
  const lang = new URLSearchParams(langQuery).get("lang");
  return (
    <>
      <Bubble text={words.lettersTitle} mood="waits" />
      <MissingVoice />
      <form className="letters" method="get" action={`/svar/g/${groupCode}`}>
        {lang ? <input type="hidden" name="lang" value={lang} /> : null}
        <label htmlFor="letters">{words.lettersLabel}</label>
        <input
          id="letters"
          name="letters"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? "letters-wrong" : undefined}
        />
        {isWrong ? (
          <p id="letters-wrong" className="notice" role="alert">
            {words.lettersWrong}
          </p>
        ) : null}
        <button type="submit" className="next">
          {words.onward}
        </button>
      </form>
      <footer className="foot">
        <Link className="pill" to={`/svar/g/${groupCode}${langQuery}`}>
          <Thing name="rainbow" />
          {words.choosePictures}
        </Link>
      </footer>
    </>
  );
}
