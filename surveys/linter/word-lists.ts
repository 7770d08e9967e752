/**
 * What the rules about words look for, language by language, so that a person who speaks a language finds all of it in
 * one place. Turkish says no and when with endings, which lists do not see: there they find the plain words only.
 */
import type { Language } from "../paper/language";

interface WordLists {
  readonly negations: string;
  /** Words that join two ideas. */
  readonly joins: string;
  /** Pairs with such a word that are one idea. */
  readonly oneIdea?: string;
  readonly looksBack: string;
  /** By what they are called: units of time. */
  readonly year: string;
  readonly month: string;
  readonly week: string;
  readonly day: string;
  readonly howOften: string;
  /** Violence, sexuality, other people by name. */
  readonly redList: string;
}

export const WORD_LISTS: Readonly<Record<Language, WordLists>> = {
  da: {
    negations: "ikke|aldrig|ingen|intet|uden|hverken|nej",
    joins: "og|eller|samt",
    oneIdea: "til og fra|frem og tilbage|ud og hjem|(?:står|sidder|går)(?: mest)? og|både glad og ked af det",
    looksBack: "sidste|seneste|i går|forleden",
    year: "år|året",
    month: "måned|måneden|måneder",
    week: "uge|ugen|uger",
    day: "dag|dage|døgn",
    howOften: "tit|ofte|sjældent",
    redList:
      "slår (?:din|far|mor|dig)|får tæv|tæsk|vold|voldelig|mishandl\\p{L}*|bank af|sex|seksuel\\p{L}*|kærestesex|nøgen|nøgne|voldtægt|porno\\p{L}*|onani|hvem (?:slår|driller|mobber)|hvilken lærer|hvilken pædagog|hvilket barn|navnet på",
  },
  en: {
    negations: "not|never|no|nobody|nothing|none|without|neither|cannot|[a-z]+n['’]t",
    joins: "and|or",
    oneIdea: "here and now|there and back|back and forth|to and from|stand and|both happy and sad",
    looksBack: "last|past|yesterday|ago|previous",
    year: "year|years",
    month: "month|months",
    week: "week|weeks",
    day: "day|days",
    howOften: "often|rarely|seldom",
    redList:
      "violence|violent|beats you|hits you|abuse\\p{L}*|rape\\p{L}*|sexual\\p{L}*|naked|porn\\p{L}*|who (?:hits|teases|bullies)|which teacher|which child|the name of",
  },
  ar: {
    negations: "لا|ليس|ليست|لم|لن|بدون|أبدا|أبدًا",
    joins: "أو|أم",
    looksBack: "الماضي|الماضية|أمس|البارحة|الأخير|الأخيرة",
    year: "سنة|السنة|عام|العام|سنوات",
    month: "شهر|الشهر|أشهر",
    week: "أسبوع|الأسبوع|أسابيع",
    day: "يوم|اليوم|يوما|أيام|الأيام",
    howOften: "غالبا|غالبًا|نادرا|نادرًا",
    redList:
      "عنف|العنف|يضربك|تضربك|اغتصاب|تحرش|جنسي\\p{L}*|الجنس|عار[ٍي]ا?|عارية|إباحي\\p{L}*|من (?:يضرب|يتنمر|يزعجك)|أي معلم|أي معلمة|أي طفل|ما اسم",
  },
  tr: {
    negations: "değil|yok|hiç|asla|hayır|hiçbir",
    joins: "ve|veya|ya da",
    looksBack: "geçen|geçtiğimiz|dün|son \\d+",
    year: "yıl|yılda|sene",
    month: "ay|ayda|aylarda",
    week: "hafta|haftada|haftalarda",
    day: "gün|günde|günlerde",
    howOften: "sık sık|sıkça|nadiren",
    redList:
      "şiddet\\p{L}*|dövüyor|döver|dayak|istismar\\p{L}*|taciz\\p{L}*|tecavüz\\p{L}*|cinsel\\p{L}*|çıplak|porno\\p{L}*|kim (?:dövüyor|vuruyor|alay)|hangi öğretmen|hangi çocuk|adı ne",
  },
  pl: {
    negations: "nie|nigdy|nikt|nic|bez|żaden|żadna",
    joins: "i|oraz|lub|albo",
    oneIdea: "tam i z powrotem",
    looksBack: "wczoraj|ostatni\\p{L}*|ubiegł\\p{L}*|zeszł\\p{L}*|temu",
    year: "rok|roku|lat|lata",
    month: "miesiąc\\p{L}*|miesięcy",
    week: "tydzień|tygodni\\p{L}*",
    day: "dzień|dni|dniach",
    howOften: "często|rzadko",
    redList:
      "przemoc\\p{L}*|bije|biją|molest\\p{L}*|gwałt\\p{L}*|seks\\p{L}*|nago|nagi|naga|porno\\p{L}*|kto (?:dokucza|wyśmiewa)|który nauczyciel|które dziecko|jak ma na imię",
  },
  uk: {
    negations: "не|ні|ніколи|ніхто|нічого|без|жоден",
    joins: "і|й|та|або|чи",
    oneIdea: "друг чи подруга|туди й назад|і радісно, і сумно",
    looksBack: "вчора|учора|останн\\p{L}*|минул\\p{L}*",
    year: "рік|року|роки|років",
    month: "місяц\\p{L}*",
    week: "тиж\\p{L}*",
    day: "день|дні|днів",
    howOften: "часто|рідко",
    redList:
      "насильств\\p{L}*|б['’ʼ]є|б['’ʼ]ють|зґвалтув\\p{L}*|секс\\p{L}*|голий|гола|порно\\p{L}*|хто (?:дражнить|кривдить|цькує)|який учитель|яка дитина|як звати",
  },
  ur: {
    negations: "نہیں|نہ|مت|بغیر|کبھی نہیں",
    joins: "اور|یا",
    oneIdea: "کچھ اور",
    looksBack: "گزشتہ|پچھل\\p{L}*",
    year: "سال|سالوں",
    month: "مہین\\p{L}*|ماہ",
    week: "ہفت\\p{L}*",
    day: "دن|دنوں",
    howOften: "اکثر|شاذ",
    redList:
      "تشدد|مار پیٹ|مارتا ہے|مارتے ہیں|زیادتی|جنسی|ننگ\\p{L}*|فحش\\p{L}*|کون (?:تنگ کرتا|مارتا)|کون سا استاد|کون سا بچہ|کس کا نام",
  },
};
