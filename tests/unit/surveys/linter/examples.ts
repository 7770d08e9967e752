/** For every rule of the linter, forms that break it and forms that keep it. */
import type { LintForm } from "#surveys/linter/lint-form";
import { LANGUAGES } from "#surveys/paper/language";
import { aForm, anAnswer, anItem, asking, everywhere, facesFrom, withItem } from "./a-form";
import { FAIR_EXAMPLES } from "./fair-examples";
import { FAIR_PICTURES } from "./picture-examples";

export interface Example {
  readonly fails: readonly LintForm[];
  readonly passes: readonly LintForm[];
}

const many = (count: number) => Array.from({ length: count }, (_, index) => anItem(`more-${index}`));
const youth = { form: "13-18" as const };
/** With other words in the second answer to its last question. */
const answering = (text: string, form: Partial<LintForm> = {}) =>
  withItem({ answers: [anAnswer("yes"), anAnswer("other", { label: { ...everywhere("Som mig"), da: text } })] }, form);
const longText = (sentence: string, times: number) =>
  aForm({ about: { ...everywhere("Det."), da: `${sentence} `.repeat(times) } });

export const EXAMPLES: Readonly<Record<string, Example>> = {
  ...FAIR_EXAMPLES,
  "item-count": {
    fails: [aForm({ items: many(3) }), aForm({ items: [...aForm().items, ...many(9)] })],
    passes: [aForm(), aForm({ items: [...aForm().items, ...many(6)] })],
  },
  "short-time": {
    fails: [withItem({ scale: "place-map" }, { items: [...aForm().items, ...many(10)] })],
    passes: [aForm()],
  },
  "right-scale": {
    fails: [withItem({ scale: "options" }), withItem({ scale: "two-pictures", answers: [anAnswer("yes")] })],
    passes: [aForm(), withItem({ scale: "again", answers: ["yes", "so", "other"].map((value) => anAnswer(value)) })],
  },
  "may-be-skipped": {
    fails: [
      aForm({ nonAnswers: { declined: everywhere("Vil ikke svare"), "not-understood": { da: "Forstår ikke" } } }),
    ],
    passes: [aForm()],
  },
  "faces-for-activities": {
    fails: [
      facesFrom(["smile", "happy"], { isAnchor: true }),
      facesFrom(["smile", "happy"], { index: "W1" }),
      facesFrom(["sad", "happy"]),
    ],
    passes: [facesFrom(["calm", "smile", "happy"]), facesFrom(["smile", "happy"], { index: "W3" })],
  },
  anchors: {
    fails: [
      aForm({ items: aForm().items.slice(1) }),
      aForm({ items: aForm().items.map((item) => ({ ...item, isAnchor: false })) }),
    ],
    passes: [aForm(), aForm({ form: "staff", items: many(8) })],
  },
  "no-reverse-below-eight": {
    fails: [withItem({ isReverse: true })],
    passes: [aForm(), withItem({ isReverse: true }, youth)],
  },
  "sensitive-with-support": {
    fails: [
      withItem({ isSensitive: true }),
      withItem({ isSensitive: true }, { supportPlan: { da: "Tal med Bo.", en: "Talk to Bo." } }),
      aForm({ form: "6-9", supportPlan: everywhere("Ring til 116 111.") }),
      aForm({ supportPlan: { ...everywhere("Tal med Bo."), ur: "۱۱۶ پر فون کرو۔" } }),
    ],
    passes: [
      withItem({ isSensitive: true }, { supportPlan: everywhere("Tal med Bo.") }),
      aForm({ form: "10-12", supportPlan: everywhere("Ring til 116 111.") }),
      withItem({ isSensitive: true }, { form: "staff", supportPlan: { da: "Tal med Bo.", en: "Talk to Bo." } }),
    ],
  },
  "red-list": {
    fails: [
      asking("Hvem driller dig?"),
      asking("Er der vold hos jer?", youth),
      withItem({ narration: { da: "Er der vold hos jer?" } }),
      withItem({ places: [everywhere("Hvem driller dig?")] }),
      asking("Does anybody hit you at home with violence?", youth, "en"),
      asking("هل هناك عنف في البيت؟", youth, "ar"),
      asking("Evde şiddet var mı?", youth, "tr"),
      asking("Czy w domu jest przemoc?", youth, "pl"),
      asking("Чи є вдома насильство?", youth, "uk"),
      asking("کیا گھر میں تشدد ہے؟", youth, "ur"),
      withItem({
        answers: [anAnswer("yes"), anAnswer("other", { label: { ...everywhere("Som mig"), da: "Jeg får tæsk" } })],
      }),
    ],
    passes: [aForm(), asking("Hvem trøster dig?")],
  },
  "short-sentences": {
    fails: [asking("Hvordan har du det allerbedst når I er ude at lege sammen?")],
    passes: [asking("Hvordan har du det, når I leger?"), asking("Hvordan har du det? Peg på det, der er bedst.")],
  },
  "short-answers": {
    fails: [
      withItem({
        answers: [
          anAnswer("yes", { label: { ...everywhere("Ja"), da: "Jeg har altid nogen at lege med hver eneste dag" } }),
          anAnswer("other"),
        ],
      }),
    ],
    passes: [
      withItem({ answers: [anAnswer("yes", { label: everywhere("Jeg har nogen at lege med") }), anAnswer("other")] }),
    ],
  },
  "short-words": { fails: [asking("Er medbestemmelsesretten din?")], passes: [asking("Er du med til at bestemme?")] },
  readable: {
    fails: [
      longText(
        "Institutionernes børnemiljøvurderinger dokumenterer medbestemmelse gennem systematiske undersøgelser.",
        20,
      ),
    ],
    passes: [
      longText("Vi vil høre dig. Du må sige det højt. Her er god tid.", 20),
      longText("Institutionernes børnemiljøvurderinger.", 2),
    ],
  },
  "no-negation": {
    fails: [
      asking("Er du ikke glad her?"),
      asking("Don’t you like it here?", {}, "en"),
      asking("ألا تلعب؟ لا أحد معك؟", {}, "ar"),
      asking("Burada mutlu değil misin?", {}, "tr"),
      asking("Czy nie lubisz tu być?", {}, "pl"),
      asking("Тобі тут не добре?", {}, "uk"),
      asking("کیا تم خوش نہیں ہو؟", {}, "ur"),
      answering("Jeg er ikke glad"),
      answering("Jeg er ikke glad", { form: "3" }),
      asking("Er du ikke glad her?", { form: "6-9" }),
      asking("Er du ikke glad her?", youth),
    ],
    passes: [
      answering("Slet ikke", { form: "10-12" }),
      answering("Jeg er ikke glad", { form: "6-9" }),
      asking("Er du glad her?"),
      asking("Know what you may share?", {}, "en"),
      asking("Hvor tit leger I indenfor?"),
    ],
  },
  "one-idea": {
    fails: [
      asking("Er du glad og tryg her?"),
      asking("Er du glad? Er du tryg?"),
      asking("Do you sing or read?", {}, "en"),
      asking("Czy śpiewacie i czytacie?", {}, "pl"),
      answering("Jeg synger og læser"),
    ],
    passes: [
      answering("Jeg står og kigger på"),
      asking("Er du glad her?"),
      asking("Er du tryg til og fra skole?"),
      asking("Чи тобі тут добре?", {}, "uk"),
    ],
  },
  "short-recall": {
    fails: [
      asking("Har du leget i går?"),
      asking("Har du været glad det sidste år?", youth),
      asking("Har du sovet godt de sidste 3 uger?", { form: "10-12" }),
      asking("Har du sovet godt de seneste tre uger?", { form: "10-12" }),
      asking("Have you slept well the last twelve weeks?", youth, "en"),
      asking("Har du haft en god dag i de seneste seks måneder?", youth),
      asking("هل نمت جيدا في الشهر الماضي؟", { form: "10-12" }, "ar"),
      asking("Geçen yıl mutlu muydun?", youth, "tr"),
      asking("Czy w zeszłym roku było ci dobrze?", youth, "pl"),
      asking("Чи добре тобі було минулого року?", youth, "uk"),
      asking("کیا تم پچھلے سال خوش تھے؟", youth, "ur"),
    ],
    passes: [
      asking("Leger du?"),
      asking("Har du sovet godt de sidste 14 dage?", { form: "10-12" }),
      asking("Har du hørt noget den sidste måned?", youth),
      asking("Were you able to sleep in the last month?", youth, "en"),
      asking("Er du gladere i 5. klasse end i sidste uge?", { form: "10-12" }),
    ],
  },
  "no-often-below-eight": {
    fails: [
      asking("Leger I tit ude?"),
      asking("Do you often play?", {}, "en"),
      asking("هل تلعب غالبا؟", {}, "ar"),
      asking("Sık sık oynar mısın?", {}, "tr"),
      asking("Czy często się bawisz?", {}, "pl"),
      asking("Чи часто ти граєшся?", {}, "uk"),
      asking("کیا تم اکثر کھیلتے ہو؟", {}, "ur"),
      answering("Jeg leger tit"),
    ],
    passes: [asking("Leger I ude?"), asking("Griner du ofte her?", youth)],
  },
  "marked-word": {
    fails: [withItem({ stress: { da: "sove" } })],
    passes: [withItem({ stress: { da: "lege" } })],
  },
  "all-languages": {
    fails: [
      ...LANGUAGES.map((language) => asking("", {}, language)),
      aForm({ about: { da: "Det." } }),
      withItem({ answers: [anAnswer("yes", { label: { da: "Ja", en: "Yes" } }), anAnswer("other")] }),
      withItem({ places: [{ da: "Haven" }] }),
    ],
    passes: [aForm(), aForm({ form: "staff", about: { da: "Det.", en: "It." } })],
  },
  "text-alternatives": {
    fails: [
      withItem({ alt: { da: "En have" } }),
      withItem({ answers: [anAnswer("yes", { alt: {} }), anAnswer("other")] }),
    ],
    passes: [aForm()],
  },
  pictures: {
    fails: [
      withItem({ hasPicture: false }),
      withItem({ answers: [anAnswer("yes", { picture: undefined }), anAnswer("other")] }),
    ],
    passes: [aForm()],
  },
  sounds: {
    fails: [withItem({ sounds: [] }), withItem({ answers: [anAnswer("yes", { sounds: ["en"] }), anAnswer("other")] })],
    passes: [aForm(), withItem({ sounds: [] }, { form: "staff" })],
  },
  "fair-pictures": FAIR_PICTURES,
};
