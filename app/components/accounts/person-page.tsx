/** One adult who may sign in: changed, given a new code, shut out and let in, and removed. */
import { useTranslation } from "react-i18next";
import type { CodeLetter as Letter, ListedPerson, Reachable } from "#server/accounts/contract";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";
import { CodeLetter } from "./code-letter";
import { Failure } from "./failure";
import { PersonFields } from "./person-fields";

export const PERSON_DONE = ["changed", "renewed", "suspended", "resumed"] as const;

interface PersonPageProps {
  readonly frame: AdultFrameData;
  readonly person: ListedPerson;
  readonly reachable: Reachable;
  /** Who can take over: of the same role. */
  readonly others: readonly ListedPerson[];
  readonly done?: (typeof PERSON_DONE)[number];
  readonly failed?: { readonly code: string };
  readonly letter?: Letter;
  readonly codeAddress: string;
}

function Access({ person }: Pick<PersonPageProps, "person">) {
  const { t } = useTranslation();
  const isSuspended = person.state === "suspended";
  return (
    <section className="card person-form">
      <h2>{t("people.access")}</h2>
      {isSuspended ? null : (
        <form method="post" className="person-deed">
          <p>{t("people.renewHelp")}</p>
          <input type="hidden" name="do" value="renew" />
          <p>
            {person.email ? (
              <button type="submit" name="way" value="mail" className="button" data-kind="quiet">
                {t("people.renew")}
              </button>
            ) : null}{" "}
            <button type="submit" name="way" value="letter" className="button" data-kind="quiet">
              {t("people.ways.letter")}
            </button>
          </p>
        </form>
      )}
      <form method="post" className="person-deed">
        <p>{t("people.suspendHelp")}</p>
        <button type="submit" name="do" value={isSuspended ? "resume" : "suspend"} className="button" data-kind="quiet">
          {t(isSuspended ? "people.resume" : "people.suspend")}
        </button>
      </form>
    </section>
  );
}

function Removal({ person, others }: Pick<PersonPageProps, "person" | "others">) {
  const { t } = useTranslation();
  return (
    <form method="post" className="card person-form">
      <h2>{t("people.remove")}</h2>
      <p>{t("people.removeHelp")}</p>
      <div className="field">
        <label htmlFor="successor">{t("people.successor")}</label>
        <select id="successor" name="successor">
          <option value="">{t("people.nobody")}</option>
          {others.map(({ id, displayName }) => (
            <option key={id} value={id}>
              {displayName}
            </option>
          ))}
        </select>
      </div>
      <label className="check">
        <input type="checkbox" name="sure" value="yes" required />
        {t("people.removeSure", { name: person.displayName })}
      </label>
      <button type="submit" name="do" value="remove" className="button" data-kind="quiet">
        {t("people.remove")}
      </button>
    </form>
  );
}

export function PersonPage(props: PersonPageProps) {
  const { t } = useTranslation();
  const { frame, person, reachable, done, failed, letter, codeAddress } = props;
  return (
    <>
      <div>
        <p className="way-back">
          <a href={urls.people() + frame.lang}>{t("people.back")}</a>
        </p>
        <h1>{person.displayName}</h1>
        <p className="small-print">
          {t(`frame.roles.${person.role}`)} · {t(`people.states.${person.state}`)} ·{" "}
          {t("people.userName", { name: person.name })}
        </p>
      </div>
      {done ? (
        <p className="success" role="status">
          {t(`people.done.${done}`)}
        </p>
      ) : null}
      <Failure code={failed?.code} />
      {letter ? <CodeLetter frame={frame} letter={letter} address={codeAddress} /> : null}
      <form method="post" className="card person-form" key={`${person.role} ${person.displayName}`}>
        <h2>{t("people.change")}</h2>
        <PersonFields id="change" reachable={reachable} person={person} />
        <button type="submit" name="do" value="change" className="button">
          {t("people.save")}
        </button>
      </form>
      <Access {...props} />
      <Removal {...props} />
    </>
  );
}
