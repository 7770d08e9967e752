/** When something went wrong on a child's page: whose fault it is not, and a way on. Nothing that was sent is lost. */
import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { TROUBLES } from "#surveys/paper/words/words";
import { useBegunHere } from "./begun";
import { useDocumentWords } from "./door-words";
import { NOT_OURS, problemOf } from "~/components/layout/problem-of";
import { useScriptFailure } from "~/components/layout/script-failure";
import { stay } from "~/components/layout/without-scripts";
import { placeOf } from "./visit";
import { TroublePage } from "./trouble-page";

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
  const location = useLocation();
  const { trouble: words } = useDocumentWords();
  const { code, isInvented, again: samePage } = problemOf(error, location);
  const lang = new URLSearchParams(location.search).get("lang");
  const query = lang ? `?lang=${lang}` : "";
  const door = doorOf(location.pathname);
  // At the door whose pictures are paused letters are asked for; the same page may come later.
  const isPaused = code === "key.picturesPaused";
  const again = isPaused ? door + query : (samePage ?? door + query);
  const isAtCardDoor = samePage === undefined && door === "/svar";
  // To go to a door is to end one's visit: not from a page that will come back, with one's answers behind it.
  const hasAnswersBehind = samePage !== undefined && placeOf(location.pathname, location.search).keyText !== undefined;
  const { walk } = useScriptFailure(error);
  const begun = useBegunHere(isPaused);
  const said = code === NOT_OURS || walk !== undefined || begun ? "database.away" : code;
  const trouble = TROUBLES.find((one) => one === said) ?? "else";
  const fields = walk === undefined ? (begun ?? postedFields(error)) : stay(walk);
  return (
    <TroublePage trouble={trouble} isInvented={isInvented}>
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
      {fields.length === 0 && !isAtCardDoor ? (
        <a className="next" href={again}>
          {isPaused ? words.writeLetters : words.again}
        </a>
      ) : null}
      {isPaused && samePage && !begun ? (
        <a className="pill" href={samePage}>
          {words.again}
        </a>
      ) : null}
      {hasAnswersBehind ? null : (
        <a className={isAtCardDoor ? "next" : "pill"} href={`/svar${query}`}>
          {words.toDoor}
        </a>
      )}
    </TroublePage>
  );
}
