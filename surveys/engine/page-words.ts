/** The few words that a paper has of its own: the name of its theme, and what a rest says. */
import type { Language } from "../paper/language";
import type { Theme } from "../paper/paper";
import { THEME_NAMES } from "../paper/theme-names";

type Words = Readonly<Record<Language, string>>;

const RESTS: readonly Words[] = [
  {
    da: "Flot. Stræk armene op, hvis du har lyst.",
    en: "Well done. Stretch your arms up if you like.",
    ar: "أحسنت. يمكنك مدّ ذراعيك إلى أعلى إن أردت.",
    tr: "Aferin. İstersen kollarını yukarı uzat.",
    pl: "Świetnie. Jeśli chcesz, wyciągnij ręce do góry.",
    uk: "Чудово. Якщо хочеш, потягнися руками вгору.",
    ur: "شاباش۔ چاہو تو اپنے بازو اوپر اٹھاؤ۔",
  },
  {
    da: "Godt klaret. Træk vejret roligt en gang.",
    en: "Good work. Take one calm breath.",
    ar: "عمل جيد. لنأخذ نفسًا هادئًا.",
    tr: "Çok iyi. Sakin bir nefes al.",
    pl: "Dobra robota. Weź jeden spokojny oddech.",
    uk: "Гарна робота. Зроби один спокійний вдих.",
    ur: "بہت خوب۔ سکون سے ایک سانس لو۔",
  },
];

export const themeName = (theme: Theme, language: Language): string => THEME_NAMES[theme][language];

/** What the rest says that comes after `earlier` others. */
export const restWords = (earlier: number, language: Language): string =>
  RESTS[earlier % RESTS.length]?.[language] ?? "";
