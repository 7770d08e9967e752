/** Children of a group answer through the door, each another way. */
import { expect } from "vitest";
import { aSubmission, answersFor, freshId, issueKeys, put } from "./submissions";
import type { TestServer } from "./test-server";

/** Resolves with the ids of their answers. */
export async function answerIn(
  { application, url }: Pick<TestServer, "application" | "url">,
  groupId: string,
  count: number,
  band: "3-5" | "6-9",
): Promise<string[]> {
  const keys = await issueKeys(application, groupId, count);
  const ids: string[] = [];
  for (const [index, { secret }] of keys.entries()) {
    const id = freshId();
    const answers = answersFor(application, band, (choices) => index % choices);
    const response = await put(url, id, aSubmission(application, secret, { band, answers }));
    expect(response.status).toBe(200);
    ids.push(id);
  }
  return ids;
}
