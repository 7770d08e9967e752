/** The frame around every adult's page: whose page it is, where one can go, who is signed in, that data are invented. */
import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "#server/accounts/contract";
import type { Locale } from "#surveys/paper/local-text";
import { AdultWordsProvider } from "~/i18n/adult-words";
import type { PageWords } from "~/i18n/adult-words";
import { urls } from "~/urls";
import { Icon } from "../ui/icon";

export interface FramePlace {
  readonly path: string;
  readonly name: "rounds" | "gallery" | "results" | "reading" | "audit" | "jobs" | "mail" | "people" | "institutions";
  /** Seldom needed: behind "more". */
  readonly isRare?: boolean;
}

export interface AdultFrameData {
  readonly locale: Locale;
  readonly words: PageWords;
  /** `?lang=en` when the page was asked for in a language; every link within the site carries it on. */
  readonly lang: string;
  readonly municipality: string;
  readonly isInvented: boolean;
  readonly user?: { readonly displayName: string; readonly role: Role; readonly places: readonly FramePlace[] };
  /** The server's clock, so that the page reads the same on both sides. */
  readonly now: string;
}

interface AdultFrameProps {
  readonly frame: AdultFrameData;
  readonly children: ReactNode;
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join("")
    .slice(0, 2)
    .toUpperCase();

/** The place whose address is the longest that this page's begins with. */
const placeOf = (places: readonly FramePlace[], pathname: string): FramePlace | undefined =>
  places.filter(({ path }) => pathname.startsWith(path)).sort((one, other) => other.path.length - one.path.length)[0];

function Places({ frame: { user, lang } }: Pick<AdultFrameProps, "frame">) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  if (!user) return null;
  const here = placeOf(user.places, pathname);
  const link = (place: FramePlace) => (
    <a key={place.path} href={place.path + lang} aria-current={place === here ? "page" : undefined}>
      {t(`frame.${place.name}`)}
    </a>
  );
  const rare = user.places.filter(({ isRare }) => isRare);
  return (
    <nav className="places" aria-label={t("frame.menu")}>
      {user.places.filter(({ isRare }) => !isRare).map(link)}
      {rare.length > 0 ? (
        <details className="more-places" key={pathname}>
          <summary data-here={here?.isRare ? "true" : undefined}>{t("frame.more")}</summary>
          <div>{rare.map(link)}</div>
        </details>
      ) : null}
    </nav>
  );
}

function Who({ frame: { user, lang } }: Pick<AdultFrameProps, "frame">) {
  const { t } = useTranslation();
  if (!user) return null;
  return (
    <div className="who">
      <a className="who-name" href={urls.account() + lang} title={t("frame.account")}>
        {user.displayName}
        <small>{t(`frame.roles.${user.role}`)}</small>
      </a>
      <span className="avatar" aria-hidden="true">
        {initials(user.displayName)}
      </span>
      <form method="post" action={`/log-ud${lang}`}>
        <button type="submit" className="sign-out" title={t("frame.signOut")}>
          <Icon name="sign-out-bold" isDirectional />
          <span>{t("frame.signOut")}</span>
        </button>
      </form>
    </div>
  );
}

function OtherLanguage({ locale }: { readonly locale: Locale }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const other = locale === "da" ? "en" : "da";
  return (
    <p className="other-language">
      <a href={`${pathname}?lang=${other}`} lang={other} hrefLang={other}>
        {t("frame.otherLanguage")}
      </a>
    </p>
  );
}

function Page({ frame, children }: AdultFrameProps) {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip" href="#content">
        {t("frame.skip")}
      </a>
      {frame.isInvented ? <p className="invented">{t("frame.invented")}</p> : null}
      <header className="adult-bar">
        <a className="logo" href={`/${frame.lang}`}>
          <img src="/favicon.svg" alt="" width={45} height={36} />
          Lyt Højt
        </a>
        <Places frame={frame} />
        <Who frame={frame} />
      </header>
      <main className="page" id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="adult-foot">
        <p>{frame.municipality}</p>
        <OtherLanguage locale={frame.locale} />
      </footer>
    </>
  );
}

export function AdultFrame({ frame, children }: AdultFrameProps) {
  return (
    <AdultWordsProvider locale={frame.locale} words={frame.words}>
      <Page frame={frame}>{children}</Page>
    </AdultWordsProvider>
  );
}
