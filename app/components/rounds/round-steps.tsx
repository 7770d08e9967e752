/** The next step of a round. Steps that cannot be undone open first, say what they do, and are then pressed. */
import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RoundOverview } from "#server/rounds/contract";
import { lastDayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";

interface RoundStepsProps {
  readonly round: RoundOverview;
  readonly frame: AdultFrameData;
}

interface StepFormProps {
  readonly round: RoundOverview;
  readonly lang: string;
  readonly deed: "open" | "close" | "seal";
  readonly label: string;
  readonly children?: ReactNode;
}

function StepForm({ round, lang, deed, label, children }: StepFormProps) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Form method="post" action={`/admin${lang}`} className="step">
      <input type="hidden" name="round" value={round.id} />
      {/* Not on the button: Remix learns which one was pressed only from newer browsers. */}
      <input type="hidden" name="do" value={deed} />
      {children}
      <button type="submit" className="button" disabled={isBusy}>
        {label}
      </button>
    </Form>
  );
}

/** Opens first and says what it does; only then can it be pressed. */
function ConfirmedStep({ label, sure, ...step }: StepFormProps & { readonly sure: string }) {
  return (
    <details className="step-details">
      <summary className="button" data-kind="quiet">
        {label}
      </summary>
      <StepForm {...step} label={sure} />
    </details>
  );
}

function EarlyChoice({ round, frame }: RoundStepsProps) {
  const { t } = useTranslation();
  if (!round.isInGrace || !round.graceEndsAt) return null;
  return (
    <label className="check">
      <input type="checkbox" name="early" value="yes" required />
      {t("admin.early", { date: lastDayOf(round.graceEndsAt, frame.locale, new Date(frame.now)) })}
    </label>
  );
}

export function RoundSteps({ round, frame }: RoundStepsProps) {
  const { t } = useTranslation();
  const shared = { round, lang: frame.lang };
  if (round.mayOpen)
    return (
      <StepForm {...shared} deed="open" label={t("admin.open")}>
        <p>{t("admin.openHelp")}</p>
      </StepForm>
    );
  if (round.mayClose)
    return (
      <ConfirmedStep {...shared} key="close" deed="close" label={t("admin.close")} sure={t("admin.closeSure")}>
        <p>{t("admin.closeHelp", { count: round.graceDays })}</p>
      </ConfirmedStep>
    );
  if (round.maySeal)
    return (
      <ConfirmedStep {...shared} key="seal" deed="seal" label={t("admin.seal")} sure={t("admin.sealSure")}>
        <p>{t("admin.sealHelp")}</p>
        <EarlyChoice round={round} frame={frame} />
      </ConfirmedStep>
    );
  if (round.state === "sealed")
    return (
      <p>
        <a className="button" data-kind="quiet" href={`/leder${frame.lang}`}>
          {t("admin.results")}
        </a>
      </p>
    );
  return null;
}
