/** Doors of groups at which guessing has been paused: until when, what still opens, and opening them again. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PausedDoor } from "#server/guessing/contract";
import type { AdultFrameData } from "../layout/adult-frame";

interface PausedDoorsProps {
  readonly frame: AdultFrameData;
  readonly doors: readonly PausedDoor[];
  readonly isReopened: boolean;
}

const clockTime = (iso: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Copenhagen" }).format(
    new Date(iso),
  );

export function PausedDoors({ frame: { locale, lang }, doors, isReopened }: PausedDoorsProps) {
  const { t } = useTranslation();
  if (doors.length === 0 && !isReopened) return null;
  return (
    <section className="card paused-doors">
      <h2 id="paused-doors">{t("admin.doors.title")}</h2>
      {isReopened ? (
        <p className="success" role="status">
          {t("admin.doors.reopened")}
        </p>
      ) : null}
      {doors.length > 0 ? <p>{t("admin.doors.about")}</p> : null}
      {doors.map(({ groupId, groupName, institutionName, ways, until }) => (
        <Form key={groupId} method="post" action={`/admin/doere${lang}`} className="paused-door">
          <p>
            <strong>
              {institutionName} · {groupName}
            </strong>
            <br />
            {t(`admin.doors.${ways.length > 1 ? "both" : (ways[0] ?? "pictures")}`, { time: clockTime(until, locale) })}
          </p>
          <input type="hidden" name="group" value={groupId} />
          <button type="submit" className="button" data-kind="quiet">
            {t("admin.doors.reopen")}
            <span className="visually-hidden">
              : {institutionName}, {groupName}
            </span>
          </button>
        </Form>
      ))}
    </section>
  );
}
