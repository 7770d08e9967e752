/** A leader's page with ten minutes in mind: what the children say, the one thing to talk about, what is owed, then figures. */
import { useTranslation } from "react-i18next";
import type { ShownQuotations } from "#server/reading-room/contract";
import type { RoundState } from "#server/rounds/contract";
import type { AdultFrameData } from "../layout/adult-frame";
import { Downloads } from "./downloads";
import { Findings } from "./findings";
import { Details } from "./form-details";
import { Hardship } from "./hardship";
import type { LeaderPageView } from "./leader-page";
import { PrintedGroups } from "./group-figures";
import { FoldedOwnWords, PrintedOwnWords } from "./own-words";
import { ReleaseHead } from "./release-head";
import { RoundList } from "./round-list";
import { OwedCard, TalkCard } from "./side-cards";
import { ThemeCards } from "./theme-cards";
import { usePrint } from "./use-print";
import type { Ways } from "./ways";
import type { Owed } from "#server/feedback/contract";

export interface InstitutionRoundLine {
  readonly roundId: string;
  readonly title: string;
  readonly state: RoundState;
  readonly closesAt: string;
  readonly hasRelease: boolean;
}

export interface ReleasePageProps {
  readonly frame: AdultFrameData;
  readonly institution: { readonly id: string; readonly name: string };
  readonly rounds: readonly InstitutionRoundLine[];
  readonly view?: {
    readonly page: LeaderPageView;
    readonly label: { readonly title: string };
    readonly ways: Ways;
    readonly owed: Owed;
    readonly ownWords?: ShownQuotations;
  };
}

type View = NonNullable<ReleasePageProps["view"]>;

function Quality({ page: { response, participants, isMoreThanInvited } }: Pick<View, "page">) {
  const { t } = useTranslation();
  const isLow = response !== "full" && participants !== undefined;
  return (
    <>
      {isLow ? (
        <p className="warning" data-kind="quality">
          {t(response === "snapshot" ? "release.snapshot" : "release.onlyRate")}
        </p>
      ) : null}
      {isMoreThanInvited ? <p className="warning">{t("release.moreThanInvited")}</p> : null}
    </>
  );
}

interface ResultsProps extends Pick<ReleasePageProps, "frame" | "institution"> {
  readonly view: View;
}

function Results({ frame, institution, view: { page, label, ways, owed, ownWords } }: ResultsProps) {
  const { t } = useTranslation();
  const { version, print } = usePrint();
  const hasGroups = page.details.some(({ groups }) => groups.length > 0);
  return (
    <>
      <ReleaseHead
        frame={frame}
        page={page}
        label={label.title}
        print={print}
        version={version}
        hasGroups={hasGroups}
        ways={ways}
      />
      <Quality page={page} />
      <div className="release-top" data-alone={!page.talk || undefined}>
        <Findings page={page} ways={ways} />
        <div className="release-side">
          {page.talk ? <TalkCard talk={page.talk} ways={ways} /> : null}
          <OwedCard page={page} frame={frame} owed={owed} ways={ways} />
        </div>
      </div>
      <PrintedOwnWords shown={ownWords} />
      <ThemeCards page={page} />
      <Hardship shown={page.hardship} isAlone={page.details.length === 1} />
      {version === "staff" ? <PrintedGroups details={page.details} /> : null}
      <Details details={page.details}>
        <FoldedOwnWords shown={ownWords} />
        <Downloads frame={frame} institutionId={institution.id} roundId={page.roundId} />
      </Details>
      <section className="care">
        <h2>{t("release.careTitle")}</h2>
        <p>{t("release.care")}</p>
      </section>
    </>
  );
}

function NothingYet({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{name}</h1>
      <section className="card">
        <h2>{t("leader.noRelease")}</h2>
        <p>{t("leader.noReleaseHelp")}</p>
      </section>
    </>
  );
}

export function ReleasePage({ frame, institution, rounds, view }: ReleasePageProps) {
  return (
    <>
      {view ? (
        <Results key={view.page.roundId} frame={frame} institution={institution} view={view} />
      ) : (
        <NothingYet name={institution.name} />
      )}
      <RoundList frame={frame} institution={institution} rounds={rounds} shownId={view?.page.roundId} />
    </>
  );
}
