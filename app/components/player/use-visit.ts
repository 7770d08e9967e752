/** Every page of a child looks whose visit it is: when it comes, and when it comes back (visit.ts). */
import { useLocation } from "@remix-run/react";
import { useEffect } from "react";
import { enterVisit, placeOf, returnToVisit, showPage } from "./visit";

const here = () => placeOf(location.pathname, location.search);

export function useVisit(): void {
  const { pathname, search, key } = useLocation();
  useEffect(() => void enterVisit(placeOf(pathname, search)), [pathname, search, key]);

  useEffect(() => {
    // Nothing is seen of a page out of the cache before it is known whose it is.
    const hide = () => showPage(false);
    const show = ({ persisted }: PageTransitionEvent) => persisted && returnToVisit(here(), true);
    const look = () => document.visibilityState === "visible" && returnToVisit(here(), false);
    window.addEventListener("pagehide", hide);
    window.addEventListener("pageshow", show);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("pagehide", hide);
      window.removeEventListener("pageshow", show);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
}
