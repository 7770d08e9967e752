/** The doors of groups, as far as guessing has paused them. */

/** The two ways in behind a group's own link. */
export const OWN_WAYS = ["pictures", "letters"] as const;
export type OwnWay = (typeof OWN_WAYS)[number];

export interface PausedWay {
  readonly groupCode: string;
  readonly way: OwnWay;
  readonly until: Date;
}

/** As an administrator sees it. */
export interface PausedDoor {
  readonly groupId: string;
  readonly groupName: string;
  readonly institutionName: string;
  /** What is paused there. */
  readonly ways: readonly OwnWay[];
  /** ISO time at which the last of the pauses ends by itself. */
  readonly until: string;
}
