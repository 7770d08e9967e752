/** Twenty of each attack through the door, on tables that the service has sealed: all together no better than the law allows. */
import { expect, it } from "vitest";
import { drawSeed, scaled } from "@lyt-hoejt/embedded-store/faults/scaled";
import { attackServer, doorAttacks } from "../support/attacked-server";
import { seededDraw } from "../support/seeded-draw";
import { startTestServer } from "../support/test-server";

const TRIALS = scaled(20);

it("attackers of a real server guess no more than the law allows", async () => {
  const server = await startTestServer();
  try {
    const attacked = await attackServer(server.application, TRIALS, seededDraw(drawSeed("attacked server")));
    const hits = attacked.filter(({ isHit }) => isHit).length;
    const most = attacked.map(({ attack }) => attack.most);
    const expected = most.reduce((sum, one) => sum + one, 0);
    const error = Math.sqrt(most.reduce((sum, one) => sum + one * (1 - one), 0));
    process.stdout.write(
      `attacked server: ${hits} of ${attacked.length} guesses right, at most ${expected.toFixed(1)} by the law (standard error ${error.toFixed(1)})\n`,
    );
    expect(attacked).toHaveLength(TRIALS * doorAttacks.length);
    expect(hits).toBeLessThanOrEqual(expected + 4 * error);
    // Each alone, as far as twenty can tell.
    for (const attack of doorAttacks) {
      const own = attacked.filter((one) => one.attack === attack && one.isHit).length;
      const room = 4 * Math.sqrt(attack.most * (1 - attack.most) * TRIALS);
      expect(own, attack.name).toBeLessThanOrEqual(attack.most * TRIALS + room);
    }
  } finally {
    await server.close();
  }
});
