/** The gallery: a form chosen by survey, age and language, and all its questions below each other. */
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Gallery, GalleryChoice, GalleryForm } from "#server/gallery/contract";
import { galleryQuery } from "#server/gallery/contract";
import { LANGUAGES, LANGUAGE_NAMES } from "#surveys/paper/language";
import type { Locale } from "#surveys/paper/local-text";
import { textIn } from "#surveys/paper/local-text";
import { GalleryItems } from "./gallery-items";

interface PickerProps {
  readonly gallery: Gallery;
  readonly locale: Locale;
}

const isSame = (form: GalleryForm, chosen: GalleryChoice) =>
  form.survey === chosen.survey && form.version === chosen.version && form.form === chosen.form;

function FormPicker({ gallery: { forms, chosen }, locale }: PickerProps) {
  const { t } = useTranslation();
  return (
    <nav className="gallery-forms" aria-label={t("gallery.forms")}>
      {forms.map((form) => (
        <Link
          key={`${form.survey} ${form.version} ${form.form}`}
          to={galleryQuery({ ...form, language: chosen.language })}
          aria-current={isSame(form, chosen) ? "page" : undefined}
        >
          <strong>{t(`gallery.names.${form.form}`)}</strong>
          <span>
            {textIn(form.title, locale)} · {t("gallery.version", { version: form.version })}
          </span>
          <span>{t("gallery.items", { count: form.itemCount })}</span>
        </Link>
      ))}
    </nav>
  );
}

function LanguagePicker({ gallery: { chosen } }: Pick<PickerProps, "gallery">) {
  const { t } = useTranslation();
  return (
    <nav className="gallery-languages" aria-label={t("gallery.languages")}>
      {LANGUAGES.map((language) => (
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
      <p className="lead">{t("gallery.about")}</p>
      <FormPicker gallery={gallery} locale={locale} />
      <LanguagePicker gallery={gallery} />
      <GalleryItems gallery={gallery} />
    </>
  );
}
