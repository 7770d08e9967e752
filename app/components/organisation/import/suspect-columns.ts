/** Columns of persons: by what they are called, and by what stands in them. They are shown by their heading, and go nowhere. */
import { hasCpr } from "#server/organisation/contract";

export type Suspicion = "cpr" | "person";

export const plainHeading = (text: string): string => text.toLowerCase().replace(/[^a-zæøå0-9]/g, "");

const PERSON_HEADING =
  /cpr|personn|fornavn|efternavn|mellemnavn|(barn|børn|elev|person|deltager|medarbejder|leder|lærer|pædagog|forælder|kontakt)[a-zæøå]*navn|^navnpå|^(barn|elev|mor|far|moder|fader|værge|forælder|forældre|leder|lærer|klasselærer|pædagog|kontakt|kontaktperson|køn)\d?$|adresse|^vej|postn|telefon|mobil|^tlf|mail|fødsel|^født|unilogin|brugernavn|nationalitet|modersmål|firstname|lastname|surname|birth|phone|(child|pupil|student|teacher|parent)s?name|socialsecurity/;

const P_NUMBER_HEADING = /^(pnr|pnummer|produktionsenhed|pno|pnumber)/;
const P_NUMBER = /^10\d{8}$/;

const SURNAME =
  /(sen|sson|dóttir|gaard|gård)$|^(møller|lund|holm|schmidt|jepsen|ali|ahmed|khan|nguyen|hussain|mohamed|yilmaz|schultz|koch|bech|dahl|friis|winther|bach|frandsen|toft|juhl|ravn|vestergaard|kjær|bruun|lind|lauridsen|mathiesen|thygesen|skov)$/i;
const HOUSE = /skole|hus|have|stue|klub|sfo|gård|center|institution|dagpleje|afdeling|distrikt|område|klasse/i;

/** Two to five words with capitals, the last of them a surname. */
function isPersonsName(text: string): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 5 || HOUSE.test(text)) return false;
  const areNames = words.every((word) => /^[A-ZÆØÅÄÖÜÉ][A-Za-zÆØÅæøåäöüéèáóñçğışń.'-]*$/.test(word));
  return areNames && SURNAME.test(words[words.length - 1] ?? "");
}

const MAIL = /\S@\S+\.\S/;
/** Of the cells with something in them. */
const SHARE = 0.3;

export function suspicionOf(heading: string, cells: readonly string[]): Suspicion | undefined {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  const plain = plainHeading(heading);
  const isPNumber = P_NUMBER_HEADING.test(plain) && filled.every((cell) => P_NUMBER.test(cell.replace(/\s/g, "")));
  if (/cpr|personn/.test(plain) || hasCpr(heading)) return "cpr";
  if (!isPNumber && filled.some(hasCpr)) return "cpr";
  if (PERSON_HEADING.test(plain) || filled.some((cell) => MAIL.test(cell))) return "person";
  const names = filled.filter(isPersonsName).length;
  return names > 0 && names >= SHARE * filled.length ? "person" : undefined;
}
