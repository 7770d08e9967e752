/** What was not saved, and why, at the form it was typed into; and what was. */
import { useTranslation } from "react-i18next";
import type { OrganisationFault } from "./organisation-view";

export function FaultLine({ fault }: { readonly fault?: OrganisationFault }) {
  const { t } = useTranslation();
  if (!fault) return null;
  return (
    <p className="warning" role="alert">
      {t("organisation.errors.title")} {t(`organisation.errors.${fault}`)}
    </p>
  );
}
