/**
 * The people we draw: children to choose "one like me" from and to take turns over the questions of a form, adults, and
 * families. Diverse in skin, hair, dress and ability on purpose; nobody's looks go with an answer.
 */
import type { Figure } from "./picture";

/** Names are for authors and screen readers, and say nothing of anyone. */
export interface Person extends Figure {
  readonly name: string;
}

export const CHILDREN = [
  { name: "Alma", skin: "porcelain", hair: "bob", hairColour: "blond", shirt: "coral" },
  { name: "Noah", skin: "sand", hair: "short", hairColour: "brown", shirt: "sky" },
  { name: "Amina", skin: "umber", hair: "plaits", hairColour: "black", shirt: "sun" },
  { name: "Elias", skin: "honey", hair: "curly", hairColour: "black", shirt: "leaf" },
  { name: "Yasmin", skin: "honey", hair: "hijab", hairColour: "black", clothColour: "lilac", shirt: "teal" },
  { name: "Oskar", skin: "porcelain", hair: "short", hairColour: "copper", shirt: "leaf", aids: ["glasses"] },
  { name: "Freja", skin: "sand", hair: "long", hairColour: "chestnut", shirt: "lilac", posture: "wheelchair" },
  { name: "Malik", skin: "umber", hair: "curly", hairColour: "black", shirt: "coral", aids: ["hearing-aid"] },
  { name: "Mei", skin: "sand", hair: "bob", hairColour: "black", shirt: "rose" },
  { name: "Aput", skin: "honey", hair: "long", hairColour: "black", shirt: "sky" },
  { name: "Viggo", skin: "porcelain", hair: "cap", hairColour: "blond", clothColour: "sun", shirt: "teal" },
  { name: "Naja", skin: "chestnut", hair: "bun", hairColour: "black", shirt: "leaf" },
  { name: "Emil", skin: "sand", hair: "curly", hairColour: "blond", shirt: "sun", aids: ["walker"] },
  { name: "Zahra", skin: "chestnut", hair: "hijab", hairColour: "black", clothColour: "sun", shirt: "sky" },
  { name: "Bo", skin: "honey", hair: "bald", hairColour: "brown", shirt: "lilac" },
  { name: "Ida", skin: "porcelain", hair: "plaits", hairColour: "copper", shirt: "sky", aids: ["hearing-aid"] },
  { name: "Adam", skin: "chestnut", hair: "short", hairColour: "black", shirt: "rose", posture: "wheelchair" },
  { name: "Luna", skin: "honey", hair: "curly", hairColour: "chestnut", shirt: "coral", aids: ["glasses"] },
  { name: "Storm", skin: "sand", hair: "long", hairColour: "blond", shirt: "leaf" },
  { name: "Safia", skin: "umber", hair: "bun", hairColour: "black", shirt: "lilac", aids: ["glasses"] },
  { name: "Anton", skin: "porcelain", hair: "bald", hairColour: "blond", shirt: "coral" },
  { name: "Linh", skin: "sand", hair: "plaits", hairColour: "black", shirt: "teal" },
  { name: "Samuel", skin: "umber", hair: "cap", hairColour: "black", clothColour: "teal", shirt: "sun" },
  { name: "Sol", skin: "chestnut", hair: "curly", hairColour: "brown", shirt: "sky" },
] as const satisfies readonly Person[];

export const ADULTS = [
  { name: "Karen", age: "adult", skin: "sand", hair: "bun", hairColour: "brown", shirt: "teal" },
  { name: "Hassan", age: "adult", skin: "honey", hair: "short", hairColour: "black", shirt: "coral" },
  { name: "Grace", age: "adult", skin: "umber", hair: "curly", hairColour: "black", shirt: "lilac", aids: ["glasses"] },
  { name: "Leyla", age: "adult", skin: "honey", hair: "hijab", hairColour: "black", clothColour: "sky", shirt: "rose" },
  { name: "Mads", age: "adult", skin: "porcelain", hair: "bald", hairColour: "copper", shirt: "leaf" },
  { name: "Inger", age: "adult", skin: "sand", hair: "bob", hairColour: "grey", shirt: "sky", posture: "wheelchair" },
] as const satisfies readonly Person[];

export const FAMILIES = {
  "two-mothers": [
    { name: "mother", age: "adult", skin: "porcelain", hair: "long", hairColour: "copper", shirt: "teal" },
    { name: "mother", age: "adult", skin: "honey", hair: "curly", hairColour: "black", shirt: "coral" },
    { name: "child", skin: "sand", hair: "short", hairColour: "brown", shirt: "sun" },
  ],
  "mother-and-father": [
    {
      name: "mother",
      age: "adult",
      skin: "honey",
      hair: "hijab",
      hairColour: "black",
      clothColour: "rose",
      shirt: "sky",
    },
    { name: "father", age: "adult", skin: "honey", hair: "short", hairColour: "black", shirt: "leaf" },
    { name: "child", skin: "honey", hair: "plaits", hairColour: "black", shirt: "coral" },
    { name: "baby", age: "baby", posture: "crawling", skin: "honey", hair: "bald", hairColour: "black", shirt: "sun" },
  ],
  "two-fathers": [
    { name: "father", age: "adult", skin: "umber", hair: "bald", hairColour: "black", shirt: "lilac" },
    { name: "father", age: "adult", skin: "sand", hair: "short", hairColour: "blond", shirt: "sky" },
    { name: "child", skin: "chestnut", hair: "curly", hairColour: "black", shirt: "leaf" },
  ],
  "one-parent": [
    { name: "parent", age: "adult", skin: "sand", hair: "bob", hairColour: "chestnut", shirt: "rose" },
    { name: "child", skin: "sand", hair: "long", hairColour: "chestnut", shirt: "teal" },
    { name: "child", skin: "sand", hair: "short", hairColour: "chestnut", shirt: "sun", posture: "wheelchair" },
  ],
  grandparents: [
    { name: "grandmother", age: "adult", skin: "chestnut", hair: "bun", hairColour: "grey", shirt: "lilac" },
    {
      name: "grandfather",
      age: "adult",
      skin: "umber",
      hair: "short",
      hairColour: "grey",
      shirt: "teal",
      aids: ["glasses"],
    },
    { name: "child", skin: "umber", hair: "plaits", hairColour: "black", shirt: "sun" },
  ],
  "foster-family": [
    { name: "foster mother", age: "adult", skin: "porcelain", hair: "short", hairColour: "grey", shirt: "leaf" },
    { name: "youth", age: "youth", skin: "sand", hair: "long", hairColour: "black", shirt: "coral" },
    { name: "child", skin: "umber", hair: "curly", hairColour: "black", shirt: "sky" },
  ],
} as const satisfies Readonly<Record<string, readonly Person[]>>;
