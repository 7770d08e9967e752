/** Where an adult writes down what the class proposes. A plain form; what was typed stays where it cannot be taken. */
import { useTranslation } from "react-i18next";
import { MOST_PROPOSED } from "#server/dialogues/contract";

export interface ProposalState {
  readonly isWriting: boolean;
  readonly isSent: boolean;
  /** The same id twice is one proposal. */
  readonly id: string;
  readonly text: string;
  readonly fault?: "empty" | "long" | "full" | "names";
}

interface ProposalProps {
  readonly state: ProposalState;
  readonly item?: string;
  /** Where the form is left without sending. */
  readonly back?: string;
  readonly lang: string;
  readonly nr: number;
}

export function Proposal({ state: { id, text, fault }, item, back, lang, nr }: ProposalProps) {
  const { t } = useTranslation();
  const query = new URLSearchParams(lang);
  query.set("nr", String(nr));
  query.set("skriv", "ja");
  return (
    <section className="board-talk" id="forslag">
      <h2>{t("board.proposal.title")}</h2>
      <form method="post" action={`?${query.toString()}`} key={id}>
        <p id="proposal-help">{t("board.proposal.help")}</p>
        {fault ? (
          <p className="warning" role="alert" id="proposal-fault">
            {t(`board.proposal.${fault}`)}
          </p>
        ) : null}
        <label htmlFor="proposal">{t("board.proposal.text")}</label>
        <textarea
          id="proposal"
          name="text"
          rows={4}
          maxLength={MOST_PROPOSED}
          defaultValue={text}
          aria-describedby={fault ? "proposal-fault proposal-help" : "proposal-help"}
          aria-invalid={fault ? true : undefined}
        />
        <input type="hidden" name="id" value={id} />
        {item ? <input type="hidden" name="item" value={item} /> : null}
        {fault === "names" ? (
          <label className="board-check">
            <input type="checkbox" name="checked" value="yes" /> {t("board.proposal.checked")}
          </label>
        ) : null}
        <p className="board-ways">
          <button type="submit" className="button">
            {t("board.proposal.send")}
          </button>
          {back ? (
            <a className="button" data-kind="quiet" href={back}>
              {t("board.proposal.cancel")}
            </a>
          ) : null}
        </p>
      </form>
    </section>
  );
}
