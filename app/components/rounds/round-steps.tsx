/** The next step of a round. Steps that cannot be undone open first, say what they do, and are then pressed. */
import { Form, Link, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { RoundOverview } from "#server/rounds/contract";
import { dayOf } from "~/i18n/dates";
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
      {children}
      <button type="submit" className="button" name="do" value={deed} disabled={isBusy}>
        {label}
      </button>
    </Form>
  );
}

function EarlyChoice({ round, frame }: RoundStepsProps) {
  const { t } = useTranslation();
  if (!round.isInGrace || !round.graceEndsAt) return null;
  return (
    <label className="check">
      <input type="checkbox" name="early" value="yes" required />
      {t("admin.early", { date: dayOf(round.graceEndsAt, frame.locale, new Date(frame.now)) })}
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
      <details key="close" className="step-details">
        <summary className="button" data-kind="quiet">
          {t("admin.close")}
        </summary>
        <StepForm {...shared} deed="close" label={t("admin.closeSure")}>
          <p>{t("admin.closeHelp", { count: round.graceDays })}</p>
        </StepForm>
      </details>
    );
  if (round.maySeal)
    return (
      <details key="seal" className="step-details">
        <summary className="button" data-kind="quiet">
          {t("admin.seal")}
        </summary>
        <StepForm {...shared} deed="seal" label={t("admin.sealSure")}>
          <p>{t("admin.sealHelp")}</p>
          <EarlyChoice round={round} frame={frame} />
        </StepForm>
      </details>
    );
  if (round.state === "sealed")
    return (
      <p>
        <Link className="button" data-kind="quiet" to={`/leder${frame.lang}`}>
          {t("admin.results")}
        </Link>
      </p>
    );
  return null;
}
