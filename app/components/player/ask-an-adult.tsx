/** Somebody one can ask: a child with a hand up, and an adult who comes. */
import type { Language } from "#surveys/paper/language";
import { textIn } from "#surveys/paper/local-text";
import type { Picture } from "#surveys/pictures/picture";
import { DrawnPicture } from "~/components/pictures/drawn";
import { useFrame } from "./player-context";

const ASK_AN_ADULT = {
  kind: "scene",
  place: "hall",
  parts: [
    {
      age: "adult",
      skin: "chestnut",
      hair: "bun",
      shirt: "lilac",
      mood: "smile",
      arms: "give",
      isMirrored: true,
      x: 206,
      y: 40,
      scale: 1.25,
    },
    { skin: "sand", hair: "curly", hairColour: "chestnut", shirt: "teal", mood: "calm", arms: "hand-up", x: 76, y: 90 },
  ],
  alt: { da: "Et barn rækker hånden op, og en voksen kommer", en: "A child has a hand up, and an adult comes" },
} as const satisfies Picture;

const altIn = (language: Language): string => textIn(ASK_AN_ADULT.alt, language);

/** `isPlain` where the words beside it say the same. */
export function AskAnAdult({ className, isPlain }: { readonly className: string; readonly isPlain?: boolean }) {
  const { language, dir } = useFrame();
  const described = isPlain ? { "aria-hidden": true } : { role: "img", "aria-label": altIn(language) };
  return (
    <div className={className} {...described}>
      <DrawnPicture picture={ASK_AN_ADULT} dir={dir} />
    </div>
  );
}
