/** SurveyJS's own renderer, in the browser alone: for forms that a paper has no words for. Loaded on demand; it is large. */
import { useMemo } from "react";
import { Model } from "survey-core";
import { Survey } from "survey-react-ui";
import type { Language } from "#surveys/paper/language";
import "survey-core/i18n/arabic";
import "survey-core/i18n/danish";
import "survey-core/i18n/polish";
import "survey-core/i18n/turkish";
import "survey-core/i18n/ukrainian";
import "survey-core/survey-core.min.css";

interface SurveyViewProps {
  readonly json: string;
  readonly language: Language;
}

/** Answers may be tried; nothing is kept, and nothing is sent anywhere, whatever the definition asks for. */
export function SurveyView({ json, language }: SurveyViewProps) {
  const model = useMemo(() => {
    const made = new Model(JSON.parse(json) as object);
    made.locale = language;
    made.surveyPostId = "";
    made.cookieName = "";
    return made;
  }, [json, language]);
  return <Survey model={model} />;
}
