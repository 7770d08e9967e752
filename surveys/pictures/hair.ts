/** Hair and what is worn on it: a part behind the head and a part in front of it. */
import { HAIR_COLOUR, SHIRT, shade } from "./palette";
import type { Figure, HAIRS } from "./picture";
import { dot, line, oval, shape } from "./svg";

type Hair = (typeof HAIRS)[number];
interface Drawn {
  readonly behind: string;
  readonly front: string;
}

const FRINGE = "M26 46 C24 16 46 8 62 9 C82 10 98 22 94 46 C90 36 84 30 76 28 C60 34 42 32 34 30 C30 34 28 40 26 46Z";
const PARTED = "M26 46 C24 16 46 8 60 9 C80 9 96 18 94 46 C88 36 74 30 60 20 C48 30 34 36 26 46Z";
const HIJAB =
  "M60 4 C28 4 20 34 24 58 C26 74 22 84 20 92 C40 104 80 104 100 92 C98 84 94 74 96 58 C100 34 92 4 60 4Z" +
  "M60 18 C80 18 88 32 87 50 C86 68 74 80 60 80 C46 80 34 68 33 50 C32 32 40 18 60 18Z";
const CURLS: readonly [number, number, number][] = [
  [34, 22, 13],
  [48, 14, 13],
  [64, 14, 13],
  [80, 19, 13],
  [90, 32, 11],
  [28, 36, 10],
  [93, 44, 7],
  [27, 46, 7],
];

const STYLES: Record<Exclude<Hair, "bald">, (colour: string, cloth: string) => Drawn> = {
  short: (colour) => ({ behind: "", front: shape(FRINGE, colour) }),
  bob: (colour) => ({
    behind: shape("M22 66 C16 24 38 10 60 10 C84 10 104 26 98 66 Z", shade(colour, 0.8)),
    front: shape(
      "M24 66 C16 24 38 8 60 8 C84 8 104 26 96 66 C92 70 86 68 86 62 C90 44 84 32 74 28 C60 36 44 34 36 30 C30 38 32 50 34 62 C34 68 28 70 24 66Z",
      colour,
    ),
  }),
  curly: (colour) => ({ behind: "", front: CURLS.map(([x, y, radius]) => dot(x, y, radius, colour)).join("") }),
  bun: (colour) => ({
    behind: dot(60, 13, 12.5, shade(colour, 0.9)),
    front: shape("M26 46 C24 18 44 9 60 9 C78 9 96 18 94 46 C90 34 80 26 60 25 C42 26 30 34 26 46Z", colour),
  }),
  plaits: (colour) => ({
    behind: shape("M26 60 C20 24 40 10 60 10 C82 10 100 26 94 60 Z", shade(colour, 0.8)),
    front: shape(PARTED, colour) + line("M28 46 q-12 14 -6 38 M92 46 q12 14 6 38", colour, 11),
  }),
  long: (colour) => ({
    behind: shape("M24 66 C18 24 40 9 60 9 C82 9 102 24 96 66 Z", shade(colour, 0.85)),
    front: shape(PARTED, colour) + line("M29 46 Q22 72 27 100 M91 46 Q98 72 93 100", colour, 12),
  }),
  hijab: (_colour, cloth) => ({ behind: "", front: `<path d="${HIJAB}" fill="${cloth}" fill-rule="evenodd"/>` }),
  cap: (colour, cloth) => ({
    behind: "",
    front:
      shape("M27 46 C27 40 29 34 33 31 L87 31 C91 34 93 40 93 46 C88 38 80 36 60 36 C40 36 32 38 27 46Z", colour) +
      shape("M28 33 C28 14 44 7 60 7 C76 7 92 14 92 33 Z", cloth) +
      shape("M58 27 H104 C108 31 104 35 98 35 H58 Z", shade(cloth, 0.86)),
  }),
};

/** Nothing on a child's bald head, one curl on a baby's, the last of it above an adult's ears. */
function baldHead({ age = "child", hairColour = "brown" }: Figure): string {
  const colour = HAIR_COLOUR[hairColour];
  if (age === "adult") return oval(28, 44, 3, 7, colour) + oval(92, 44, 3, 7, colour);
  return age === "baby" ? line("M56 14 q2 -8 8 -4 q3 4 -2 5", colour, 2.6) : "";
}

export function drawHair(figure: Figure): Drawn {
  const { hair = "short", hairColour = "brown", clothColour = "lilac" } = figure;
  if (hair === "bald") return { behind: "", front: baldHead(figure) };
  return STYLES[hair](HAIR_COLOUR[hairColour], SHIRT[clothColour]);
}

const NAPE = "M26 44 C26 16 44 9 60 9 C76 9 94 16 94 44 C94 64 88 76 78 80 Q60 84 42 80 C32 76 26 64 26 44Z";

/** From behind one sees hair, or the scarf; of a cap only the crown. */
export function drawBackOfHead(figure: Figure): string {
  const { hair = "short", hairColour = "brown", clothColour = "lilac" } = figure;
  const [colour, cloth] = [HAIR_COLOUR[hairColour], SHIRT[clothColour]];
  const { front } = drawHair(figure);
  switch (hair) {
    case "bald":
      return front;
    case "hijab":
      return shape(
        "M60 4 C28 4 20 34 24 58 C26 74 22 84 20 92 C40 104 80 104 100 92 C98 84 94 74 96 58 C100 34 92 4 60 4Z",
        cloth,
      );
    case "cap":
      return oval(60, 44, 34, 34, colour) + shape("M26 40 C26 14 44 7 60 7 C76 7 94 14 94 40 Q60 30 26 40Z", cloth);
    case "short":
    case "bun":
      return oval(60, 44, 34, 34, colour);
    default:
      return shape(NAPE, colour) + front;
  }
}
