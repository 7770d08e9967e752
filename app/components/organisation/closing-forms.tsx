/** To close an institution, or to let its groups go over to another. Both ask once more. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { InstitutionPage } from "#server/organisation/contract";
import type { AdultFrameData } from "../layout/adult-frame";
import { FaultLine } from "./fault-line";
import type { Unsaved } from "./organisation-view";

interface ClosingProps {
  readonly frame: AdultFrameData;
  readonly page: InstitutionPage;
  readonly unsaved?: Unsaved;
}

function Sure() {
  const { t } = useTranslation();
  return (
    <label className="check">
      <input type="checkbox" name="sure" value="yes" required />
      {t("organisation.closing.sure")}
    </label>
  );
}

export function ClosingForms({ frame, page, unsaved }: ClosingProps) {
  const { t } = useTranslation();
  const action = `?${new URLSearchParams(frame.lang).toString()}`;
  const { version } = page.institution;
  const faultOf = (deed: "close" | "merge") => (unsaved?.deed === deed ? unsaved.fault : undefined);
  return (
    <section className="card closing" aria-labelledby="closing">
      <h2 id="closing">{t("organisation.closing.title")}</h2>
      <details className="fold" open={faultOf("close") !== undefined || undefined}>
        <summary>{t("organisation.closing.close")}</summary>
        <FaultLine fault={faultOf("close")} />
        <p className="small-print">{t("organisation.closing.closeHelp")}</p>
        <Form method="post" action={action}>
          <input type="hidden" name="version" value={version} />
          <Sure />
          <button type="submit" className="button" data-kind="quiet" name="do" value="close">
            {t("organisation.closing.close")}
          </button>
        </Form>
      </details>
      <details className="fold" open={faultOf("merge") !== undefined || undefined}>
        <summary>{t("organisation.closing.merge")}</summary>
        <FaultLine fault={faultOf("merge")} />
        <p className="small-print">{t("organisation.closing.mergeHelp")}</p>
        <Form method="post" action={action}>
          <input type="hidden" name="version" value={version} />
          <div className="field">
            <label htmlFor="into">{t("organisation.closing.into")}</label>
            <select id="into" name="into" required defaultValue="">
              <option value="">{t("organisation.closing.choose")}</option>
              {page.others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <Sure />
          <button type="submit" className="button" data-kind="quiet" name="do" value="merge">
            {t("organisation.closing.merge")}
          </button>
        </Form>
      </details>
    </section>
  );
}
