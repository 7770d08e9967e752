/** When something went wrong on a child's page: whose fault it is not, and a way on. Nothing that was sent is lost. */
import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { TROUBLES } from "#surveys/paper/words/words";
import { AskAnAdult } from "./ask-an-adult";
import { useDocumentWords } from "./door-words";
import { problemOf } from "~/components/layout/problem-of";
import { useScriptFailure } from "~/components/layout/script-failure";
import { stay } from "~/components/layout/without-scripts";
import { Bubble } from "./bubble";
import { ChildFrame } from "./child-frame";

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
  const { walk } = useScriptFailure(error);
  const trouble = words.troubles[walk ? "database.away" : (TROUBLES.find((one) => one === code) ?? "else")];
  const fields = walk === undefined ? postedFields(error) : stay(walk);
  const isPassing = code === "database.away" || code === "request.tooMany";
  const again = isPassing ? "?" : doorOf(pathname);
  return (
    <ChildFrame language={language} words={frame} isInvented={isInvented}>
      <Bubble text={trouble.title} spokenTexts={[trouble.title, trouble.text]} mood="waits">
        <p>{trouble.text}</p>
      </Bubble>
      <AskAnAdult className="trouble-picture" />
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
