/** The door of a group for those who read: the six letters of a card. */
import { Link } from "@remix-run/react";
import { Bubble } from "./bubble";
import { CodeForm } from "./code-form";
import type { AtDoorWords } from "./door-words";
import { Thing } from "~/components/pictures/drawn";
import { MissingVoice } from "./missing-voice";

interface LettersDoorProps {
  readonly groupCode: string;
  readonly words: AtDoorWords;
  readonly langQuery: string;
  readonly isWrong: boolean;
}

export function LettersDoor({ groupCode, words, langQuery, isWrong }: LettersDoorProps) {
  return (
    <>
      <Bubble text={words.lettersTitle} mood="waits" />
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
      <footer className="foot">
        <Link className="pill" to={`/svar/g/${groupCode}${langQuery}`}>
          <Thing name="rainbow" />
          {words.choosePictures}
        </Link>
      </footer>
    </>
  );
}
