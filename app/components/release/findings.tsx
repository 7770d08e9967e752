/** What the children say, in sentences; below each in small what it rests on, at its end how sure one can be. */
import { useTranslation } from "react-i18next";
import { THEME_THINGS } from "#surveys/paper/paper";
import { Thing } from "../pictures/thing";
import { Icon } from "../ui/icon";
import type { LeaderPageView, ToldFinding } from "./leader-page";
import type { Ways } from "./ways";
import { newActionAddress } from "./ways";

interface FindingLineProps {
  readonly finding: ToldFinding;
  readonly hasForms: boolean;
  readonly newAction?: string;
}

function FindingLine({ finding, hasForms, newAction }: FindingLineProps) {
  const { t } = useTranslation();
  const { text, basis, theme, form, certainty } = finding;
  const rests = [...(theme ? [t(`themes.${theme}`)] : []), ...(form && hasForms ? [t(`forms.${form}`)] : []), ...basis];
  return (
    <li>
      {theme ? <Thing name={THEME_THINGS[theme]} /> : <Icon name="calendar-blank-bold" />}
      <p>
        {text}
        <small>
          {rests.join(" · ").replaceAll(" %", "\u00a0%")}
          {newAction && finding.index ? (
            <a className="act" href={newActionAddress(newAction, finding)}>
              {t("ways.act")}
              <span className="visually-hidden">{`: ${text}`}</span>
            </a>
          ) : null}
        </small>
      </p>
      <span className="chip" data-kind={certainty}>
        {t(`release.certainty.${certainty}`)}
      </span>
    </li>
  );
}

interface FindingsProps {
  readonly page: LeaderPageView;
  readonly ways: Ways;
}

export function Findings({ page: { findings, asked, forms }, ways: { newAction } }: FindingsProps) {
  const { t } = useTranslation();
  const the = t(`release.the.${asked}`);
  const saysSomething = findings.some(({ theme }) => theme !== undefined);
  return (
    <section className="card findings" aria-labelledby="findings">
      <h2 id="findings">{t("release.says", { the })}</h2>
      {saysSomething ? null : <p>{t("release.saysNothing", { the })}</p>}
      <ul>
        {findings.map((finding) => (
          <FindingLine key={finding.text} finding={finding} hasForms={forms.length > 1} newAction={newAction} />
        ))}
      </ul>
    </section>
  );
}
