/** Which address throttling sees: one a visitor, whatever the proxy writes behind it. */
import type { Request } from "express";
import { expect, it } from "vitest";
import { clientAddress } from "../../../../server/http/client-address";

const WIRE = "10.0.0.1";

it.each([
  ["198.51.100.7", "198.51.100.7"],
  ["198.51.100.7:50123", "198.51.100.7"],
  ["2001:db8::1", "2001:db8::1"],
  ["[2001:db8::1]", "2001:db8::1"],
  ["[2001:db8::1]:50123", "2001:db8::1"],
  ["::ffff:198.51.100.7", "198.51.100.7"],
  ["unknown", WIRE],
  ["_hidden", WIRE],
  ["999.1.1.1", WIRE],
  [undefined, WIRE],
])("%s: %s", (ip, address) => {
  expect(clientAddress({ ip, socket: { remoteAddress: WIRE } } as Request)).toBe(address);
});
