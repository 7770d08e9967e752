/**
 * One question's answers: a table at once, a chart in its place when the chart's code has come, and then the table one press
 * away. Whoever has no scripts, or loses the way to the server, keeps the table.
 */
import { createElement, useEffect, useState } from "react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import type { DistributionChartProps } from "../charts/distribution-chart";
import { percentText } from "./figure-text";
import type { QuestionView, ShareRow } from "./leader-page";
import { ShareTable } from "./share-table";

type Chart = ComponentType<DistributionChartProps>;

/** Fetched once, when first asked for. */
function useChart(isWanted: boolean): Chart | undefined {
  const [chart, setChart] = useState<{ readonly of: Chart }>();
  useEffect(() => {
    if (!isWanted) return undefined;
    let isGone = false;
    import("../charts/distribution-chart").then(
      ({ DistributionChart }) => {
        if (!isGone) setChart({ of: DistributionChart });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [isWanted]);
  return chart?.of;
}

interface ChartOrTableProps {
  readonly rows: readonly ShareRow[];
  readonly caption: string;
  readonly isUnfolded: boolean;
  /** What is unfolded already has the table below the chart. */
  readonly isTableBeside?: boolean;
}

export function ChartOrTable({ rows, caption, isUnfolded, isTableBeside = false }: ChartOrTableProps) {
  const { t } = useTranslation();
  const chart = useChart(isUnfolded);
  const label = t("release.chart", {
    rows: rows.map(({ label: name, value }) => `${name} ${percentText(value)}`).join(", "),
  });
  const table = <ShareTable lines={rows} of="answer" caption={caption} />;
  if (!chart) return table;
  if (isTableBeside)
    return (
      <>
        {createElement(chart, { rows, label })}
        {table}
      </>
    );
  return (
    <>
      {createElement(chart, { rows, label })}
      <details className="as-table">
        <summary>{t("release.asTable")}</summary>
        {table}
      </details>
    </>
  );
}

function Unanswered({ question: { kind, base, unanswered } }: { readonly question: QuestionView }) {
  const { t } = useTranslation();
  const heard = kind === "several" ? "release.baseSeveral" : kind === "rank" ? "release.baseRank" : "release.base";
  const list = unanswered.map(
    ({ why, howMany }) => `${t(`release.howMany.${howMany}`)} ${t(`release.without.${why}`)}`,
  );
  return (
    <p className="small-print">
      {t(heard, { base })} {list.length > 0 ? t("release.unanswered", { list: list.join(", ") }) : null}
    </p>
  );
}

export function TooFew() {
  const { t } = useTranslation();
  return (
    <p className="hatched">
      <span>
        <strong>{t("release.hidden")}</strong> {t("release.reasons.too-few")}
      </span>
    </p>
  );
}

interface QuestionFiguresProps {
  readonly question: QuestionView;
  readonly isUnfolded: boolean;
}

export function QuestionFigures({ question, isUnfolded }: QuestionFiguresProps) {
  const { text, rows } = question;
  return (
    <article className="question">
      <h3>{text}</h3>
      {rows.length === 0 ? (
        <TooFew />
      ) : (
        <>
          <Unanswered question={question} />
          <ChartOrTable rows={rows} caption={text} isUnfolded={isUnfolded} />
        </>
      )}
    </article>
  );
}
