/** For the leader: whom a class dialogue is for, what will stand on the board, what they talk about, and the link. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { THEME_THINGS } from "#surveys/paper/paper";
import type { FormName } from "#surveys/paper/form";
import type { Theme } from "#surveys/paper/paper";
import { dayOf, timeOf } from "~/i18n/dates";
import type { AdultFrameData } from "../layout/adult-frame";
import { Thing } from "../pictures/thing";
import type { FigureView } from "./board-view";

interface ChoiceView {
  readonly key: string;
  readonly form: FormName;
  readonly group: readonly string[];
}

export interface ChooseView {
  readonly back: string;
  readonly institution: string;
  readonly round: string;
  readonly choices: readonly ChoiceView[];
  readonly chosen: string;
  readonly form?: FormName;
  readonly links: readonly (Omit<ChoiceView, "key"> & { readonly id: string; readonly expiresAt: string })[];
  readonly cards: readonly {
    readonly item: string;
    readonly theme: Theme;
    readonly question: string;
    readonly figure?: FigureView;
    readonly isSignal: boolean;
    readonly talk: readonly string[];
  }[];
}

export interface ChooseProps {
  readonly frame: AdultFrameData;
  readonly view: ChooseView;
  readonly opened?: { readonly path: string; readonly expiresAt: string };
  /** Nothing was ticked. */
  readonly isEmpty: boolean;
  /** A link has just been closed. */
  readonly isEnded: boolean;
}

function useNameOf(): (audience: Omit<ChoiceView, "key">) => string {
  const { t } = useTranslation();
  return ({ form, group }) =>
    group.length > 0
      ? t("dialogue.group", { group: group.join(t("board.and")), form: t(`forms.${form}`) })
      : t("dialogue.whole", { form: t(`forms.${form}`) });
}

