/**
 * Where the scripts of a page fail, the page goes on without them: the server then draws every step, as for a browser that
 * has none. Nothing here may need what a failing browser lacks, so it is written plainly.
 */

/** In the address of a page that is to be sent without scripts (app/root.tsx). */
export const WITHOUT_SCRIPTS = "uden-scripts";

type Entries = readonly (readonly [string, string])[];

let walk: string | undefined;
let opened = "";

/** The walk on the page now, with the page's token; it is what a page that goes on without scripts begins from. */
export function keepWalk(encoded: string | undefined, token = opened): void {
  walk = encoded;
  opened = token;
}

/** Undefined on the server, and where no walk is on the page. */
export const keptWalk = (): string | undefined => walk;

let isTouched = false;

/** Until somebody has touched the page nobody is interrupted by another one in its place. */
export const hasBeenTouched = (): boolean => isTouched;

export function watchTouches(): void {
  const touched = () => {
    isTouched = true;
  };
  for (const touch of ["pointerdown", "keydown", "submit"]) document.addEventListener(touch, touched, true);
}

function addressWithout(): string {
  const { pathname, search } = window.location;
  return `${pathname}${search ? `${search}&` : "?"}${WITHOUT_SCRIPTS}=1`;
}

function post(action: string, entries: Entries): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  for (const [name, value] of entries) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.appendChild(field);
  }
  document.body.appendChild(form);
  form.submit();
}

/** The step that changes nothing: the server draws the page where the walk stands. */
export const stay = (encoded: string): Entries => [
  ["walk", encoded],
  ["opened", opened],
  ["do", "stay"],
];

/** A form of a page whose scripts have failed: what it is posted for is drawn without them. */
export function leaveScripts(form: HTMLFormElement): void {
  form.action = addressWithout();
}

/** Does the same as without scripts: `entries` are the fields of the page's form. */
export function goOnWithoutScripts(entries: Entries | undefined): void {
  if (window.location.search.indexOf(WITHOUT_SCRIPTS) >= 0) return;
  const action = addressWithout();
  if (entries && document.body) post(action, entries);
  else window.location.replace(action);
}
