/**
 * The browser's own Back (button, key, gesture) within a walk does what "Tilbage" does: one question back, and nothing is
 * lost. The walk stands on an entry of the history of its own, so that there is something to go back from; before the first
 * question and after the last page Back leaves as everywhere.
 */
import { useBlocker, useLocation, useNavigate } from "@remix-run/react";
import { useEffect } from "react";

const ENTRY = "#svar";

export function useBackStep(isWalking: boolean, goBack: () => void): void {
  const { pathname, search, hash } = useLocation();
  const navigate = useNavigate();
  const blocker = useBlocker(({ historyAction }) => isWalking && historyAction === "POP");

  useEffect(() => {
    if (isWalking && hash !== ENTRY) navigate({ pathname, search, hash: ENTRY }, { preventScrollReset: true });
  }, [isWalking, pathname, search, hash, navigate]);

  useEffect(() => {
    if (blocker.state !== "blocked") return;
    blocker.reset();
    goBack();
  }, [blocker, goBack]);
}
