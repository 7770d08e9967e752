/** What is one's own: the account, a password by a code, and a forgotten one. */
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { OwnSession } from "#server/accounts/contract";
import { dayOf, timeOf } from "~/i18n/dates";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";

export type OwnFault = "wrong" | "short" | "codeUnknown" | "wait";

function Fault({ fault }: { readonly fault?: OwnFault }) {
  const { t } = useTranslation();
  return fault ? (
    <p className="warning" role="alert">
      {t(`account.${fault}`)}
    </p>
  ) : null;
}

interface PasswordFieldProps {
  readonly name: "current" | "password";
  readonly label: string;
  readonly help?: string;
}

function PasswordField({ name, label, help }: PasswordFieldProps) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="password"
        required
        maxLength={200}
        autoComplete={name === "current" ? "current-password" : "new-password"}
        aria-describedby={help ? `${name}-help` : undefined}
      />
      {help ? (
        <p className="field-help" id={`${name}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  );
}

interface AccountPageProps {
  readonly frame: AdultFrameData;
  readonly sessions: readonly OwnSession[];
  readonly done?: "changed" | "ended";
  readonly fault?: OwnFault;
}

function Sessions({ frame, sessions }: Pick<AccountPageProps, "frame" | "sessions">) {
  const { t } = useTranslation();
  const when = (iso: string) => `${dayOf(iso, frame.locale, new Date(frame.now))} ${timeOf(iso, frame.locale)}`;
  return (
    <form method="post" className="card person-form">
      <h2>{t("account.sessions")}</h2>
      <ul>
        {sessions.map(({ startedAt, seenAt, isThis }) => (
          <li key={`${startedAt} ${seenAt}`}>
            {isThis ? t("account.here", { date: when(startedAt) }) : t("account.elsewhere", { date: when(seenAt) })}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <button type="submit" name="do" value="end" className="button" data-kind="quiet">
          {t("account.end")}
        </button>
      ) : null}
    </form>
  );
}

export function AccountPage({ frame, sessions, done, fault }: AccountPageProps) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("account.title")}</h1>
      <p className="lead">{t("account.name", { name: frame.user?.displayName })}</p>
      {done ? (
        <p className="success" role="status">
          {t(`account.${done}`)}
        </p>
      ) : null}
      <form method="post" className="card person-form">
        <h2>{t("account.password")}</h2>
        <Fault fault={fault} />
        <PasswordField name="current" label={t("account.current")} />
        <PasswordField name="password" label={t("account.next")} help={t("account.nextHelp")} />
        <button type="submit" name="do" value="password" className="button">
          {t("account.change")}
        </button>
      </form>
      <Sessions frame={frame} sessions={sessions} />
    </>
  );
}

/** The code behind `#` is put into its field by the page itself, and sent when its person says so. */
export function CodePage({ fault, code = "" }: { readonly fault?: OwnFault; readonly code?: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const given = decodeURIComponent(window.location.hash.slice(1));
    if (field.current && field.current.value === "" && /^[\w-]{20,40}$/.test(given)) field.current.value = given;
  }, []);
  return (
    <form method="post" className="card sign-in">
      <h1>{t("account.codeTitle")}</h1>
      <p>{t("account.codeAbout")}</p>
      <Fault fault={fault} />
      <div className="field">
        <label htmlFor="code">{t("account.code")}</label>
        <input
          ref={field}
          id="code"
          name="code"
          required
          maxLength={60}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={code}
        />
      </div>
      <PasswordField name="password" label={t("account.next")} help={t("account.nextHelp")} />
      <button type="submit" className="button">
        {t("account.codeSave")}
      </button>
    </form>
  );
}

export function ForgottenPage({ isSent, fault }: { readonly isSent: boolean; readonly fault?: OwnFault }) {
  const { t } = useTranslation();
  return (
    <form method="post" className="card sign-in">
      <h1>{t("account.forgottenTitle")}</h1>
      <p>{t("account.forgottenAbout")}</p>
      <Fault fault={fault} />
      {isSent ? (
        <p className="success" role="status">
          {t("account.forgottenSent")}
        </p>
      ) : null}
      <div className="field">
        <label htmlFor="name">{t("account.forgottenName")}</label>
        <input id="name" name="name" required maxLength={254} autoComplete="username" autoCapitalize="none" />
      </div>
      <button type="submit" className="button">
        {t("account.forgottenSend")}
      </button>
      <p className="sign-in-child">
        <a href={urls.signIn()}>{t("account.signIn")}</a>
      </p>
    </form>
  );
}
