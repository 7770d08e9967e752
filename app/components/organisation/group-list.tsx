/** An institution's groups, each with what can be changed of it folded behind it. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ListedGroup } from "#server/organisation/contract";
import { dayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import { FaultLine } from "./fault-line";
import { GroupFields } from "./group-fields";
import type { Unsaved } from "./organisation-view";

interface GroupListProps {
  readonly frame: AdultFrameData;
  readonly groups: readonly ListedGroup[];
  readonly isClosed: boolean;
  readonly newId: string;
  readonly unsaved?: Unsaved;
}

const fieldsOf = ({ name, band, childCount, isSpecialClass, isLeaving }: ListedGroup) => ({
  name,
  band,
  childCount: String(childCount),
  ...(isSpecialClass && { isSpecialClass: "yes" }),
  ...(isLeaving && { isLeaving: "yes" }),
});

interface GroupProps {
  readonly frame: AdultFrameData;
  readonly group: ListedGroup;
  readonly unsaved?: Unsaved;
}

function GroupForms({ frame, group, unsaved }: GroupProps) {
  const { t } = useTranslation();
  const { id, version, name } = group;
  const own = unsaved?.group === id ? unsaved : undefined;
  const typed = own?.deed === "changeGroup" && own.fault !== "changed" ? own.typed.fields : fieldsOf(group);
  return (
    <details className="fold" open={own !== undefined || undefined}>
      <summary aria-label={t("organisation.groups.changeOf", { name })}>{t("organisation.groups.change")}</summary>
      <FaultLine fault={own?.fault} />
      <Form method="post" action={`?${new URLSearchParams(frame.lang).toString()}`} key={`${id}-${version}`}>
        <input type="hidden" name="group" value={id} />
        <input type="hidden" name="version" value={version} />
        <GroupFields id={id} fields={typed} own={group.band} fault={own?.fault} />
        <p className="deeds">
          <button type="submit" className="button" name="do" value="changeGroup">
            {t("organisation.groups.save")}
          </button>
          <button
            type="submit"
            className="button"
            data-kind="quiet"
            name="do"
            value="closeGroup"
            formNoValidate
            aria-describedby={`close-help-${id}`}
          >
            {t("organisation.groups.close")}
          </button>
        </p>
        <p className="small-print" id={`close-help-${id}`}>
          {t("organisation.groups.closeHelp")}
        </p>
      </Form>
    </details>
  );
}

function Group({ frame, group, unsaved }: GroupProps) {
  const { t } = useTranslation();
  const { name, band, childCount, closedOn, notice, isSpecialClass, isLeaving } = group;
  return (
    <li className="group" data-closed={closedOn !== undefined || undefined}>
      <div className="group-line">
        <strong>{name}</strong>
        <span>{t(`forms.${band}`)}</span>
        <span className="group-count">{t("organisation.groups.count", { count: childCount })}</span>
        <span className="chips">
          {isSpecialClass ? <span className="chip">{t("organisation.groups.special")}</span> : null}
          {isLeaving ? <span className="chip">{t("organisation.groups.leaving")}</span> : null}
          {closedOn === undefined ? null : (
            <span className="chip" data-kind="closed">
              {t("organisation.groups.ended", { date: dayOf(closedOn, frame.locale, new Date(frame.now)) })}
            </span>
          )}
        </span>
      </div>
      {notice === "special" ? <p className="group-notice">{t("organisation.notices.special")}</p> : null}
      {closedOn === undefined ? <GroupForms frame={frame} group={group} unsaved={unsaved} /> : null}
    </li>
  );
}

function NewGroup({ frame, newId, unsaved }: Pick<GroupListProps, "frame" | "newId" | "unsaved">) {
  const { t } = useTranslation();
  const own = unsaved?.deed === "addGroup" ? unsaved : undefined;
  return (
    <details className="fold new" open={own !== undefined || undefined}>
      <summary>{t("organisation.groups.add")}</summary>
      <FaultLine fault={own?.fault} />
      <Form method="post" action={`?${new URLSearchParams(frame.lang).toString()}`} key={newId}>
        <input type="hidden" name="id" value={own?.typed.fields["id"] ?? newId} />
        <GroupFields id="new" fields={own?.typed.fields ?? {}} fault={own?.fault} />
        <p className="deeds">
          <button type="submit" className="button" name="do" value="addGroup">
            {t("organisation.groups.create")}
          </button>
        </p>
      </Form>
    </details>
  );
}

/** Told once for all of them: what small groups have in common. */
function SmallNotice({ groups }: Pick<GroupListProps, "groups">) {
  const { t } = useTranslation();
  const small = groups.filter(({ notice }) => notice === "small" || notice === "childminders");
  const [first] = small;
  if (!first?.notice) return null;
  return (
    <div className="small-notice">
      <h3>{t("organisation.noticeTitle")}</h3>
      <p>
        {first.notice === "childminders"
          ? t("organisation.notices.childminders")
          : `${small.map(({ name }) => name).join(", ")}: ${t("organisation.noticeAbout")}`}
      </p>
    </div>
  );
}

export function GroupList({ frame, groups, isClosed, newId, unsaved }: GroupListProps) {
  const { t } = useTranslation();
  return (
    <section className="card groups" aria-labelledby="groups">
      <h2 id="groups">{t("organisation.groups.title")}</h2>
      <SmallNotice groups={groups} />
      {groups.length === 0 ? <p className="small-print">{t("organisation.groups.none")}</p> : null}
      <ul>
        {groups.map((group) => (
          <Group key={group.id} frame={frame} group={group} unsaved={unsaved} />
        ))}
      </ul>
      {isClosed ? null : <NewGroup frame={frame} newId={newId} unsaved={unsaved} />}
    </section>
  );
}
