/** Canonical JSON against the examples of RFC 8785, and its hash against what must and must not change it. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson, hashJson } from "../../../../server/lib/canonical-json";

it("writes the RFC's example of every kind of value as the RFC does (3.2.2)", () => {
  const given = JSON.parse(
    '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
      '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
  ) as unknown;
  expect(canonicalJson(given)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

it("sorts names as the RFC does, by their UTF-16 code units (3.2.3)", () => {
  const given = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
  const values = [...canonicalJson(given).matchAll(/:(\d)/g)].map(([, value]) => Number(value));
  expect(values).toEqual([2, 4, 6, 7, 1, 5, 3]);
});

/** The same value, its members in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([name, inner]) => [name, turned(inner)] as const);
  return Object.fromEntries(members.reverse());
}

it("reads back as it was, and has one hash whatever the order of members and the layout of the file", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const asRead = JSON.parse(JSON.stringify(value)) as unknown;
      expect(JSON.parse(canonicalJson(asRead))).toEqual(asRead);
      expect(hashJson(turned(asRead))).toBe(hashJson(asRead));
      expect(hashJson(JSON.parse(JSON.stringify(asRead, null, 4)))).toBe(hashJson(asRead));
    }),
  );
});

it("is the SHA-256 of the text in UTF-8", () => {
  // printf '{"a":"æ"}' | sha256sum
  expect(hashJson({ a: "æ" })).toBe("74157796d58e959e305300732e78780f9643f75b8b4f0c901fba36d5cf635b8d");
});
