/** The place where SurveyJS's renderer draws a form: empty on the server, which must not draw it (its styles are inline). */
import { lazy, Suspense, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "#surveys/paper/language";
import { directionOf } from "#surveys/paper/language";

const SurveyView = lazy(async () => ({ default: (await import("./survey-view")).SurveyView }));

interface ForeignFormProps {
  readonly json: string;
  readonly language: Language;
}

export function ForeignForm(props: ForeignFormProps) {
  const { t } = useTranslation();
  const isAwake = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  const waiting = <p role="status">{t("gallery.trial.waiting")}</p>;
  return (
    <div className="card" lang={props.language} dir={directionOf(props.language)}>
      {isAwake ? (
        <Suspense fallback={waiting}>
          <SurveyView {...props} />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  );
}
