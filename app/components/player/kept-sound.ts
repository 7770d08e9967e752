/**
 * Whether a child wants pages read aloud, for as long as its tab lives and at the address of its own card: the next child at
 * the same tablet begins anew. A browser without storage forgets it.
 */
const nameHere = (): string => `lyt-sound ${window.location.pathname}`;

export function keptSound(): boolean | undefined {
  try {
    const kept = sessionStorage.getItem(nameHere());
    return kept === null ? undefined : kept === "on";
  } catch {
    return undefined;
  }
}

export function keepSound(isOn: boolean): void {
  try {
    sessionStorage.setItem(nameHere(), isOn ? "on" : "off");
  } catch {
    // Then it is asked again.
  }
}
