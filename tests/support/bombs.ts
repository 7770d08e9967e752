/** Definitions that would choke or harm their reader; `where` is the path the guard names. */
export interface Bomb {
  readonly what: string;
  readonly json: unknown;
  readonly where: string;
  readonly reason: string;
}

const survey = (...elements: unknown[]) => ({ pages: [{ name: "p", elements }] });
const text = (more: object) => survey({ type: "text", name: "a", ...more });
const FIRST = "pages[0].elements[0]";

function nestedPanels(depth: number): unknown {
  let inner: unknown = { type: "text", name: "a" };
  for (let at = 0; at < depth; at += 1) inner = { type: "panel", name: `p${at}`, elements: [inner] };
  return survey(inner);
}

const many = (count: number) => survey(...Array.from({ length: count }, (_, at) => ({ type: "text", name: `q${at}` })));
const bound = (text_: string, count: number) => text_.repeat(count);

export const bombs: readonly Bomb[] = [
  { what: "500 nested panels", json: nestedPanels(500), where: "…", reason: "levels deep" },
  { what: "50,000 nested panels", json: nestedPanels(50_000), where: "…", reason: "levels deep" },
  // As many as the megabyte that is read of a file can hold.
  {
    what: "90,000 unknown members",
    json: Object.fromEntries(Array.from({ length: 90_000 }, (_, at) => [`x${at}`, 1])),
    where: "",
    reason: "has more than 500 members",
  },
  { what: "10,000 elements", json: many(10_000), where: "pages[0].elements", reason: "pages and elements" },
  {
    what: "a megabyte of expression",
    json: text({ visibleIf: bound("{a} = 1 or ", 95_000) }),
    where: `${FIRST}.visibleIf`,
    reason: "expression",
  },
  {
    what: "an expression of brackets",
    json: text({ visibleIf: `${bound("(", 900)}{a}${bound(")", 900)}` }),
    where: `${FIRST}.visibleIf`,
    reason: "brackets",
  },
  {
    what: "a regular expression that explodes when repeated",
    json: text({ validators: [{ type: "regex", regex: "((a{100}){100}){100}" }] }),
    where: `${FIRST}.validators[0].regex`,
    reason: "linear time",
  },
  {
    what: "a regular expression that looks back",
    json: text({ validators: [{ type: "regex", regex: "(a+)\\1" }] }),
    where: `${FIRST}.validators[0].regex`,
    reason: "linear time",
  },
  {
    what: "a regular expression of a megabyte",
    json: text({ validators: [{ type: "regex", regex: bound("a?", 500_000) }] }),
    where: `${FIRST}.validators[0].regex`,
    reason: "500",
  },
  { what: "__proto__", json: JSON.parse('{"pages":[{"__proto__":{"a":1}}]}'), where: "pages[0]", reason: "__proto__" },
  { what: "constructor", json: { constructor: { prototype: {} } }, where: "(file)", reason: "constructor" },
  { what: "markup in a title", json: text({ title: "<img src=x>" }), where: `${FIRST}.title`, reason: "markup" },
  {
    what: "markup in one language",
    json: text({ title: { da: "Hej", ar: "<b>" } }),
    where: `${FIRST}.title.ar`,
    reason: "markup",
  },
  { what: "a script's address", json: text({ title: "javascript:x" }), where: `${FIRST}.title`, reason: "script" },
  {
    what: "a title of a megabyte",
    json: text({ title: bound("a <", 333_000) }),
    where: `${FIRST}.title`,
    reason: "20000",
  },
  {
    what: "a number that makes choices",
    json: survey({ type: "dropdown", name: "a", choicesMin: 1, choicesMax: 300_000 }),
    where: `${FIRST}.choicesMax`,
    reason: "makes more than 500",
  },
  {
    what: "a number of choices written as text",
    json: survey({ type: "dropdown", name: "a", choicesMax: "1e9" }),
    where: `${FIRST}.choicesMax`,
    reason: "makes more than 500",
  },
  {
    what: "panels that make panels",
    json: survey({
      type: "paneldynamic",
      name: "a",
      panelCount: 30,
      templateElements: [{ type: "paneldynamic", name: "b", panelCount: 30, templateElements: [] }],
    }),
    where: `${FIRST}.templateElements[0].panelCount`,
    reason: "makes more than 500",
  },
  {
    what: "conditions that are long together",
    json: survey(
      ...Array.from({ length: 300 }, (_, at) => ({
        type: "text",
        name: `q${at}`,
        visibleIf: Array.from({ length: 150 }, () => "{q0} = 1").join(" or "),
      })),
    ),
    where: "visibleIf",
    reason: "characters of expressions",
  },
  {
    what: "many regular expressions",
    json: survey(
      ...Array.from({ length: 300 }, (_, at) => ({
        type: "text",
        name: `q${at}`,
        validators: [{ type: "regex", regex: `a${at}` }],
      })),
    ),
    where: "regex",
    reason: "regular expressions",
  },
  {
    what: "markup that an expression computes",
    json: text({ defaultValueExpression: "'<img src=x onerror=alert(1)>'" }),
    where: `${FIRST}.defaultValueExpression`,
    reason: "markup",
  },
  {
    what: "an answer put into HTML",
    json: survey({ type: "html", name: "a", html: "<p>Hej {q1}</p>" }),
    where: `${FIRST}.html`,
    reason: "into HTML",
  },
  {
    what: "a script's address with a tab in it",
    json: text({ title: "java\tscript:alert(1)" }),
    where: `${FIRST}.title`,
    reason: "script",
  },
  { what: "an element that is none", json: survey(null), where: FIRST, reason: "no element" },
  { what: "a type that is no text", json: survey({ type: 5, name: "a" }), where: `${FIRST}.type`, reason: "no text" },
  {
    what: "a name that is no text",
    json: survey({ type: "text", name: { a: 1 } }),
    where: `${FIRST}.name`,
    reason: "no text",
  },
  {
    what: "a name that every object has",
    json: survey({ type: "text", name: "hasOwnProperty" }),
    where: `${FIRST}.name`,
    reason: "hasOwnProperty",
  },
  {
    what: "a choice that is none",
    json: survey({ type: "radiogroup", name: "a", choices: [null, 1] }),
    where: `${FIRST}.choices[0]`,
    reason: "no choice",
  },
  {
    what: "a title that turns its direction",
    json: text({ title: "a\u202Eb" }),
    where: `${FIRST}.title`,
    reason: "see",
  },
];
