/** The adults who may sign in, and the form that invites one more. */
import { useTranslation } from "react-i18next";
import type { CodeLetter as Letter, ListedPerson, Reachable } from "#server/accounts/contract";
import { CODE_WAYS } from "#server/accounts/contract";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";
import { CodeLetter } from "./code-letter";
import { Failure } from "./failure";
import { PersonFields } from "./person-fields";

interface PeoplePageProps {
  readonly frame: AdultFrameData;
  readonly people: readonly ListedPerson[];
  readonly reachable: Reachable;
  readonly done?: "invited" | "removed";
  readonly failed?: { readonly code: string; readonly typed: Partial<ListedPerson> };
  readonly letter?: Letter;
  readonly codeAddress: string;
}

function People({ frame, people }: Pick<PeoplePageProps, "frame" | "people">) {
  const { t } = useTranslation();
  if (people.length === 0) return <p className="card">{t("people.none")}</p>;
  return (
    <ul className="people">
      {people.map(({ id, displayName, role, state, email, name }) => (
        <li key={id}>
          <a href={urls.person(id) + frame.lang}>
            <strong>{displayName}</strong>
            <span>{t(`frame.roles.${role}`)}</span>
            <small>{email ?? name}</small>
            {state === "active" ? null : (
              <span className="chip" data-kind={state}>
                {t(`people.states.${state}`)}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

function InviteForm({ reachable, failed }: Pick<PeoplePageProps, "reachable" | "failed">) {
  const { t } = useTranslation();
  return (
    <form method="post" className="card person-form">
      <h2>{t("people.invite")}</h2>
      <Failure code={failed?.code} />
      <PersonFields id="invite" reachable={reachable} person={failed?.typed} />
      <fieldset className="person-roles">
        <legend>{t("people.way")}</legend>
        {CODE_WAYS.map((way) => (
          <label key={way}>
            <input type="radio" name="way" value={way} defaultChecked={way === "mail"} />
            {t(`people.ways.${way}`)}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button">
        {t("people.send")}
      </button>
    </form>
  );
}

export function PeoplePage(props: PeoplePageProps) {
  const { t } = useTranslation();
  const { frame, done, letter, codeAddress } = props;
  return (
    <>
      <h1>{t("people.title")}</h1>
      <p className="lead">{t("people.about")}</p>
      {done ? (
        <p className="success" role="status">
          {t(`people.done.${done}`)}
        </p>
      ) : null}
      {letter ? <CodeLetter frame={frame} letter={letter} address={codeAddress} /> : null}
      <People {...props} />
      <InviteForm {...props} />
    </>
  );
}
