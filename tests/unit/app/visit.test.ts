/** Which addresses are doors, which are keys, and which door a key's page leads back to. */
import { expect, it } from "vitest";
import { placeOf } from "../../../app/components/player/visit";

const GROUP = "/svar/g/0123456789";

it.each([
  ["/svar", "", { keyText: undefined, hasPictures: false, door: "/svar" }],
  ["/svar/", "?kode=x", { keyText: undefined, hasPictures: false, door: "/svar" }],
  [
    "/svar/00000000000000000000000000",
    "?lang=tr",
    { keyText: "0".repeat(26), hasPictures: false, door: "/svar?lang=tr" },
  ],
  [GROUP, "", { keyText: undefined, hasPictures: false, door: GROUP }],
  [GROUP, "?letters=", { keyText: undefined, hasPictures: false, door: GROUP }],
  [GROUP, "?p=fox.bicycle&lang=ar", { keyText: undefined, hasPictures: true, door: `${GROUP}?lang=ar` }],
  [`${GROUP}/fox.bicycle.octopus`, "", { keyText: "0123456789/fox.bicycle.octopus", hasPictures: false, door: GROUP }],
  [`${GROUP}/BCDFGH`, "?lang=en", { keyText: "0123456789/BCDFGH", hasPictures: false, door: `${GROUP}?lang=en` }],
])("%s%s", (pathname, search, place) => {
  expect(placeOf(pathname, search)).toEqual(place);
});
