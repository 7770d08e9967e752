/** The post: what has gone, what waits and why, and, where nothing can be sent, what to hand over. */
import { useTranslation } from "react-i18next";
import type { MailLine, Post } from "#server/mail/contract";
import { dayOf, timeOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";

/** `address`: what was typed and is none. */
type MailSaid = { readonly kind: "tested" | "retried" } | { readonly kind: "badAddress"; readonly address: string };

interface MailPageProps {
  readonly frame: AdultFrameData;
  readonly post: Post;
  readonly said?: MailSaid;
}

function TestForm({ said }: Pick<MailPageProps, "said">) {
  const { t } = useTranslation();
  const isWrong = said?.kind === "badAddress";
  return (
    <form method="post" className="card mail-test">
      <p>{t("mail.testHelp")}</p>
      {isWrong ? (
        <p className="warning" role="alert" id="mail-fault">
          {t("mail.badAddress")}
        </p>
      ) : null}
      <div className="field">
        <label htmlFor="mail-to">{t("mail.address")}</label>
        <input
          id="mail-to"
          name="to"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={isWrong ? said.address : ""}
          aria-invalid={isWrong ? true : undefined}
          aria-describedby={isWrong ? "mail-fault" : undefined}
        />
      </div>
      <button type="submit" name="do" value="test" className="button">
        {t("mail.test")}
      </button>
    </form>
  );
}

function Text({ message }: { readonly message: NonNullable<MailLine["message"]> }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t("mail.read")}</summary>
      <div className="mail-text">
        <p>
          <strong>{message.subject}</strong>
        </p>
        {message.paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {message.button ? (
          <p>
            {message.button.label}: <code>{message.button.url}</code>
          </p>
        ) : null}
      </div>
    </details>
  );
}

function Mail({ frame, mail, isSending }: Pick<MailPageProps, "frame"> & { mail: MailLine; isSending: boolean }) {
  const { t } = useTranslation();
  const { id, to, kind, state, createdAt, attempts, nextAt, fault, message } = mail;
  const when = (iso: string) => `${dayOf(iso, frame.locale, new Date(frame.now))} ${timeOf(iso, frame.locale)}`;
  const isStuck = isSending && message !== undefined && fault !== undefined && state !== "sending";
  return (
    <li className="card mail">
      <h2 id={`mail-${id}`}>
        {t(`mail.kinds.${kind}`)} · {t("mail.to", { to })}
      </h2>
      <p>
        <span className="chip" data-kind={state}>
          {t(`mail.states.${!isSending && state === "waiting" ? "unsent" : state}`)}
        </span>{" "}
        <time dateTime={createdAt}>{when(createdAt)}</time>
      </p>
      {fault && state !== "sent" ? (
        <p>
          {t(`mail.faults.${fault}`)} {t("mail.attempts", { count: attempts })}.{" "}
          {isSending && nextAt ? `${t("mail.next", { date: when(nextAt) })}.` : null}
        </p>
      ) : null}
      {isStuck ? (
        <form method="post">
          <input type="hidden" name="id" value={id} />
          <button
            type="submit"
            name="do"
            value="retry"
            className="button"
            data-kind="quiet"
            aria-describedby={`mail-${id}`}
          >
            {t("mail.retry")}
          </button>
        </form>
      ) : null}
      {message ? <Text message={message} /> : null}
    </li>
  );
}

export function MailPage({ frame, post: { isSending, lines }, said }: MailPageProps) {
  const { t } = useTranslation();
  const tested = isSending ? t("mail.tested") : t("mail.testedUnsent");
  return (
    <>
      <h1>{t("mail.title")}</h1>
      <p className="lead">{t(isSending ? "mail.sending" : "mail.notSending")}</p>
      {isSending ? null : <p className="notice">{t("mail.howTo")}</p>}
      {said && said.kind !== "badAddress" ? (
        <p className="success" role="status">
          {said.kind === "tested" ? tested : t("mail.retried")}
        </p>
      ) : null}
      <TestForm said={said} />
      {lines.length === 0 ? <p className="card">{t("mail.empty")}</p> : null}
      <ul className="mails">
        {lines.map((mail) => (
          <Mail key={mail.id} frame={frame} mail={mail} isSending={isSending} />
        ))}
      </ul>
    </>
  );
}