function Whom({ frame, view: { choices, chosen } }: Pick<ChooseProps, "frame" | "view">) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <form className="card choose-whom" method="get">
      {frame.lang ? <input type="hidden" name="lang" value={frame.locale} /> : null}
      <div className="field">
        <label htmlFor="for">{t("dialogue.for")}</label>
        <select id="for" name="for" defaultValue={chosen} key={chosen}>
          {choices.map((choice) => (
            <option key={choice.key} value={choice.key}>
              {nameOf(choice)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button" data-kind="quiet">
        {t("dialogue.show")}
      </button>
    </form>
  );
}

function OnBoard({ card: { figure }, form }: { readonly card: ChooseView["cards"][number]; readonly form: FormName }) {
  const { t } = useTranslation();
  if (!figure) return <small>{t("dialogue.noFigure")}</small>;
  const [from, to] = figure.between ?? [0, 0];
  const said = t("board.said", {
    participants: figure.participants,
    quantity: t(`board.quantity.${figure.quantity}`, { from, to }),
    ending: figure.ending,
  });
  const whose = figure.of === "group" ? t("dialogue.ofGroup") : t("dialogue.ofWhole", { form: t(`forms.${form}`) });
  return (
    <small>
      {t("dialogue.onBoard")} {said} ({whose})
    </small>
  );
}

/** As many as a lesson has time for. */
const SUGGESTED = 5;

/** What the leader's page points at comes first, also where only the question may be shown. */
function suggestedOf(cards: ChooseView["cards"]): ReadonlySet<string> {
  const signals = cards.filter(({ isSignal }) => isSignal);
  const others = cards.filter(({ isSignal, figure }) => !isSignal && figure);
  return new Set([...signals, ...others].slice(0, SUGGESTED).map(({ item }) => item));
}

function Cards({ frame, view: { cards, chosen, form }, isEmpty }: Pick<ChooseProps, "frame" | "view" | "isEmpty">) {
  const { t } = useTranslation();
  if (!form) return null;
  const suggested = suggestedOf(cards);
  const query = new URLSearchParams(frame.lang);
  query.set("for", chosen);
  return (
    <Form method="post" action={`?${query.toString()}`} className="card choose-cards" key={chosen}>
      <input type="hidden" name="for" value={chosen} />
      <fieldset aria-describedby="choose-help">
        <legend>{t("dialogue.choose")}</legend>
        <p id="choose-help" className="small-print">
          {t("dialogue.chooseHelp")}
        </p>
        {isEmpty ? (
          <p className="warning" role="alert">
            {t("dialogue.none")}
          </p>
        ) : null}
        <ul>
          {cards.map((card) => (
            <li key={card.item}>
              <label className="check">
                <input
                  type="checkbox"
                  name="item"
                  value={card.item}
                  defaultChecked={!isEmpty && suggested.has(card.item)}
                />
                <Thing name={THEME_THINGS[card.theme]} />
                <span>
                  <strong>{card.question}</strong>
                  <OnBoard card={card} form={form} />
                </span>
              </label>
              <details>
                <summary>{t("dialogue.talk")}</summary>
                <ul>
                  {card.talk.map((question) => (
                    <li key={question}>{question}</li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ul>
      </fieldset>
      <button type="submit" className="button">
        {t("dialogue.open")}
      </button>
    </Form>
  );
}

function Link({
  frame,
  opened,
}: {
  readonly frame: AdultFrameData;
  readonly opened: NonNullable<ChooseProps["opened"]>;
}) {
  const { t } = useTranslation();
  const { path, expiresAt } = opened;
  return (
    <section className="card opened" role="status">
      <h2>{t("dialogue.opened")}</h2>
      <p>
        <a href={path + frame.lang} target="_blank" rel="noreferrer" className="opened-link">
          {path}
        </a>
      </p>
      <p>
        {t("dialogue.openedHelp", {
          date: dayOf(expiresAt, frame.locale, new Date(frame.now)),
          time: timeOf(expiresAt, frame.locale),
        })}
      </p>
      <p>
        <a className="button" href={path + frame.lang} target="_blank" rel="noreferrer">
          {t("dialogue.goTo")}
        </a>
      </p>
    </section>
  );
}

/** Closing one says no longer how it is opened: that was shown once. */
function Links({ frame, links }: { readonly frame: AdultFrameData; readonly links: ChooseView["links"] }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <section className="card open-links">
      <h2>{t("dialogue.links")}</h2>
      <p className="small-print">{t("dialogue.linksHelp")}</p>
      <ul>
        {links.map(({ id, expiresAt, ...audience }) => (
          <li key={id}>
            <span id={`link-${id}`}>
              {t("dialogue.until", {
                whom: nameOf(audience),
                date: dayOf(expiresAt, frame.locale, new Date(frame.now)),
                time: timeOf(expiresAt, frame.locale),
              })}
            </span>
            <form method="post" action={frame.lang || "?"}>
              <button
                type="submit"
                name="end"
                value={id}
                className="button"
                data-kind="quiet"
                aria-describedby={`link-${id}`}
              >
                {t("dialogue.end")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ChoosePage({ frame, view, opened, isEmpty, isEnded }: ChooseProps) {
  const { t } = useTranslation();
  return (
    <>
      <div>
        <p className="way-back">
          <a href={view.back + frame.lang}>{t("dialogue.back")}</a>
        </p>
        <h1>{t("dialogue.title")}</h1>
        <p className="small-print">
          {view.institution} · {view.round}
        </p>
      </div>
      <p className="lead">{t("dialogue.about")}</p>
      {isEnded ? (
        <p className="success" role="status">
          {t("dialogue.ended")}
        </p>
      ) : null}
      {opened ? <Link frame={frame} opened={opened} /> : null}
      {view.choices.length === 0 || view.cards.length === 0 ? (
        <section className="card">{t("dialogue.nothing")}</section>
      ) : null}
      {view.choices.length > 0 ? <Whom frame={frame} view={view} /> : null}
      {view.cards.length > 0 ? <Cards frame={frame} view={view} isEmpty={isEmpty} /> : null}
      {view.links.length > 0 ? <Links frame={frame} links={view.links} /> : null}
    </>
  );
}
