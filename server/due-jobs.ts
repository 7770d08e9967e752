/** What runs by itself in this installation, and how often. */
import type { Job } from "./jobs/service";
import type { Audited } from "./around-services";

const MINUTE_MS = 60_000;
const EVERY_MINUTE = { everyMs: MINUTE_MS } as const;

export const dueJobs = ({
  rounds,
  readingRoom,
  feedback,
  dialogues,
  mail,
  organisation,
  audit,
}: Audited): readonly Job[] => [
  { name: "rounds.tick", schedule: EVERY_MINUTE, run: () => rounds.tick() },
  { name: "reading-room.tick", schedule: EVERY_MINUTE, run: () => readingRoom.tick() },
  { name: "feedback.tick", schedule: EVERY_MINUTE, run: () => feedback.tick() },
  { name: "dialogues.tick", schedule: { everyMs: 10 * MINUTE_MS }, run: () => dialogues.tick() },
  { name: "mail.send", schedule: EVERY_MINUTE, run: () => mail.sendDue() },
  { name: "organisation.tick", schedule: EVERY_MINUTE, run: () => organisation.tick() },
  { name: "audit.tick", schedule: { everyMs: 5 * MINUTE_MS }, run: () => audit.tick() },
];
