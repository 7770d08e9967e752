/** One page has one address; every other spelling of it is known and led there. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { routeName } from "../../../../server/http/route-name";
import { tidyPath } from "../../../../server/http/tidy-path";

const SECRET = "7bqr2nnctfk9nyyyvzqb4tj8fk";
const KEY = `/svar/${SECRET}`;

it.each([
  ["/SVAR", "/svar"],
  ["/Svar/", "/svar"],
  ["//svar//", "/svar"],
  ["/%73var", "/svar"],
  ["/svar).", "/svar"],
  ["/svar%20", "/svar"],
  ["/SVAR/%ff", "/svar/%ff"],
  [`/SVAR/${SECRET.toUpperCase()}`, KEY],
  [`${KEY}.`, KEY],
  [`${KEY})`, KEY],
  [`${KEY}%E2%80%8B`, KEY],
  [`${KEY}%C2%BB`, KEY],
  [`${KEY}%3Flang=da`, KEY],
  [`${KEY}%`, KEY],
  [`/svar/%20${SECRET}/`, KEY],
  [`/svar/https:/lyt.example.dk/svar/${SECRET}`, KEY],
  ["/svar/7BQR-2NNC-TFK9-NYYY-VZQB-4TJ8-FK", KEY],
  [`${KEY}.data`, `${KEY}.data`],
  [`${KEY.toUpperCase()}.data`, `${KEY}.data`],
  ["/svar/G/OI23456789", "/svar/g/0123456789"],
  ["/svar/g%2F0123456789", "/svar/g/0123456789"],
  ["/SVAR/G/0123456789/bcd-fgh", "/svar/g/0123456789/BCDFGH"],
  ["/svar/g/0123456789/Fox.Bicycle.Octopus).", "/svar/g/0123456789/fox.bicycle.octopus"],
  ["/SVAR/what-is-this", "/svar/what-is-this"],
  ["/svar/a//b/", "/svar/a/b"],
  ["/LOG-IND", "/log-ind"],
  ["/log-ind/.", "/log-ind"],
  ["/Log-Ud/", "/log-ud"],
  ["/ADMIN", "/admin"],
  ["/Admin/Oplaesning", "/admin/oplaesning"],
  ["/Galleri/FIL.data", "/galleri/fil.data"],
  ["/Leder", "/leder"],
  ["/LEDER//Eg/forar/", "/leder/Eg/forar"],
  ["/leder/eg/forar).", "/leder/eg/forar"],
  ["/leder//eg/forar/udtraek.csv).", "/leder/eg/forar/udtraek.csv"],
  ["/leder/%C3%B8st%E2%80%8B", "/leder/%C3%B8st"],
  ["//elsewhere.example/svar", "//elsewhere.example/svar"],
  ["//elsewhere.example/", "//elsewhere.example/"],
  ["/assets/A.js", "/assets/A.js"],
  ["/", "/"],
  ["*", "*"],
])("%s is %s", (path, tidy) => expect(tidyPath(path)).toBe(tidy));

it("tidies once, keeps to this site, and logs no part of a path, whatever the path is", () => {
  const part = fc.oneof(
    fc.constantFrom(
      "svar",
      "SVAR",
      "g",
      "leder",
      "admin",
      "..",
      ".",
      "",
      "%",
      "%ff",
      "%2F",
      "\\",
      SECRET,
      ".data",
      "*",
    ),
    fc.string({ unit: "binary", maxLength: 4 }),
    fc.webSegment(),
  );
  const path = fc.array(fc.tuple(fc.constantFrom("/", "//", "", "."), part)).map((list) => `/${list.flat().join("")}`);
  const names =
    /^(other|\/(assets|health|admin|leder|log-in-or-out)?|\/leder\/:institution\/:round(\/(export|svar))?|\/r\/:code|\/samtale\/:token|\/handlinger\/:institution|\/laeserum(\/:id)?|\/api\/responses\/:id|\/svar(\/:key|\/g\/:code(\/:own)?)?)$/;
  fc.assert(
    fc.property(path, (any) => {
      const tidy = tidyPath(any);
      expect(tidyPath(tidy)).toBe(tidy);
      if (tidy !== any) expect(tidy).toMatch(/^\/(svar|log-|leder|admin|galleri)/);
      expect(routeName(any)).toMatch(names);
    }),
    { numRuns: 500 },
  );
});
