/** `export { AdultErrorBoundary as ErrorBoundary }` on every adult page. */
import { useLocation, useRouteError } from "@remix-run/react";
import { usePageLocale } from "./document-language";
import { problemOf } from "./problem-of";
import { ProblemPage } from "./problem-page";

export function AdultErrorBoundary() {
  const locale = usePageLocale();
  return <ProblemPage problem={problemOf(useRouteError(), useLocation())} locale={locale} />;
}
