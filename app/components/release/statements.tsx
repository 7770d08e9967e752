/** What the children say, in sentences; below each in small what it rests on, at its end how precise it is. */
import { useTranslation } from "react-i18next";
import type { Statement } from "#server/releases/contract";
import { Thing } from "../pictures/drawn";
import { THEME_THINGS } from "#surveys/paper/paper";

interface StatementsProps {
  readonly statements: readonly Statement[];
  /** Too few of all who were asked have answered. */
  readonly isLowResponse: boolean;
}

export function Statements({ statements, isLowResponse }: StatementsProps) {
  const { t } = useTranslation();
  return (
    <section className="card statements">
      <h2>{t("release.says")}</h2>
      {statements.length === 0 ? <p>{t(isLowResponse ? "release.saysLowResponse" : "release.saysNothing")}</p> : null}
      <ul>
        {statements.map(({ band, item, theme, text, rests, precision }) => (
          <li key={`${band} ${item}`}>
            <Thing name={THEME_THINGS[theme]} />
            <p>
              {text}
              <small>{rests}</small>
            </p>
            <span className="chip" data-kind={precision}>
              {t(`release.precision.${precision}`)}
            </span>
          </li>
        ))}
      </ul>
      {statements.length === 0 ? null : <p className="small-print">{t("release.precisionHelp")}</p>}
    </section>
  );
}
