/** SurveyJS's own renderer, in the browser alone: for forms that a paper has no words for. Loaded on demand; it is large. */
import { useMemo } from "react";
import { BaseTheme, Model } from "survey-core";
import { Survey } from "survey-react-ui";
// Authors' regular expressions run in linear time here too.
import "#surveys/engine/own-types";
import type { Language } from "#surveys/paper/language";
import "survey-core/i18n/arabic";
import "survey-core/i18n/danish";
import "survey-core/i18n/polish";
import "survey-core/i18n/turkish";
import "survey-core/i18n/ukrainian";
import "survey-core/i18n/urdu";
import "survey-core/survey-core.fontless.min.css";

/** The colours and letters of an adult's page. */
const HOUSE = {
  "--sjs2-color-project-brand-600": "var(--brand)",
  "--sjs2-typography-font-family-text": "inherit",
};

/** Members by which SurveyJS fetches a survey, sends answers, keeps them or leaves the page. */
const ELSEWHERE = ["surveyId", "clientId", "surveyPostId", "cookieName", "navigateToUrl", "navigateToUrlOnCondition"];
const staysHere = ([name]: [string, unknown]): boolean => !ELSEWHERE.includes(name);

interface SurveyViewProps {
  readonly json: string;
  readonly language: Language;
}

/** Answers may be tried; nothing is kept or sent. Addresses that choices come from are held to this site by the CSP. */
export function SurveyView({ json, language }: SurveyViewProps) {
  const model = useMemo(() => {
    const made = new Model(Object.fromEntries(Object.entries(JSON.parse(json) as object).filter(staysHere)));
    made.locale = language;
    // Its colours and sizes come as a style element, which our Content-Security-Policy refuses; so they stand on its root.
    made.applyTheme({ cssVariables: { ...BaseTheme.cssVariables, ...HOUSE } });
    return made;
  }, [json, language]);
  return <Survey model={model} />;
}
