/** `npm run translations`: what is stale; `npm run translations -- sign <language> [item …]`: what a translator has read. */
import { writeFileSync } from "node:fs";
import { danishTexts, TRANSLATED } from "../surveys/translations/danish-texts";
import { signedTranslations } from "../surveys/translations/signed";
import { isNamed, sign, staleTranslations } from "../surveys/translations/stale";

const say = (text: string) => process.stdout.write(`${text}\n`);
const texts = danishTexts();

function list(): void {
  const stale = staleTranslations(texts, signedTranslations);
  for (const { language, key, message, danish } of stale)
    say(`${language}  ${key}: ${message}\n    ${danish.split("\n").filter(Boolean).join(" | ")}`);
  say(`${stale.length} stale translations.`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

function signAs(name: string | undefined, items: readonly string[]): void {
  const language = TRANSLATED.find((one) => one === name);
  const unknown = items.find((item) => !texts.some(({ key }) => isNamed(key, item)));
  if (!language || unknown !== undefined) {
    process.stderr.write(
      language
        ? `There is no text "${unknown}".\n`
        : `Usage: npm run translations -- sign ${TRANSLATED.join("|")} [item …]\n`,
    );
    process.exitCode = 2;
    return;
  }
  const signed = sign(texts, signedTranslations[language], language, items);
  const file = new URL(`../surveys/translations/signed/${language}.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(signed, null, 2)}\n`);
  const left = staleTranslations(texts, { ...signedTranslations, [language]: signed });
  say(`Signed. Stale in ${language}: ${left.filter((one) => one.language === language).length}.`);
}

const [deed, language, ...items] = process.argv.slice(2);
if (deed === undefined) list();
else if (deed === "sign") signAs(language, items);
else signAs(undefined, []);
