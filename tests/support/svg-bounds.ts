/**
 * The box that everything drawn in an SVG string fits in: paths (curves flattened), circles, ellipses and rectangles,
 * strokes with half their width, groups moved and scaled. It knows what `surveys/pictures` draws and throws on the rest.
 */

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
type Point = readonly [x: number, y: number];
/** x ↦ scaleX·x + x0, y ↦ scaleY·y + y0. */
interface Place {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly x0: number;
  readonly y0: number;
}

const STEPS = 24;
const HERE: Place = { scaleX: 1, scaleY: 1, x0: 0, y0: 0 };

const numbersOf = (text: string): number[] =>
  (text.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number).map((value) => {
    if (!Number.isFinite(value)) throw new Error(`not a number in "${text}"`);
    return value;
  });

function placeBy(transform: string, outer: Place): Place {
  let place = outer;
  for (const [, name, values] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [a = 0, b] = numbersOf(values ?? "");
    if (name === "translate")
      place = { ...place, x0: place.x0 + place.scaleX * a, y0: place.y0 + place.scaleY * (b ?? 0) };
    else if (name === "scale") place = { ...place, scaleX: place.scaleX * a, scaleY: place.scaleY * (b ?? a) };
    else throw new Error(`unknown transform ${name}`);
  }
  return place;
}

const between = (points: readonly Point[], at: number): Point => {
  if (points.length === 1) return points[0] as Point;
  const next = points.slice(1).map(([x, y], index): Point => {
    const [x0, y0] = points[index] as Point;
    return [x0 + (x - x0) * at, y0 + (y - y0) * at];
  });
  return between(next, at);
};

const curve = (...points: Point[]): Point[] =>
  Array.from({ length: STEPS }, (_, index) => between(points, (index + 1) / STEPS));

const SIZES: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, q: 4, t: 2, c: 6, s: 4, z: 0 };

/** Points along a path. */
function pointsOf(d: string): Point[] {
  const points: Point[] = [];
  let [at, start, control]: Point[] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ] as [Point, Point, Point];
  const add = (...more: Point[]) => {
    points.push(...more);
    at = more.at(-1) ?? at;
  };
  for (const [, letter = "", rest = ""] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const command = letter.toLowerCase();
    const size = SIZES[command];
    if (size === undefined) throw new Error(`unknown command ${letter} in "${d}"`);
    const values = numbersOf(rest);
    if (size === 0 ? values.length > 0 : values.length % size !== 0 || values.length === 0)
      throw new Error(`wrong count of numbers after ${letter} in "${d}"`);
    if (command === "z") add(start as Point);
    for (let from = 0; from < values.length; from += size) {
      const [originX, originY] = letter === command ? (at as Point) : [0, 0];
      const pair = (index: number): Point => [
        originX + (values[from + index] ?? 0),
        originY + (values[from + index + 1] ?? 0),
      ];
      const [x, y] = at as Point;
      const reflected: Point = [2 * x - (control as Point)[0], 2 * y - (control as Point)[1]];
      let used: Point | undefined;
      if (command === "m" && from === 0) {
        add(pair(0));
        start = at;
      } else if (command === "m" || command === "l") add(pair(0));
      else if (command === "h") add([originX + (values[from] ?? 0), y]);
      else if (command === "v") add([x, originY + (values[from] ?? 0)]);
      else if (command === "q") add(...curve([x, y], (used = pair(0)), pair(2)));
      else if (command === "t") add(...curve([x, y], (used = reflected), pair(0)));
      else if (command === "c") add(...curve([x, y], pair(0), (used = pair(2)), pair(4)));
      else add(...curve([x, y], reflected, (used = pair(0)), pair(2)));
      control = used ?? at;
    }
  }
  return points;
}

type Attributes = Readonly<Record<string, string>>;

function cornersOf(tag: string, attributes: Attributes): Point[] {
  const of = (name: string) => numbersOf(attributes[name] ?? "0")[0] ?? 0;
  switch (tag) {
    case "path":
      return pointsOf(attributes["d"] ?? "");
    case "circle":
    case "ellipse": {
      const [rx, ry] = tag === "circle" ? [of("r"), of("r")] : [of("rx"), of("ry")];
      return [
        [of("cx") - rx, of("cy") - ry],
        [of("cx") + rx, of("cy") + ry],
      ];
    }
    case "rect":
    case "use":
      return [
        [of("x"), of("y")],
        [of("x") + of("width"), of("y") + of("height")],
      ];
    default:
      throw new Error(`unknown element ${tag}`);
  }
}

/** Throws on an element, a command or a number it does not know. */
export function boundsOf(svg: string): Bounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const places: { place: Place; stroke: number }[] = [{ place: HERE, stroke: 0 }];
  for (const [, closing, tag = "", text = "", selfClosing] of svg.matchAll(/<(\/?)(\w+)([^>]*?)(\/?)>/g)) {
    if (tag === "svg") continue;
    if (closing) {
      places.pop();
      continue;
    }
    const attributes = Object.fromEntries(
      [...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]),
    );
    const outer = places.at(-1) ?? { place: HERE, stroke: 0 };
    const isStroked = attributes["stroke"] !== undefined && attributes["stroke"] !== "none";
    const stroke = isStroked ? Number(attributes["stroke-width"] ?? 1) : outer.stroke;
    const place = placeBy(attributes["transform"] ?? "", outer.place);
    if (tag === "g") {
      if (!selfClosing) places.push({ place, stroke });
      continue;
    }
    const [reachX, reachY] = [(Math.abs(place.scaleX) * stroke) / 2, (Math.abs(place.scaleY) * stroke) / 2];
    for (const [x, y] of cornersOf(tag, attributes)) {
      const [atX, atY] = [place.x0 + place.scaleX * x, place.y0 + place.scaleY * y];
      if (Number.isNaN(atX + atY)) throw new Error(`not a number in <${tag}${text}>`);
      left = Math.min(left, atX - reachX);
      right = Math.max(right, atX + reachX);
      top = Math.min(top, atY - reachY);
      bottom = Math.max(bottom, atY + reachY);
    }
  }
  return { left, top, right, bottom };
}
