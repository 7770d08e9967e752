/** The things of a child's picture key (`key-things.ts`). They alone are sent to a browser with their words. */
import { words } from "./words";

export const KEY_WORDS = words({
  fox: ["ræv", "fox", "dyr skov", "animal forest"],
  bicycle: ["cykel", "bicycle", "cykle vej køre transport", "bike cycling ride transport"],
  sunflower: ["solsikke", "sunflower", "blomst have natur", "flower garden nature"],
  rocket: ["raket", "rocket", "rummet opfinde drøm", "space invent dream"],
  strawberry: ["jordbær", "strawberry", "bær frugt mad", "berry fruit food"],
  octopus: ["blæksprutte", "octopus", "dyr hav", "animal sea"],
  guitar: ["guitar", "guitar", "musik spille instrument", "music play instrument"],
  rainbow: ["regnbue", "rainbow", "vejr farver mangfoldighed", "weather colours diversity"],
  snowman: ["snemand", "snowman", "vinter sne", "winter snow"],
  "soccer-ball": ["fodbold", "football", "sport spille hold bold", "sport play team ball soccer"],
  "lady-beetle": ["mariehøne", "ladybird", "dyr insekt natur", "animal insect nature"],
  "hot-dog": ["hotdog", "hot dog", "mad pølse", "food sausage"],
});
