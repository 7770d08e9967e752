/** The door of a group for those who read: the six letters of a card. */
import { Link } from "@remix-run/react";
import { Bubble } from "./bubble";
import { CodeForm } from "./code-form";
import type { TroubleWords } from "#surveys/paper/words/words";
import type { AtDoorWords } from "./door-words";
import { Thing } from "~/components/pictures/drawn";
import { MissingVoice } from "./missing-voice";

interface LettersDoorProps {
  readonly groupCode: string;
  readonly words: AtDoorWords;
  readonly langQuery: string;
  readonly isWrong: boolean;
  /** One may choose pictures instead. */
  readonly hasPictures: boolean;
  /** Why one may not, where one usually may. */
  readonly paused?: TroubleWords;
}

export function LettersDoor({ groupCode, words, langQuery, isWrong, hasPictures, paused }: LettersDoorProps) {
  return (
    <>
      {paused ? (
        <Bubble text={paused.title} spokenTexts={[paused.title, paused.text]} mood="waits">
          <p>{paused.text}</p>
        </Bubble>
      ) : (
        <Bubble text={words.lettersTitle} mood="waits" />
      )}
      <MissingVoice />
      <CodeForm
        name="letters"
        action={`/svar/g/${groupCode}`}
        langQuery={langQuery}
        label={words.lettersLabel}
        wrong={isWrong ? words.lettersWrong : undefined}
        onward={words.onward}
        maxLength={2000}
        isUpperCase
      />
      {hasPictures ? (
        <footer className="foot">
          <Link className="pill" to={`/svar/g/${groupCode}${langQuery}`}>
            <Thing name="rainbow" />
            {words.choosePictures}
          </Link>
        </footer>
      ) : null}
    </>
  );
}
