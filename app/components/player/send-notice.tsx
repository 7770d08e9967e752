/** Why the answers are not sent yet, and, where the network stops them, what an adult can do about it. */
import { usePlayer } from "./player-context";
import { Speaker } from "./speaker";
import type { Notice } from "./submission";
import { useReadOnArrival } from "./voice";

export function SendNotice({ notice }: { readonly notice?: Notice }) {
  const { words } = usePlayer();
  const told = notice ? [words.notices[notice]] : [];
  useReadOnArrival(notice !== undefined, `notice ${notice ?? ""}`, told);
  return (
    <div role="alert">
      {notice ? (
        <div className="notice send-notice">
          <p>{words.notices[notice]}</p>
          <Speaker id="notice" texts={told} />
          {notice === "blocked" ? <p className="for-adults">{words.blockedAdult}</p> : null}
        </div>
      ) : null}
    </div>
  );
}
