/** Which voice speaks: a person's, then the device's own or the file, as the municipality wants. */
import { describe, expect, it } from "vitest";
import { waysToSay } from "~/components/player/voice-ways";

const RECORDED = ["/narration/recorded/da/items/glad/6-9.question.mp3"];
const NAMED = ["https://survey.example/glad.mp3"];
const SYNTHETIC = ["/narration/synthetic/da/0123456789ab.mp3"];

describe("the ways to say a text", () => {
  it.each([
    ["a recording", RECORDED, true, "device-first", ["file", "device"]],
    ["a recording", RECORDED, true, "file-first", ["file", "device"]],
    ["a recording", RECORDED, false, "device-first", ["file"]],
    ["a sound the survey names", NAMED, true, "device-first", ["file", "device"]],
    ["a synthetic file", SYNTHETIC, true, "device-first", ["device", "file"]],
    ["a synthetic file", SYNTHETIC, true, "file-first", ["file", "device"]],
    ["a synthetic file", SYNTHETIC, false, "device-first", ["file"]],
    ["a synthetic file", SYNTHETIC, false, "file-first", ["file"]],
    ["parts of which one is synthetic", [...RECORDED, ...SYNTHETIC], true, "device-first", ["device", "file"]],
    ["no file", undefined, true, "device-first", ["device"]],
    ["no file", undefined, true, "file-first", ["device"]],
    ["no file", undefined, false, "device-first", []],
  ] as const)("%s (%s), a voice on the device: %s, %s", (_what, urls, hasDeviceVoice, order, ways) => {
    expect(waysToSay({ urls, hasDeviceVoice, order }).map(({ by }) => by)).toEqual(ways);
  });
});
