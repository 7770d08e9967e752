/** What a form is called to adults: nowhere else. Three-year-olds have one of their own, so that 3-5 is told as four and five. */
import type { FormName } from "./form";
import type { LocalText } from "./local-text";

export const FORM_TITLES: Readonly<Record<FormName, LocalText>> = {
  "0-2": { da: "Voksne ser, 0-2 år", en: "Adults see, age 0-2" },
  "3": { da: "3 år", en: "Age 3" },
  "3-5": { da: "4-5 år", en: "Age 4-5" },
  "6-9": { da: "6-9 år", en: "Age 6-9" },
  "10-12": { da: "10-12 år", en: "Age 10-12" },
  "13-18": { da: "13-18 år", en: "Age 13-18" },
  "parents-0-2": { da: "Forældre til 0-2-årige", en: "Parents of children of 0-2" },
  "parents-3-6": { da: "Forældre til 3-6-årige", en: "Parents of children of 3-6" },
  "parents-7-16": { da: "Forældre til 7-16-årige", en: "Parents of children of 7-16" },
  staff: { da: "Personale", en: "Staff" },
};
