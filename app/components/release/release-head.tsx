/** Whose page it is, how many answered, whom we have heard, what is promised about the answers, and the two printed sheets. */
import { useTranslation } from "react-i18next";
import { dayOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import { Icon } from "../ui/icon";
import type { HeardGroup, LeaderPageView } from "./leader-page";
import type { PrintVersion } from "./use-print";
import type { Ways } from "./ways";

function Answered({ page: { participants, invited, asked } }: { readonly page: LeaderPageView }) {
  const { t } = useTranslation();
  const who = t(`release.who.${asked}`);
  if (participants === undefined) return <>{t("release.respondedFew", { invited, who })}</>;
  const rate = Math.round((100 * participants) / Math.max(1, invited));
  return <>{t("release.responded", { participants, invited, who, rate })}</>;
}

/** More groups than these are counted, and named one press away. */
const MOST_NAMED = 3;

/** "Bækken, Lysningen og Bålpladsen" */
function useList() {
  const { t } = useTranslation();
  return (names: readonly string[]) =>
    names.length > 1 ? names.slice(0, -1).join(", ") + t("release.and") + names.slice(-1).join("") : names.join("");
}

function GroupLine({ group, form }: { readonly group: HeardGroup; readonly form?: string }) {
  const { t } = useTranslation();
  const list = useList();
  const { names, participants, invited } = group;
  return (
    <li>
      {form ? `${form}: ` : ""}
      {list(names)}
      {names.length > 1 ? ` (${t("release.together")})` : ""},{" "}
      {participants === undefined
        ? t("release.heardFew", { invited })
        : t("release.heardOf", { participants, invited })}
    </li>
  );
}

function Heard({ page: { heard, forms } }: { readonly page: LeaderPageView }) {
  const { t } = useTranslation();
  const list = useList();
  const told = heard.filter(({ participants }) => participants !== undefined);
  if (heard.length === 0) return null;
  const names = told.flatMap((group) => group.names);
  return (
    <div className="heard">
      {told.length === 0 ? (
        <span>{t("release.heardNone")}</span>
      ) : names.length > MOST_NAMED ? (
        <span>{t("release.heardCount", { count: told.length })}</span>
      ) : (
        <span>{t("release.heard", { names: list(names) })}</span>
      )}{" "}
      {names.length > told.length ? <span>{t("release.heardTogether")} </span> : null}
      <details>
        <summary>{t("release.heardList")}</summary>
        <ul>
          {heard.map((group) => (
            <GroupLine
              key={`${group.form} ${group.names.join()}`}
              group={group}
              form={forms.length > 1 ? t(`forms.${group.form}`) : undefined}
            />
          ))}
        </ul>
      </details>
    </div>
  );
}

export interface ReleaseHeadProps {
  readonly frame: AdultFrameData;
  readonly page: LeaderPageView;
  readonly label: string;
  readonly version: PrintVersion;
  readonly print: (version: PrintVersion) => void;
  readonly hasGroups: boolean;
  readonly ways: Ways;
}

function PrintButtons({ print, hasGroups }: Pick<ReleaseHeadProps, "print" | "hasGroups">) {
  const { t } = useTranslation();
  return (
    <div className="print-buttons">
      {hasGroups ? (
        <button type="button" className="button" data-kind="quiet" onClick={() => print("staff")}>
          <Icon name="printer-bold" />
          {t("release.printStaff")}
        </button>
      ) : null}
      <button type="button" className="button print-button" onClick={() => print("board")}>
        <Icon name="printer-bold" />
        {t(hasGroups ? "release.printBoard" : "release.print")}
      </button>
    </div>
  );
}

/** From what was said to what is done with it. */
function HeadWays({ ways }: Pick<ReleaseHeadProps, "ways">) {
  const { t } = useTranslation();
  return (
    <nav className="ways" aria-label={t("ways.name")}>
      {ways.dialogue ? <a href={ways.dialogue}>{t("ways.dialogue")}</a> : null}
      <a href={ways.actions}>{t("ways.actions")}</a>
      <a href={ways.paper}>{t("ways.paper")}</a>
    </nav>
  );
}

export function ReleaseHead({ frame, page, label, ways, version, print, hasGroups }: ReleaseHeadProps) {
  const { t } = useTranslation();
  const forms = page.forms.map((form) => t(`forms.${form}`)).join(", ");
  const closed = dayOf(page.closedOn, frame.locale, new Date(frame.now));
  return (
    <header className="release-head">
      <div>
        <h1>
          {page.institution} · {page.title}
        </h1>
        <p>
          <strong>
            <Answered page={page} />
          </strong>{" "}
          · {forms} · {t("release.closed", { date: closed })}
        </p>
        <div className="release-whom">
          <p className="chip" data-kind="label">
            <Icon name="shield-check-fill" />
            {label}
          </p>
          <Heard page={page} />
        </div>
      </div>
      <div className="head-ways">
        <PrintButtons print={print} hasGroups={hasGroups} />
        <HeadWays ways={ways} />
      </div>
      <p className="printed-for">{t(version === "staff" ? "release.printedStaff" : "release.printedBoard")}</p>
    </header>
  );
}
