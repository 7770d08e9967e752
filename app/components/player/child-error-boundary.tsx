/** When something went wrong on a child's page: whose fault it is not, and a way on. Nothing that was sent is lost. */
import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { textIn } from "#surveys/paper/local-text";
import { TROUBLES } from "#surveys/paper/words/words";
import type { Picture } from "#surveys/pictures/picture";
import { DrawnPicture } from "~/components/pictures/drawn";
import { useDocumentWords } from "./door-words";
import { problemOf } from "~/components/layout/problem-of";
import { Bubble } from "./bubble";
import { ChildFrame } from "./child-frame";

/** Somebody one can ask: a child with a hand up, and an adult who comes. */
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

/** The fields of a form post that could not be handled, to be posted once more. */
function postedFields(error: unknown): readonly (readonly [string, string])[] {
  // Made by our own action (answer-page.server.ts).
  const data = isRouteErrorResponse(error) ? (error.data as { again?: [string, string][] } | undefined) : undefined;
  return data?.again ?? [];
}

/** From a key that did not fit, back to the door it was shown at. */
function doorOf(pathname: string): string {
  const [, groupCode] = /^\/svar\/g\/([^/]+)\//.exec(pathname) ?? [];
  return groupCode ? `/svar/g/${groupCode}` : "/svar";
}

export function ChildErrorBoundary() {
  const error = useRouteError();
  const { pathname } = useLocation();
  const { language, frame, trouble: words } = useDocumentWords();
  const { code, isInvented } = problemOf(error);
  const trouble = words.troubles[TROUBLES.find((one) => one === code) ?? "else"];
  const fields = postedFields(error);
  const isPassing = code === "database.away" || code === "request.tooMany";
  const again = isPassing ? "?" : doorOf(pathname);
  return (
    <ChildFrame language={language} words={frame} isInvented={isInvented}>
      <Bubble text={trouble.title} spokenTexts={[trouble.title, trouble.text]} mood="waits">
        <p>{trouble.text}</p>
      </Bubble>
      <div className="trouble-picture" role="img" aria-label={textIn(ASK_AN_ADULT.alt, language)}>
        <DrawnPicture picture={ASK_AN_ADULT} />
      </div>
      <div className="end-links">
        {fields.length > 0 ? (
          <form method="post">
            {fields.map(([name, value]) => (
              <input key={name + value} type="hidden" name={name} value={value} />
            ))}
            <button type="submit" className="next">
              {words.again}
            </button>
          </form>
        ) : null}
        {fields.length === 0 && again !== "/svar" ? (
          <a className="next" href={again}>
            {words.again}
          </a>
        ) : null}
        <a className={again === "/svar" ? "next" : "pill"} href="/svar">
          {words.toDoor}
        </a>
      </div>
    </ChildFrame>
  );
}
