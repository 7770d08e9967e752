/** A leader's page with ten minutes in mind: what the children say, the one thing to talk about, what is owed, then figures. */
import { useTranslation } from "react-i18next";
import type { Release, Statement } from "#server/releases/contract";
import type { RoundState } from "#server/rounds/contract";
import { dayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import { Icon } from "../ui/icon";
import { FormResults } from "./form-results";
import { RoundList } from "./round-list";
import { OwedCard, TalkCard } from "./side-cards";
import { Statements } from "./statements";
import { yearsOf } from "./years-of";

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
    readonly release: Release;
    readonly statements: readonly Statement[];
    readonly label: { readonly title: string };
  };
}

type View = NonNullable<ReleasePageProps["view"]>;

function Responded({ release: { responded, invited } }: Pick<View, "release">) {
  const { t } = useTranslation();
  if (responded === undefined) return <>{t("release.respondedFew", { invited })}</>;
  return <>{t("release.responded", { responded, invited, rate: Math.round((100 * responded) / invited) })}</>;
}

function Head({ frame, view: { release, label } }: { readonly frame: AdultFrameData; readonly view: View }) {
  const { t } = useTranslation();
  const bands = release.forms.map(({ band }) => t("release.band", { band: yearsOf(band) })).join(", ");
  const closed = dayOf(release.closedOn, frame.locale, new Date(frame.now));
  return (
    <header className="release-head">
      <div>
        <h1>
          {release.institutionName} · {release.roundTitle[frame.locale]}
        </h1>
        <p>
          <strong>
            <Responded release={release} />
          </strong>{" "}
          · {bands} · {t("release.closed", { date: closed })}
        </p>
        <p className="chip" data-kind="label">
          <Icon name="shield-check-fill" />
          {label.title}
        </p>
      </div>
      <button type="button" className="button print-button" onClick={() => window.print()}>
        <Icon name="printer-bold" />
        {t("release.print")}
      </button>
    </header>
  );
}

function Quality({ release: { quality, responded } }: Pick<View, "release">) {
  const { t } = useTranslation();
  if (quality === "full" || responded === undefined) return null;
  return (
    <p className="warning" data-kind="quality">
      {t(quality === "snapshot" ? "release.snapshot" : "release.onlyRate")}
    </p>
  );
}

function Results({ frame, view }: { readonly frame: AdultFrameData; readonly view: View }) {
  const { t } = useTranslation();
  const { release, statements } = view;
  return (
    <>
      <Head frame={frame} view={view} />
      <Quality release={release} />
      <div className="release-top">
        <Statements
          statements={statements}
          isLowResponse={release.quality === "only-rate" && release.responded !== undefined}
        />
        <div className="release-side">
          <TalkCard statements={statements} />
          <OwedCard release={release} frame={frame} />
        </div>
      </div>
      {release.forms.map((form) => (
        <FormResults key={form.band} form={form} locale={frame.locale} isAlone={release.forms.length === 1} />
      ))}
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
      {view ? <Results frame={frame} view={view} /> : <NothingYet name={institution.name} />}
      <RoundList frame={frame} institution={institution} rounds={rounds} shownId={view?.release.roundId} />
    </>
  );
}
