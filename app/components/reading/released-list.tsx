/** Quotations that are shown, for those who may take them back. */
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReleasedLine } from "#server/reading-room/contract";
import { directionOf } from "#surveys/paper/language";
import { urls } from "~/urls";
import type { AdultFrameData } from "../layout/adult-frame";

interface ReleasedListProps {
  readonly frame: AdultFrameData;
  readonly released: readonly ReleasedLine[];
}

export function ReleasedList({ frame: { lang, locale }, released }: ReleasedListProps) {
  const { t } = useTranslation();
  if (released.length === 0) return null;
  return (
    <section className="released">
      <h2>{t("reading.releasedTitle")}</h2>
      <p className="field-help">{t("reading.releasedHelp")}</p>
      <ul>
        {released.map(({ id, text, language, theme, title }) => (
          <li key={id} className="card">
            <blockquote className="own-words" data-small data-theme={theme} lang={language} dir={directionOf(language)}>
              {text}
            </blockquote>
            <Form method="post" action={urls.readingRoom() + lang}>
              <small>{title[locale]}</small>
              <input type="hidden" name="do" value="back" />
              <input type="hidden" name="id" value={id} />
              <button type="submit" className="button" data-kind="quiet">
                {t("reading.takeBack")}
                <span className="visually-hidden">: {text}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
