/** Who did what, with the latest first. A table that becomes cards where it has no room. */
import { useTranslation } from "react-i18next";
import type { AuditFilter as Filter, AuditLine } from "#server/audit/contract";
import { dayOf, timeOf } from "~/i18n/dates";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";
import type { AuditFilterProps } from "./audit-filter";
import { AuditFilter } from "./audit-filter";

function Line({ frame, line }: { readonly frame: AdultFrameData; readonly line: AuditLine }) {
  const { t } = useTranslation();
  const { at, actor, verb, subject, outcome, code, name, about } = line;
  const who = actor.kind === "user" ? (name ?? t("audit.gone")) : t(`audit.${actor.kind}`);
  // What a later version has written has no words here, and stands as it is.
  const said = t(`audit.verbs.${verb}` as "audit.verbs.round.open", { defaultValue: verb });
  const kind = t(`audit.subjects.${subject.kind}` as "audit.subjects.round", { defaultValue: subject.kind });
  const what = subject.kind === "municipality" || subject.kind === "user" ? "" : `${kind} ${subject.id.slice(0, 24)}`;
  return (
    <tr>
      <th scope="row">
        <time dateTime={at}>
          {dayOf(at, frame.locale, new Date(frame.now))} {timeOf(at, frame.locale)}
        </time>
      </th>
      <td>
        <strong>{who}</strong>
        {actor.role ? <small>{t(`frame.roles.${actor.role}`)}</small> : null}
      </td>
      <td>
        {said}
        <small>{[about === name ? "" : about, what].filter(Boolean).join(" · ")}</small>
      </td>
      <td>
        <span className="chip" data-kind={outcome}>
          {t(`audit.outcomes.${outcome}`)}
        </span>
        {code ? <small>{code}</small> : null}
      </td>
    </tr>
  );
}

function addressOf(path: string, filter: Filter, more: Readonly<Record<string, string>>): string {
  const given = Object.entries({ ...filter, ...more }).filter(([, value]) => value);
  return `${path}?${new URLSearchParams(given).toString()}`;
}

function Lines({ frame, page, filter }: AuditFilterProps) {
  const { t } = useTranslation();
  const lang: Readonly<Record<string, string>> = frame.lang ? { lang: frame.locale } : {};
  return (
    <section className="card">
      <table className="audit-lines">
        <thead>
          <tr>
            {(["when", "who", "did", "outcome"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`audit.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.lines.map((line) => (
            <Line key={line.number} frame={frame} line={line} />
          ))}
        </tbody>
      </table>
      <p className="audit-ways">
        {page.before === undefined ? null : (
          <a
            className="button"
            data-kind="quiet"
            href={addressOf(urls.audit(), filter, { ...lang, before: String(page.before) })}
          >
            {t("audit.older")}
          </a>
        )}
        <a href={addressOf(urls.auditFile(), filter, lang)}>{t("audit.download")}</a>
      </p>
    </section>
  );
}

export function AuditPage(props: AuditFilterProps) {
  const { t } = useTranslation();
  const { frame, page } = props;
  return (
    <>
      <h1>{t("audit.title")}</h1>
      <p className="lead">{t("audit.about")}</p>
      <AuditFilter {...props} />
      {page.lines.length > 0 ? (
        <Lines {...props} />
      ) : (
        <section className="card">
          <p>{t("audit.empty")}</p>
          <p>
            <a href={urls.audit() + frame.lang}>{t("audit.reset")}</a>
          </p>
        </section>
      )}
    </>
  );
}
