/** One round: how it stands, who is asked, how many are heard at least, and the next step. */
import { useTranslation } from "react-i18next";
import type { RoundOverview } from "#server/rounds/contract";
import { dayOf, daysUntil, lastDayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import { CodesFold, EditorsFold } from "./round-fields";
import { RoundSteps } from "./round-steps";

interface RoundCardProps {
  readonly frame: AdultFrameData;
  readonly round: RoundOverview;
  /** The code of the problem that stopped the last step. */
  readonly failure?: string;
}

function HeardTable({ round: { institutions } }: Pick<RoundCardProps, "round">) {
  const { t } = useTranslation();
  return (
    <details className="heard">
      <summary>{t("admin.institutions")}</summary>
      <p className="small-print">{t("admin.heardHelp")}</p>
      <div className="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("admin.institution")}</th>
              <th scope="col">{t("admin.asked")}</th>
              <th scope="col">{t("admin.heard")}</th>
            </tr>
          </thead>
          <tbody>
            {institutions.map(({ id, name, invited, heardAtLeast }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{invited}</td>
                <td>{heardAtLeast > 0 ? t("admin.heardAtLeast", { count: heardAtLeast }) : t("admin.heardFew")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** `release.x` as written in the words: i18next takes dots for levels, so a code is looked up whole. */
function failureText(code: string, texts: Readonly<Record<string, string>>): string {
  return texts[code] ?? texts["else"] ?? "";
}

/** What an administrator should know before the next step. */
function Notes({ round }: Pick<RoundCardProps, "round">) {
  const { t } = useTranslation();
  return (
    <>
      {round.unreviewedLanguages.length > 0 && round.state !== "sealed" ? (
        <p className="small-print">
          {t("admin.unreviewed", {
            languages: round.unreviewedLanguages.map((language) => t(`admin.languages.${language}`)).join(", "),
          })}
        </p>
      ) : null}
      {round.askedBefore > 0 ? (
        <p className="small-print">
          {t("admin.askedBefore", { count: round.askedBefore })}
          {round.askedBefore >= 2 ? ` ${t("admin.askedTooOften")}` : null}
        </p>
      ) : null}
      {round.isInDoubt ? (
        <p className="warning" data-kind="doubt">
          {t("admin.inDoubt", { command: `lyt round seal ${round.id} --nothing-was-read` })}
        </p>
      ) : null}
      {round.needsReader ? <p className="small-print">{t("admin.needsReader")}</p> : null}
    </>
  );
}

export function RoundCard({ frame, round, failure }: RoundCardProps) {
  const { t } = useTranslation();
  const now = new Date(frame.now);
  const day = (iso: string) => dayOf(iso, frame.locale, now);
  const closes = lastDayOf(round.closedAt ?? round.closesAt, frame.locale, now);
  return (
    <article className="card round" data-state={round.state} aria-labelledby={`title-${round.id}`}>
      <header>
        <h2 id={`title-${round.id}`}>{round.title[frame.locale]}</h2>
        <span className="chip" data-kind={round.state}>
          {t(`admin.states.${round.state}`)}
        </span>
      </header>
      <p>
        {t("admin.window", { opens: day(round.opensAt), closes })} · {t("admin.invited", { count: round.invited })}
        <br />
        {t(daysUntil(round.feedbackDueAt, now) < 0 ? "admin.ownerPast" : "admin.owner", {
          owner: round.ownerRole[frame.locale],
          date: day(round.feedbackDueAt),
        })}
        <br />
        {t(`admin.resultsPer.${round.resultsPer}`)}
        {round.readerRole ? (
          <>
            <br />
            {t("admin.reader", { reader: round.readerRole[frame.locale] })}
          </>
        ) : null}
        {round.state === "closed" && round.graceEndsAt && !round.isInDoubt ? (
          <>
            <br />
            {t("admin.sealsItself", { date: day(round.graceEndsAt) })}
          </>
        ) : null}
      </p>
      <Notes round={round} />
      {failure ? (
        <p className="warning" role="alert">
          {failureText(failure, t("admin.failed", { returnObjects: true }))}
        </p>
      ) : null}
      <RoundSteps round={round} frame={frame} />
      <div className="round-folds">
        {round.state === "sealed" ? null : <HeardTable round={round} />}
        <EditorsFold round={round} />
        <CodesFold round={round} />
      </div>
    </article>
  );
}
