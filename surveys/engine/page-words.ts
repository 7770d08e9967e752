/** The few words that a paper has of its own: the names of themes, and what a rest says. */
import type { Language } from "../paper/language";
import type { Theme } from "../paper/paper";

type Words = Readonly<Record<Language, string>>;

const THEME_NAMES: Readonly<Record<Theme, Words>> = {
  trust: { da: "Tryghed", en: "Safety", ar: "الأمان", tr: "Güven", pl: "Bezpieczeństwo", uk: "Безпека", ur: "تحفظ" },
  belong: {
    da: "Fællesskab",
    en: "Belonging",
    ar: "الانتماء",
    tr: "Birliktelik",
    pl: "Wspólnota",
    uk: "Спільнота",
    ur: "مل جل کر رہنا",
  },
  learn: {
    da: "Læringslyst",
    en: "Joy of learning",
    ar: "حب التعلّم",
    tr: "Öğrenme sevinci",
    pl: "Radość uczenia się",
    uk: "Радість навчання",
    ur: "سیکھنے کا شوق",
  },
  calm: {
    da: "Ro og rammer",
    en: "Calm",
    ar: "الهدوء والمكان",
    tr: "Sakinlik ve ortam",
    pl: "Spokój i otoczenie",
    uk: "Спокій і простір",
    ur: "سکون اور ماحول",
  },
  self: {
    da: "Selvbillede",
    en: "Self-image",
    ar: "صورتي عن نفسي",
    tr: "Kendime bakışım",
    pl: "Obraz siebie",
    uk: "Як я себе бачу",
    ur: "اپنے بارے میں خیال",
  },
  voice: {
    da: "Medbestemmelse",
    en: "Having a say",
    ar: "إبداء الرأي",
    tr: "Söz hakkı",
    pl: "Współdecydowanie",
    uk: "Право голосу",
    ur: "رائے دینا",
  },
};

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
