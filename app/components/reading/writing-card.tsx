/** The one writing that is read: its words on its theme's colour, and what may be done with it. */
import { useTranslation } from "react-i18next";
import type { OpenWriting } from "#server/reading-room/contract";
import { directionOf } from "#surveys/paper/language";
import type { AdultFrameData } from "../layout/adult-frame";
import { Icon } from "../ui/icon";
import { DeedForm } from "./deed-form";
import { DutyCard } from "./duty-card";

export interface ReadingFailure {
  readonly code: string;
  readonly do?: string;
  /** What was typed, so that nothing is lost. */
  readonly text?: string;
}

interface WritingCardProps {
  readonly frame: AdultFrameData;
  readonly writing: OpenWriting;
  readonly failure?: ReadingFailure;
}

function Words({ writing: { kind, text, cleansed, language, theme } }: Pick<WritingCardProps, "writing">) {
  const { t } = useTranslation();
  const of = { "data-theme": theme, lang: language, dir: directionOf(language) };
  if (kind === "drawing")
    return (
      <figure className="own-words" data-theme={theme}>
        <svg viewBox="0 0 1000 1000" role="img" aria-label={t("reading.drawing")}>
          <path d={text} fill="none" stroke="currentColor" strokeWidth={10} />
        </svg>
      </figure>
    );
  return (
    <>
      <blockquote className="own-words" {...of}>
        {text}
      </blockquote>
      {cleansed === undefined ? null : (
        <>
          <h2>{t("reading.cleansed")}</h2>
          <blockquote className="own-words" data-small {...of}>
            {cleansed}
          </blockquote>
        </>
      )}
    </>
  );
}

function CleanseFold({ frame, writing, failure }: WritingCardProps) {
  const { t } = useTranslation();
  const { language, mostCharacters: count } = writing;
  const typed = failure?.do === "cleanse" ? failure.text : undefined;
  return (
    <details className="cleanse" open={typed !== undefined}>
      <summary className="button" data-kind="quiet">
        <Icon name="eraser-bold" />
        {t("reading.deeds.cleanse")}
      </summary>
      <DeedForm writing={writing} lang={frame.lang} deed="cleanse" label={t("reading.save")}>
        <div className="field">
          <label htmlFor="cleansed">{t("reading.edit")}</label>
          {typed !== undefined && failure?.code === "writing.unfit" ? (
            <p className="warning" role="alert">
              {t("reading.unfit", { count })}
            </p>
          ) : null}
          <textarea
            id="cleansed"
            name="text"
            rows={5}
            required
            maxLength={count}
            lang={language}
            dir={directionOf(language)}
            defaultValue={typed ?? writing.cleansed ?? writing.text}
            aria-describedby="cleansed-help"
          />
          <p className="field-help" id="cleansed-help">
            {t("reading.editHelp", { count })}
          </p>
        </div>
      </DeedForm>
    </details>
  );
}

/** A hint for whoever releases: what may be a name is looked at first. */
function NamesCheck({ words }: { readonly words: readonly string[] }) {
  const { t } = useTranslation();
  if (words.length === 0) return null;
  return (
    <label className="done-word">
      <input type="checkbox" name="checked" value="yes" required />
      {t("reading.noNames", { words: words.join(", ") })}
    </label>
  );
}

function Deeds({ frame, writing, failure }: WritingCardProps) {
  const { t } = useTranslation();
  const shared = { writing, lang: frame.lang };
  const isText = writing.kind === "text";
  return (
    <>
      <div className="deeds">
        <DeedForm {...shared} deed="fine" isFirst />
        <DeedForm {...shared} deed="worry" />
        {isText ? <CleanseFold frame={frame} writing={writing} failure={failure} /> : null}
        {isText ? (
          <DeedForm {...shared} deed="quote">
            <NamesCheck words={writing.maybeNames} />
          </DeedForm>
        ) : null}
      </div>
      <p className="field-help">
        {t("reading.help.fine")} {isText ? t("reading.help.quote") : null}
      </p>
      <section className="card">
        <p>
          <strong>{t("reading.worryTitle")}</strong> {t("reading.worryShort")}
        </p>
      </section>
    </>
  );
}

export function WritingCard({ frame, writing, failure }: WritingCardProps) {
  const { t } = useTranslation();
  return (
    <article className="writing" aria-labelledby="writing">
      <h2 id="writing" className="visually-hidden">
        {t(writing.kind === "drawing" ? "reading.drawn" : "reading.written")}
      </h2>
      <p>{t("reading.nobody")}</p>
      <Words writing={writing} />
      {writing.state === "worrying" ? (
        <DutyCard frame={frame} writing={writing} fault={failure?.do === "done" ? failure.code : undefined} />
      ) : (
        <Deeds frame={frame} writing={writing} failure={failure} />
      )}
    </article>
  );
}
