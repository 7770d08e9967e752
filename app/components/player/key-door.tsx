/**
 * The door of a group: three pictures, or six letters. Every press is a link, so it works without scripts; the choice so
 * far stands in the address, and the third picture leads on.
 */
import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { KEY_WORDS } from "#surveys/pictures/thing-words/key";
import type { KeyThing } from "#surveys/pictures/key-things";
import { KEY_THINGS } from "#surveys/pictures/key-things";
import type { Language } from "#surveys/paper/language";
import { textIn } from "#surveys/paper/local-text";
import { fillWords } from "#surveys/paper/words/words";
import { Bubble } from "./bubble";
import { Thing } from "~/components/pictures/drawn";
import { MissingVoice } from "./missing-voice";
import type { AtDoorWords } from "./door-words";

/** How many pictures a key has. */
const LENGTH = 3;

interface KeyDoorProps {
  readonly groupCode: string;
  readonly chosen: readonly KeyThing[];
  readonly language: Language;
  readonly words: AtDoorWords;
  /** `?lang=en` or nothing. */
  readonly langQuery: string;
}

const SLOTS = Array.from({ length: LENGTH }, (_, index) => index);

function hrefFor({ groupCode, langQuery }: KeyDoorProps, pictures: readonly KeyThing[]): string {
  const door = `/svar/g/${groupCode}`;
  if (pictures.length === LENGTH) return `${door}/${pictures.join(".")}${langQuery}`;
  const query = new URLSearchParams(langQuery);
  if (pictures.length > 0) query.set("p", pictures.join("."));
  const text = query.toString();
  return text ? `${door}?${text}` : door;
}

function Slots(props: KeyDoorProps) {
  const { chosen, language, words } = props;
  return (
    <ol className="slots" aria-label={fillWords(words.chosenSoFar, chosen.length, LENGTH)}>
      {SLOTS.map((index) => {
        const thing = chosen[index];
        if (!thing) return <li key={index} className="slot" data-at={index === chosen.length ? "now" : "later"} />;
        return (
          <li key={index}>
            <Link
              className="slot"
              data-at="filled"
              replace
              to={hrefFor(props, chosen.slice(0, index))}
              aria-label={fillWords(words.takeBack, textIn(KEY_WORDS[thing], language))}
            >
              <Thing name={thing} />
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

/**
 * Whether the script of the page behind the door is here. Where it cannot be had, the last picture is a plain link: Remix
 * would only load the door anew.
 */
function useScriptBehind(): boolean {
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    const address = window.__remixManifest.routes["routes/answer/group-key"]?.module;
    const found =
      address === undefined ? Promise.reject(new Error("No such page.")) : import(/* @vite-ignore */ address);
    found.then(
      () => setHere(true),
      () => undefined,
    );
  }, []);
  return isHere;
}

export function KeyDoor(props: KeyDoorProps) {
  const canStay = useScriptBehind() || props.chosen.length < LENGTH - 1;
  const { groupCode, chosen, language, words, langQuery } = props;
  const lettersQuery = new URLSearchParams(langQuery);
  lettersQuery.set("letters", "");
  return (
    <>
      <Bubble text={words.pressPictures} mood="waits" />
      <MissingVoice />
      <Slots {...props} />
      <ul className="key-grid">
        {KEY_THINGS.map((thing) => (
          <li key={thing}>
            <Link
              className="key-thing"
              replace={chosen.length > 0}
              preventScrollReset
              reloadDocument={!canStay}
              to={hrefFor(props, [...chosen, thing])}
              aria-label={textIn(KEY_WORDS[thing], language)}
            >
              <Thing name={thing} />
            </Link>
          </li>
        ))}
      </ul>
      <footer className="foot">
        <Link className="pill" to={`/svar/g/${groupCode}?${lettersQuery.toString()}`}>
          <Thing name="input-latin-uppercase" />
          {words.writeLetters}
        </Link>
      </footer>
    </>
  );
}
