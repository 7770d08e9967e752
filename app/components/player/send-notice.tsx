/** Why the answers are not sent yet, and, where the network stops them, what an adult can do about it. */
import { useEffect, useRef } from "react";
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import type { Notice } from "./submission";
import { useReadOnArrival } from "./voice";

interface SendNoticeProps {
  readonly notice?: Notice;
  readonly needsAdult: boolean;
}

export function SendNotice({ notice, needsAdult }: SendNoticeProps) {
  const { words } = usePlayer();
  const told = notice ? [words.notices[notice]] : [];
  useReadOnArrival(notice !== undefined, `notice ${notice ?? ""}`, told);
  const place = useRef<HTMLDivElement>(null);
  // On a phone it would come below what is seen.
  useEffect(() => {
    if (notice) place.current?.scrollIntoView({ block: "center" });
  }, [notice, needsAdult]);
  return (
    <div role="alert" ref={place}>
      {notice ? (
        <div className="notice send-notice">
          <p>{words.notices[notice]}</p>
          <Speaker id="notice" texts={told} />
          {needsAdult && (notice === "blocked" || notice === "away") ? (
            <p className="for-adults">{words.blockedAdult}</p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
