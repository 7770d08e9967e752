/** What a theme is called, to children and adults: nowhere else. */
import type { Language } from "./language";
import type { Theme } from "./paper";

export const THEME_NAMES: Readonly<Record<Theme, Readonly<Record<Language, string>>>> = {
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
