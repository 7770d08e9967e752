/** A paper with every scale, several questions a page, a rest and something to try: written by hand, for the player. */
import { directionOf } from "../../surveys/paper/language";
import type { Language } from "../../surveys/paper/language";
import type { Paper, PaperChoice, PaperItem, Scale } from "../../surveys/paper/paper";
import type { Picture } from "../../surveys/pictures/picture";

const thing = (name: string): Picture => ({ kind: "thing", thing: name, alt: { da: name, en: name } });
const child = (arms: "hand-up" | "hand-half" | "down" | "give" | "hug"): Picture => ({
  kind: "scene",
  place: "classroom",
  parts: [{ skin: "umber", hair: "plaits", hairColour: "black", shirt: "sun", mood: "smile", arms, x: 140, y: 90 }],
  alt: { da: arms, en: arms },
});
const face = (mood: "happy" | "smile" | "calm"): Picture => ({
  kind: "face",
  figure: { skin: "honey", hair: "curly", hairColour: "brown", shirt: "leaf", mood },
  alt: { da: mood, en: mood },
});

type Rows = readonly (readonly [value: string, da: string, ar: string, picture: Picture])[];

const AMOUNT: Rows = [
  ["none", "Slet ikke", "أبدًا", thing("brick")],
  ["little", "Lidt", "قليلًا", thing("brick")],
  ["some", "Noget", "نوعًا ما", thing("brick")],
  ["much", "Meget", "كثيرًا", thing("brick")],
  ["very", "Rigtig meget", "كثيرًا جدًا", thing("brick")],
];
const THINGS: Rows = [
  ["ball", "Boldspil", "كرة", thing("soccer-ball")],
  ["book", "Læsning", "قراءة", thing("books")],
  ["music", "Musik", "موسيقى", thing("musical-notes")],
  ["draw", "Tegning", "رسم", thing("artist-palette")],
];
const numbers = (most: number): Rows =>
  Array.from({ length: most + 1 }, (_, at) => [String(at), String(at), String(at), thing("brick")] as const);

const QUESTIONS: readonly (readonly [Scale, da: string, ar: string, Rows, Partial<PaperItem>?])[] = [
  [
    "two-pictures",
    "Hvem ligner dig mest?",
    "من يشبهك أكثر؟",
    [
      ["together", "Jeg leger med nogen", "ألعب مع أحد", child("hug")],
      ["alone", "Jeg leger alene", "ألعب وحدي", child("down")],
    ],
    { isPractice: true, stress: "dig" },
  ],
  [
    "three-pictures",
    "Tør du sige, hvad du mener, i klassen?",
    "هل تجرؤ على قول رأيك في الصف؟",
    [
      ["often", "Ja, tit", "نعم، غالبًا", child("hand-up")],
      ["sometimes", "Nogle gange", "أحيانًا", child("hand-half")],
      ["seldom", "Nej, næsten aldrig", "لا، نادرًا جدًا", child("down")],
    ],
  ],
  [
    "two-step",
    "Lytter de voksne til dig?",
    "هل يستمع الكبار إليك؟",
    [
      ["a-lot", "Ja, meget", "نعم، كثيرًا", child("hand-up")],
      ["a-little", "Ja, lidt", "نعم، قليلًا", child("hand-half")],
      ["b-little", "Nej, ikke så meget", "لا، ليس كثيرًا", child("give")],
      ["b-lot", "Nej, slet ikke", "لا، أبدًا", child("down")],
    ],
  ],
  [
    "faces",
    "Hvordan var turen?",
    "كيف كانت الرحلة؟",
    [
      ["fine", "Fint", "جيدة", face("calm")],
      ["good", "Godt", "حسنة", face("smile")],
      ["best", "Det bedste", "الأفضل", face("happy")],
    ],
  ],
  [
    "again",
    "Vil du gøre det igen?",
    "هل تريد أن تفعل ذلك مرة أخرى؟",
    [
      ["again", "Ja, igen!", "نعم، مرة أخرى!", thing("kite")],
      ["maybe", "Måske igen", "ربما", thing("thinking-face")],
      ["other", "Hellere noget andet", "أفضل شيئًا آخر", thing("door")],
    ],
  ],
  ["tokens", "Hvor mange sten giver du legepladsen?", "كم حجرًا تعطي الملعب؟", numbers(5)],
  ["options", "Er du glad for at gå i skole?", "هل أنت سعيد بالذهاب إلى المدرسة؟", AMOUNT],
  ["options", "Får du hjælp, når du beder om det?", "هل تحصل على المساعدة عندما تطلبها؟", AMOUNT],
  ["ladder", "Hvor højt står du på stigen lige nu?", "أين تقف على السلم الآن؟", numbers(10)],
  ["choose-pictures", "Hvad vil du helst have mere af?", "ما الذي تريد المزيد منه؟", THINGS, { maxChoices: 2 }],
  ["rank-pictures", "Hvad er vigtigst for dig?", "ما الأهم بالنسبة لك؟", THINGS, { maxChoices: 3 }],
  [
    "pairs",
    "Hvilket barn ligner dig?",
    "أي طفل يشبهك؟",
    [
      ["asks", "Barnet her spørger tit", "هذا الطفل يسأل كثيرًا", child("hand-up")],
      ["waits", "Barnet her venter tit", "هذا الطفل ينتظر كثيرًا", child("down")],
    ],
  ],
  [
    "place-map",
    "Hvor er du glad for at være?",
    "أين تحب أن تكون؟",
    [
      ["glad", "Her er rart", "هنا جميل", thing("sunflower")],
      ["quiet", "Her er ro", "هنا هدوء", thing("leaf-fluttering-in-wind")],
    ],
    {
      places: [
        { value: "yard", label: "Gården", x: 25, y: 30 },
        { value: "hall", label: "Hallen", x: 70, y: 35 },
        { value: "class", label: "Klassen", x: 45, y: 75 },
      ],
    },
  ],
  ["text", "Hvad skal de voksne vide?", "ماذا يجب أن يعرف الكبار؟", [], { maxLength: 200 }],
  ["drawing", "Tegn et godt sted", "ارسم مكانًا جميلًا", [], { maxLength: 200 }],
  ["voice-note", "Fortæl om en god dag", "احكِ عن يوم جميل", []],
  ["photo", "Vis os et godt sted", "أرنا مكانًا جميلًا", []],
];

