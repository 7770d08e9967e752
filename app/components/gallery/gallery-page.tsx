/** The gallery: a form chosen by survey, age and language, and all its questions below each other. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Gallery, GalleryChoice } from "#server/gallery/contract";
import { galleryQuery } from "#server/gallery/contract";
import { LANGUAGE_NAMES } from "#surveys/paper/language";
import type { Locale } from "#surveys/paper/local-text";
import { textIn } from "#surveys/paper/local-text";
import { GalleryItems } from "./gallery-items";

interface PickerProps {
  readonly gallery: Gallery;
  readonly locale: Locale;
}

const isChosen = (one: Omit<GalleryChoice, "language">, chosen: GalleryChoice) =>
  one.form === chosen.form && one.survey === chosen.survey && one.version === chosen.version;

function FormPicker({ gallery: { surveys, chosen }, locale }: PickerProps) {
  const { t } = useTranslation();
  return (
    <nav className="gallery-forms" aria-label={t("gallery.forms")}>
      {surveys.map(({ survey, version, title, forms }) => (
        <section key={`${survey} ${version}`}>
          <h2>
            {textIn(title, locale)} <small>{t("gallery.version", { version })}</small>
          </h2>
          <p className="gallery-chips">
            {forms.map(({ form, itemCount }) => (
              <Link
                key={form}
                to={galleryQuery({ survey, version, form, language: chosen.language })}
                aria-current={isChosen({ survey, version, form }, chosen) ? "page" : undefined}
                aria-label={`${t(`forms.${form}`)}: ${t("gallery.items", { count: itemCount })}`}
              >
                {t(`forms.${form}`)} <span>{itemCount}</span>
              </Link>
            ))}
          </p>
        </section>
      ))}
    </nav>
  );
}

function LanguagePicker({ gallery: { chosen, languages } }: Pick<PickerProps, "gallery">) {
  const { t } = useTranslation();
  return (
    <nav className="gallery-chips" aria-label={t("gallery.languages")}>
      {languages.map((language) => (
        <Link
          key={language}
          to={galleryQuery({ ...chosen, language })}
          lang={language}
          aria-current={language === chosen.language ? "page" : undefined}
        >
          {LANGUAGE_NAMES[language]}
        </Link>
      ))}
    </nav>
  );
}

export function GalleryPage({ gallery, locale }: PickerProps) {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t("gallery.title")}</h1>
      <p className="lead">
        {t("gallery.about")} <a href="/galleri/fil">{t("gallery.trial.title")}</a>
      </p>
      <FormPicker gallery={gallery} locale={locale} />
      <LanguagePicker gallery={gallery} />
      <GalleryItems shown={gallery} isUnsigned={gallery.isUnsigned} />
    </>
  );
}
