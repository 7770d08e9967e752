/** Folded: each question of a form by its theme, then its groups. Charts are fetched when somebody unfolds a theme. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { THEME_THINGS } from "#surveys/paper/paper";
import { Thing } from "../pictures/thing";
import { GroupFigures } from "./group-figures";
import type { FormDetails, ThemeDetails } from "./leader-page";
import { MapFigures } from "./place-figures";
import { QuestionFigures } from "./question-figures";
import { useUnfolded } from "./use-unfolded";

function ThemeFold({ theme: { theme, questions, maps } }: { readonly theme: ThemeDetails }) {
  const { t } = useTranslation();
  const { ref, onToggle, wasUnfolded } = useUnfolded();
  return (
    <details className="theme-fold" ref={ref} onToggle={onToggle}>
      <summary>
        <Thing name={THEME_THINGS[theme]} />
        {t(`themes.${theme}`)} <small>{t("release.questions", { count: questions.length + maps.length })}</small>
      </summary>
      {questions.map((question) => (
        <QuestionFigures key={question.id} question={question} isUnfolded={wasUnfolded} />
      ))}
      {maps.map((map) => (
        <MapFigures key={map.id} map={map} isUnfolded={wasUnfolded} />
      ))}
    </details>
  );
}

function FormFold({ details }: { readonly details: FormDetails }) {
  const { t } = useTranslation();
  const { form, themes, groups, isSnapshot } = details;
  return (
    <details className="card form-fold">
      <summary>{t(`forms.${form}`)}</summary>
      {isSnapshot ? (
        <p className="warning" data-kind="quality">
          {t("release.snapshot")}
        </p>
      ) : null}
      {themes.map((theme) => (
        <ThemeFold key={theme.theme} theme={theme} />
      ))}
      {groups.length > 0 ? <GroupFigures details={details} /> : null}
    </details>
  );
}

interface DetailsProps {
  readonly details: readonly FormDetails[];
  /** What else can be unfolded beside the forms. */
  readonly children: ReactNode;
}

export function Details({ details, children }: DetailsProps) {
  const { t } = useTranslation();
  return (
    <section className="details">
      {details.length > 0 ? (
        <header>
          <h2>{t("release.details")}</h2>
          <p className="small-print">{t("release.detailsHelp")}</p>
        </header>
      ) : null}
      {details.map((form) => (
        <FormFold key={form.form} details={form} />
      ))}
      {children}
    </section>
  );
}
