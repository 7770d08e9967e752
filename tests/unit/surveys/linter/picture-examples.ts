/** Forms that break the rule of fair pictures, each in one way, and forms that keep it. */
import type { LintForm } from "#surveys/linter/lint-form";
import type { PlacedFigure, PlacedProp } from "#surveys/pictures/picture";
import { aForm, anAnswer, anItem, facesFrom, scene, withItem } from "./a-form";
import type { Example } from "./examples";

const aFace = (skin: "sand" | "umber") =>
  anAnswer(skin, { picture: { kind: "face", figure: { skin, mood: "smile" } } });
/** One kite in the picture of one answer, two in the other's. */
const twoOrOne = (scale: "three-pictures" | "choose-pictures") =>
  anItem("kites", {
    scale,
    answers: [1, 2].map((count) => {
      const { parts, ...drawn } = scene({ mood: count === 1 ? "smile" : "sad" });
      const kites = Array.from({ length: count }, (_, at) => ({ thing: "kite", x: 60 + 50 * at, y: 200, size: 40 }));
      return anAnswer(`kites-${count}`, { picture: { ...drawn, parts: [...kites, ...parts] } });
    }),
  });
/** With a thing beside the child in the picture of each answer, of a size. */
function withThings(...things: readonly (readonly [thing: string, size: number])[]): LintForm {
  const picture = (mood: "smile" | "sad", [thing, size] = ["", 0] as readonly [string, number]) => {
    const drawn = scene({ mood });
    return { ...drawn, parts: [...(thing ? [{ thing, x: 60, y: 200, size }] : []), ...drawn.parts] };
  };
  const [first, second] = things;
  return withItem({
    answers: [
      anAnswer("yes", { picture: picture("smile", first) }),
      anAnswer("other", { picture: picture("sad", second) }),
    ],
  });
}
/** A child and an adult, with what is different of each in the picture of each answer. */
function withAdult(...answers: readonly (readonly [Partial<PlacedFigure>, Partial<PlacedFigure>?])[]): LintForm {
  const adult: PlacedFigure = { skin: "umber", hair: "bun", shirt: "teal", age: "adult", x: 220, y: 60, scale: 1.1 };
  return withItem({
    answers: answers.map(([me, other = {}], index) => {
      const drawn = scene({ x: 90, ...me });
      return anAnswer(`answer-${index}`, { picture: { ...drawn, parts: [{ ...adult, ...other }, ...drawn.parts] } });
    }),
  });
}
/** With a prop beside the child in the picture of each answer. */
const withProps = (...props: readonly Pick<PlacedProp, "prop" | "state" | "size">[]): LintForm =>
  withItem({
    answers: props.map((prop, index) => {
      const drawn = scene({ arms: "reach-right" });
      return anAnswer(`answer-${index}`, {
        picture: { ...drawn, parts: [{ ...prop, x: 256, y: 180 }, ...drawn.parts] },
      });
    }),
  });
const sign = (thing: string) => anAnswer(thing, { picture: { kind: "thing", thing } });

export const FAIR_PICTURES: Example = {
  fails: [
    withItem({ answers: [anAnswer("yes"), anAnswer("other", { picture: scene({ mood: "sad" }, "room") })] }),
    withItem({ answers: [anAnswer("yes"), anAnswer("other", { picture: scene({ shirt: "coral" }) })] }),
    withItem({ answers: [anAnswer("yes"), anAnswer("other", { picture: scene({ x: 200 }) })] }),
    withItem({ answers: [anAnswer("yes"), anAnswer("yes-too", { picture: scene({ mood: "smile" }) })] }),
    withItem({
      answers: [
        anAnswer("yes", { picture: scene({ x: 260 }) }),
        anAnswer("other", { picture: scene({ x: 260, mood: "sad" }) }),
      ],
    }),
    withItem({
      answers: [anAnswer("yes"), anAnswer("other", { picture: { kind: "thing", thing: "fox" } as never })],
    }),
    withThings(["teddy-bear", 50], ["kite", 50]),
    withThings(["kite", 40], ["kite", 50]),
    aForm({ form: "6-9", items: [twoOrOne("three-pictures")] }),
    withThings(["birthday-cake", 50]),
    facesFrom(["smile", "happy"], { answers: [aFace("sand"), aFace("umber")] }),
    // Signs that judge, at every age.
    withItem({ answers: [sign("thumbs-up"), sign("thumbs-down")] }),
    withItem({ answers: [sign("fox"), sign("red-question-mark")] }),
    withItem({ answers: [sign("trophy"), sign("fox")], scale: "choose-pictures" }, { form: "13-18" }),
    withThings(["check-mark-button", 40], ["check-mark-button", 40]),
    // The face is the answer, and more differs than the face.
    withItem({
      answers: [
        anAnswer("yes", { picture: scene({ mood: "smile" }) }),
        anAnswer("other", { picture: scene({ mood: "worried", arms: "tummy" }) }),
      ],
    }),
    withItem({
      answers: [
        anAnswer("yes", { picture: scene({ mood: "happy" }) }),
        anAnswer("other", { picture: scene({ mood: "bored", posture: "sitting" }) }),
      ],
    }),
    withItem({
      answers: [
        anAnswer("yes", { picture: scene({ mood: "smile" }) }),
        anAnswer("other", { picture: scene({ mood: "sad", isMirrored: true }) }),
      ],
    }),
    withAdult([{}, { mood: "happy" }], [{}, { mood: "angry", x: 230 }]),
    // … or glasses cover it.
    withItem({
      answers: (["smile", "sad"] as const).map((mood) =>
        anAnswer(mood, { picture: scene({ mood, aids: ["glasses"] }) }),
      ),
    }),
    facesFrom(["smile", "happy"], {
      answers: (["smile", "happy"] as const).map((mood) =>
        anAnswer(mood, { picture: { kind: "face", figure: { mood, aids: ["glasses"] } } }),
      ),
    }),
    // Somebody shrinks, and nothing of what is asked differs.
    withAdult([{}], [{}, { y: 120, scale: 0.6 }]),
    // A hand that finds nothing.
    withAdult([{ arms: "point", x: 44 }], [{ x: 44 }]),
    withAdult([{ arms: "reach-left" }], [{}]),
    withProps({ prop: "slide", state: "broken", size: 80 }, { prop: "slide", state: "mended", size: 90 }),
  ],
  passes: [
    aForm(),
    withProps({ prop: "slide", state: "broken", size: 80 }, { prop: "slide", state: "mended", size: 80 }),
    withAdult([{}, { mood: "happy" }], [{}, { mood: "angry" }]),
    withAdult([{}], [{}, { y: 120, scale: 0.6, posture: "back" }]),
    withAdult([{ arms: "reach-right", x: 110 }], [{ x: 110 }]),
    // Glasses on somebody whose face is not the answer.
    withItem({
      answers: (["hand-up", "down"] as const).map((arms) =>
        anAnswer(arms, { picture: scene({ arms, aids: ["glasses"] }) }),
      ),
    }),
    withThings(["kite", 50], ["kite", 50]),
    withThings(["left-speech-bubble", 50]),
    aForm({ form: "6-9", items: [twoOrOne("choose-pictures")] }),
  ],
};
