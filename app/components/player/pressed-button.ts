/** The button that sent a form. Safari before 15.4 does not say, so it is the one that was clicked; Enter clicks one too. */
let clicked: HTMLButtonElement | null = null;

if (typeof document !== "undefined")
  document.addEventListener(
    "click",
    ({ target }) => {
      clicked = target instanceof Element ? target.closest("button") : null;
    },
    true,
  );

export function pressedButton(event: SubmitEvent, form: HTMLFormElement): HTMLButtonElement | undefined {
  // Absent in those browsers, whatever its type says.
  const submitter: HTMLElement | null | undefined = "submitter" in event ? event.submitter : clicked;
  return submitter instanceof HTMLButtonElement && submitter.form === form ? submitter : undefined;
}
