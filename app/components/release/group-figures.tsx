/** Groups where the round promised them their own figures: in the order of their names, never ranked, with the same floors. */
import { useTranslation } from "react-i18next";
import type { Index } from "#surveys/scoring/indices";
import { rangeText } from "./figure-text";
import type { FormDetails, GroupView } from "./leader-page";
import { ShareTable } from "./share-table";

function GroupName({ group: { name, isTogether } }: { readonly group: GroupView }) {
  const { t } = useTranslation();
  return (
    <>
      {name}
      {isTogether ? ` (${t("release.together")})` : ""}
    </>
  );
}

const indicesOf = (groups: readonly GroupView[]): Index[] => [
  ...new Set(groups.flatMap(({ indices }) => indices.map(({ index }) => index))),
];

function GroupTable({ groups, caption }: { readonly groups: readonly GroupView[]; readonly caption: string }) {
  const { t } = useTranslation();
  const indices = indicesOf(groups);
  return (
    <div className="table-frame">
      <table className="group-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("release.group")}</th>
            {indices.map((index) => (
              <th key={index} scope="col">
                {t(`indices.${index}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.name}>
              <th scope="row">
                <GroupName group={group} />
              </th>
              {indices.map((index) => {
                const found = group.indices.find((one) => one.index === index);
                return found ? (
                  <td key={index}>
                    {found.value} <small>{rangeText(found)}</small>
                  </td>
                ) : (
                  <td key={index} className="hatched">
                    <span>{t("release.hidden")}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupQuestions({ group }: { readonly group: GroupView }) {
  const { t } = useTranslation();
  if (group.questions.length === 0) return null;
  return (
    <details className="theme-fold">
      <summary>
        <GroupName group={group} />
      </summary>
      {group.isSnapshot ? <p className="small-print">{t("release.snapshot")}</p> : null}
      <p className="small-print">{t("release.groupFavourable")}</p>
      <ShareTable
        caption={group.name}
        of="those"
        lines={group.questions.map(({ ending, ...share }) => ({ label: ending, ...share }))}
      />
    </details>
  );
}

export function GroupFigures({ details: { groups } }: { readonly details: FormDetails }) {
  const { t } = useTranslation();
  return (
    <section className="groups">
      <h3>{t("release.groups")}</h3>
      <p className="small-print">{t("release.groupsHelp")}</p>
      <GroupTable groups={groups} caption={t("release.groups")} />
      {groups.map((group) => (
        <GroupQuestions key={group.name} group={group} />
      ))}
    </section>
  );
}

/** On the staff's sheet alone. */
export function PrintedGroups({ details }: { readonly details: readonly FormDetails[] }) {
  const { t } = useTranslation();
  return (
    <section className="printed-groups">
      {details
        .filter(({ groups }) => groups.length > 0)
        .map(({ form, groups }) => (
          <div key={form}>
            <h2>
              {t("release.groups")}, {t(`forms.${form}`)}
            </h2>
            <GroupTable groups={groups} caption={t("release.groups")} />
          </div>
        ))}
    </section>
  );
}
