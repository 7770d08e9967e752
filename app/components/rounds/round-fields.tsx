/** What else an administrator knows of a round, folded: who reads own words, and each institution's code. */
import { useTranslation } from "react-i18next";
import type { EditorLine, RoundOverview } from "#server/rounds/contract";

interface RoundFieldsProps {
  readonly round: RoundOverview;
}

function Editor({ as, editor: { name, fault } }: { readonly as: "editor" | "deputy"; readonly editor: EditorLine }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`admin.editors.${as}`)}: {name}
      {fault ? <small>{t(`admin.editors.faults.${fault}`)}</small> : null}
    </span>
  );
}

export function EditorsFold({ round: { editors, takesOwnWords } }: RoundFieldsProps) {
  const { t } = useTranslation();
  if (editors.length === 0) return null;
  return (
    <details className="heard">
      <summary>{t("admin.editors.title")}</summary>
      <p className="small-print">{t(takesOwnWords ? "admin.editors.about" : "admin.editors.notAsked")}</p>
      <ul className="editors">
        {editors.map(({ language, editor, deputy }) => (
          <li key={language}>
            <strong>{t(`admin.languages.${language}`)}</strong>
            <Editor as="editor" editor={editor} />
            <Editor as="deputy" editor={deputy} />
          </li>
        ))}
      </ul>
    </details>
  );
}

export function CodesFold({ round: { institutions } }: RoundFieldsProps) {
  const { t } = useTranslation();
  const coded = institutions.filter(({ resultCode }) => resultCode !== undefined);
  if (coded.length === 0) return null;
  return (
    <details className="heard">
      <summary>{t("admin.codes.title")}</summary>
      <p className="small-print">{t("admin.codes.about")}</p>
      <div className="table-frame">
        <table className="codes">
          <thead>
            <tr>
              <th scope="col">{t("admin.institution")}</th>
              <th scope="col">{t("admin.codes.code")}</th>
            </tr>
          </thead>
          <tbody>
            {coded.map(({ id, name, resultCode }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  <code>{resultCode}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
