/** Why a form about people did not do what it was asked. */
import { useTranslation } from "react-i18next";

const KNOWN = ["request.malformed", "account.nameTaken", "account.incomplete", "account.lastAdministrator"] as const;

export function Failure({ code }: { readonly code?: string }) {
  const { t } = useTranslation();
  if (code === undefined) return null;
  const known = KNOWN.find((one) => one === code) ?? "else";
  // Codes have a full stop in them, which is no step into the words.
  const said = t("people.failed", { returnObjects: true });
  return (
    <p className="warning" role="alert">
      {said[known]}
    </p>
  );
}
