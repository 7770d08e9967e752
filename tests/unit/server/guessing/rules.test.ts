import { expect, it } from "vitest";
import { networkOf, pauseMs } from "../../../../server/guessing/rules";

it.each([
  ["10.9.8.7", "10.9.8.7"],
  ["::ffff:10.9.8.7", "10.9.8.7"],
  ["::FFFF:10.9.8.7", "10.9.8.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:0001:2::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["", ""],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it("each pause is twice the one before, up to the longest", () => {
  const patience = { free: 1, step: 1, firstPauseMs: 2, longestPauseMs: 15, forgetAfterMs: 1 };
  expect([1, 2, 3, 4, 5, 1000].map((pauses) => pauseMs(pauses, patience))).toEqual([2, 4, 8, 15, 15, 15]);
});
