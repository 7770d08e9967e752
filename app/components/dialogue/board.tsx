/** What a class sees on the projector: what the adult reads first, one item at a time, a proposal, and thanks at the end. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { THEME_THINGS } from "#surveys/paper/paper";
import { timeOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import { Thing } from "../pictures/thing";
import { Icon } from "../ui/icon";
import type { BoardView, CardView, FigureView } from "./board-view";
import type { ProposalState } from "./proposal";
import { Proposal } from "./proposal";
import { useArrows } from "./use-arrows";

export interface BoardProps {
  readonly frame: Pick<AdultFrameData, "locale" | "lang" | "isInvented">;
  readonly view: BoardView;
  readonly proposal: ProposalState;
}

const DOTS = Array.from({ length: 10 }, (_, at) => at);

/** The address of a step, of the same page. */
function stepAddress(nr: number, lang: string, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(lang);
  if (nr > 0) query.set("nr", String(nr));
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return `?${query.toString()}`;
}

function Figure({ figure, view }: { readonly figure: FigureView; readonly view: BoardView }) {
  const { t } = useTranslation();
  const [from, to] = figure.between ?? [0, 0];
  const quantity = t(`board.quantity.${figure.quantity}`, { from, to });
  const name = figure.of === "group" ? view.group.join(t("board.and")) : view.institution;
  return (
    <div className="board-figure">
      <p className="board-whose">{t(`board.whose.${figure.of}`, { name, form: t(`forms.${view.form}`) })}</p>
      <p className="board-said">
        {t("board.said", { participants: figure.participants, quantity, ending: figure.ending })}
      </p>
      <p className="board-dots" role="img" aria-label={t("board.dots", { dots: figure.dots })}>
        {DOTS.map((at) => (
          <span key={at} data-filled={at < figure.dots || undefined} />
        ))}
      </p>
      <p className="board-noise">{t("board.noise")}</p>
    </div>
  );
}

function Picture({ card: { drawing, isScene, theme } }: { readonly card: CardView }) {
  return drawing ? (
    <span className="board-picture" data-scene={isScene || undefined} dangerouslySetInnerHTML={{ __html: drawing }} />
  ) : (
    <span className="board-picture">
      <Thing name={THEME_THINGS[theme]} />
    </span>
  );
}

function Talk({ card: { talk } }: { readonly card: CardView }) {
  const { t } = useTranslation();
  return (
    <section className="board-talk">
      <h2>{t("board.talk")}</h2>
      <ul>
        {talk.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </section>
  );
}

function Foot({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <footer className="board-foot">
      <p>
        <Icon name="shield-check-fill" /> {t("board.rule")}
      </p>
      <div className="board-ways">{children}</div>
    </footer>
  );
}

function Step({ frame: { lang }, view, proposal, card }: BoardProps & { readonly card: CardView }) {
  const { t } = useTranslation();
  const { nr, count } = view;
  return (
    <>
      <div className="board-step">
        <div className="board-left">
          <Picture card={card} />
          <h1>{card.question}</h1>
          {card.figure ? <Figure figure={card.figure} view={view} /> : null}
        </div>
        {proposal.isWriting ? (
          <Proposal state={proposal} item={card.item} back={stepAddress(nr, lang)} lang={lang} nr={nr} />
        ) : (
          <Talk card={card} />
        )}
      </div>
      <Foot>
        <span className="board-nr">{t("board.of", { nr, count })}</span>
        <a className="board-way" href={stepAddress(nr - 1, lang)} aria-label={t("board.previous")}>
          <Icon name="arrow-left-bold" isDirectional />
        </a>
        {proposal.isWriting ? null : (
          <a className="board-way" href={stepAddress(nr, lang, { skriv: "ja" })}>
            {t("board.write")}
          </a>
        )}
        <a className="board-way" data-kind="next" href={stepAddress(nr + 1, lang)}>
          {t("board.next")}
        </a>
      </Foot>
    </>
  );
}

function ReadFirst({ frame, view }: Pick<BoardProps, "frame" | "view">) {
  const { t } = useTranslation();
  return (
    <div className="board-first">
      <p className="board-whose">
        {view.institution} · {view.group.length > 0 ? view.group.join(t("board.and")) : t(`forms.${view.form}`)}
      </p>
      <h1>{t("board.first")}</h1>
      <p className="board-said">{t("board.notForBoard")}</p>
      <section>
        <h2>{t("board.rules")}</h2>
        <ul>
          {(["rule1", "rule2", "rule3", "rule4"] as const).map((rule) => (
            <li key={rule}>{t(`board.${rule}`)}</li>
          ))}
        </ul>
        <p>{t("board.proposals")}</p>
      </section>
      <section>
        <h2>{t("board.shows")}</h2>
        <ol>
          {view.shown.map(({ question, hasFigure }) => (
            <li key={question}>
              {question} <small>({t(hasFigure ? "board.withFigure" : "board.withoutFigure")})</small>
            </li>
          ))}
        </ol>
        <p>{t("board.why")}</p>
      </section>
      <p className="board-ways">
        <a className="board-way" data-kind="next" href={stepAddress(1, frame.lang)}>
          {t("board.start")}
        </a>
        <small>{t("board.ends", { time: timeOf(view.expiresAt, frame.locale) })}</small>
      </p>
    </div>
  );
}

function Thanks({ frame: { lang }, view: { nr }, proposal }: BoardProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="board-step">
        <div className="board-left">
          <span className="board-picture">
            <Thing name="megaphone" />
          </span>
          <h1>{t("board.end")}</h1>
          <p className="board-said">{t("board.endHelp")}</p>
        </div>
        <Proposal state={proposal} lang={lang} nr={nr} />
      </div>
      <Foot>
        <a className="board-way" href={stepAddress(1, lang)}>
          {t("board.again")}
        </a>
      </Foot>
    </>
  );
}

export function BoardPage({ frame, view, proposal }: BoardProps) {
  const { t } = useTranslation();
  const { nr, count, card } = view;
  const to = (step: number) => (step >= 0 && step <= count + 1 ? stepAddress(step, frame.lang) : undefined);
  useArrows(to(nr - 1), to(nr + 1));
  return (
    <main className="board" data-first={nr === 0 || undefined}>
      {frame.isInvented ? <p className="invented">{t("frame.invented")}</p> : null}
      {proposal.isSent ? (
        <p className="board-sent" role="status">
          <Icon name="check-bold" /> {t("board.proposal.sent")}
        </p>
      ) : null}
      {nr === 0 ? (
        <ReadFirst frame={frame} view={view} />
      ) : card ? (
        <Step frame={frame} view={view} proposal={proposal} card={card} />
      ) : (
        <Thanks frame={frame} view={view} proposal={proposal} />
      )}
    </main>
  );
}
