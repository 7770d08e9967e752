/** When something went wrong on a child's page: whose fault it is not, and a way on. Nothing that was sent is lost. */
import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { TROUBLES } from "#surveys/paper/words/words";
import { useDocumentWords } from "./door-words";
import { problemOf } from "~/components/layout/problem-of";
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
  const { pathname } = useLocation();
  const { trouble: words } = useDocumentWords();
  const { code, isInvented } = problemOf(error);
  const trouble = TROUBLES.find((one) => one === code) ?? "else";
  const fields = postedFields(error);
  const isPassing = code === "database.away" || code === "request.tooMany";
  const again = isPassing ? "?" : doorOf(pathname);
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
      {fields.length === 0 && again !== "/svar" ? (
        <a className="next" href={again}>
          {words.again}
        </a>
      ) : null}
      <a className={again === "/svar" ? "next" : "pill"} href="/svar">
        {words.toDoor}
      </a>
    </TroublePage>
  );
}
