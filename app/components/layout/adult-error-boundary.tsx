/** `export { AdultErrorBoundary as ErrorBoundary }` on every adult page. */
import { useLocation, useRouteError } from "@remix-run/react";
import { usePageLocale } from "./document-language";
import { problemOf } from "./problem-of";
import { ProblemPage } from "./problem-page";
import { useScriptFailure } from "./script-failure";

export function AdultErrorBoundary() {
  const locale = usePageLocale();
  const error = useRouteError();
  useScriptFailure(error);
  return <ProblemPage problem={problemOf(error, useLocation())} locale={locale} />;
}
