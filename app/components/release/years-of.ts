/** Who answers a form, in years, in every language: three-year-olds have a form of their own, so that of 3-5 begins at four. */
import type { FormName } from "#surveys/paper/form";

export const yearsOf = (form: FormName): string => (form === "3-5" ? "4-5" : form);