/** `two-pictures`, `options`, `options-2`: the scale, and its number where it comes twice. */
const nameAt = (index: number) => {
  const [scale] = QUESTIONS[index] ?? ["text"];
  const before = QUESTIONS.slice(0, index).filter(([other]) => other === scale).length;
  return before > 0 ? `${scale}-${before + 1}` : scale;
};

const THEME_ORDER = ["belong", "voice", "trust", "calm", "learn", "self"] as const;

export function everyScale(language: Language = "da", changes: Partial<Paper> = {}): Paper {
  const isArabic = language === "ar";
  const choiceOf = ([value, da, ar, picture]: Rows[number]): PaperChoice => ({
    value,
    label: isArabic ? ar : da,
    picture,
  });
  const items = QUESTIONS.map(
    ([type, da, ar, rows, more], index): PaperItem => ({
      name: nameAt(index),
      type,
      theme: THEME_ORDER[index % THEME_ORDER.length] ?? "belong",
      question: isArabic ? ar : da,
      choices: rows.map(choiceOf),
      ...more,
      ...(isArabic ? { stress: undefined } : {}),
    }),
  );
  const alone = items.map(({ name }) => ({ items: [name] }));
  return {
    survey: "every-scale",
    version: 1,
    form: "6-9",
    band: "6-9",
    locale: language,
    dir: directionOf(language),
    title: isArabic ? "كل الطرق" : "Alle slags",
    about: isArabic ? "نسألك بكل الطرق." : "Vi spørger på alle måder.",
    items,
    pages: [
      ...alone.slice(0, 6),
      { rest: isArabic ? "استرح قليلًا. تنفس بعمق." : "Hold en lille pause. Træk vejret dybt." },
      ...alone.slice(6),
    ],
    ...changes,
  };
}

/** The same, as young people meet it: several questions a page. */
export function everyScaleForYouth(language: Language = "da", changes: Partial<Paper> = {}): Paper {
  const { items } = everyScale(language);
  const names = items.filter(({ isPractice }) => !isPractice).map(({ name }) => name);
  return everyScale(language, {
    form: "13-18",
    band: "13-18",
    items: items.filter(({ isPractice }) => !isPractice),
    pages: [
      { items: ["options", "options-2", "text"], title: language === "ar" ? "أن يُسمع صوتك" : "At blive hørt" },
      { rest: language === "ar" ? "استرح قليلًا." : "Hold en lille pause." },
      { items: names.filter((name) => !/^(options|text)/.test(name)) },
    ],
    ...changes,
  });
}
