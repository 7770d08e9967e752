/** The administrator's page: every round, newest first, with what may be done with it now. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RoundOverview } from "#server/rounds/contract";
import type { AdultFrameData } from "../layout/adult-frame";
import { RoundCard } from "./round-card";

export interface RoundsPageProps {
  readonly frame: AdultFrameData;
  readonly rounds: readonly RoundOverview[];
  readonly done?: "open" | "close" | "seal";
  readonly failed?: { readonly round: string; readonly code: string };
  /** What an administrator should know first. */
  readonly children?: ReactNode;
}

export function RoundsPage({ frame, rounds, done, failed, children }: RoundsPageProps) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("admin.title")}</h1>
      <p className="lead">{t("admin.about")}</p>
      {children}
      {done ? (
        <p className="success" role="status">
          {t(`admin.done.${done}`)}
        </p>
      ) : null}
      {failed && !rounds.some(({ id }) => id === failed.round) ? (
        <p className="warning" role="alert">
          {t("admin.failed.else")}
        </p>
      ) : null}
      {rounds.length === 0 ? <p className="card">{t("admin.none")}</p> : null}
      {rounds.map((round) => (
        <RoundCard
          key={round.id}
          frame={frame}
          round={round}
          failure={failed?.round === round.id ? failed.code : undefined}
        />
      ))}
    </>
  );
}
