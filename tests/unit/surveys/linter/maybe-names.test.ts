/** Words that may be somebody's name: all of those that are, few of those that are not. */
import { expect, it } from "vitest";
import { maybeNames, namesAmong } from "#surveys/linter/maybe-names";

it.each([
  ["Vi har talt med Yasmin om det.", ["Yasmin"]],
  ["Yasmin får en hylde. Ali og Bo vil have bolde. De bor i Danmark.", ["Yasmin", "Ali", "Bo"]],
  ["Vi taler med YASMIN og Anne-Marie.", ["YASMIN", "Anne-Marie"]],
  ["På Egeskolen spiller I bold mandag og Tirsdag.", []],
  ["I sagde, at I gerne vil lege. Vi hører jer. Elevrådet får svar. Busserne kører. Klasserne vælger.", []],
  ["SFO og Aula er åbne.", []],
  ["Jesper får et bord. Kasper og de andre hjælper.", ["Jesper", "Kasper"]],
  ["Det er mads, der driller.", ["mads"]],
  ["Til august kommer der en ny linje.", []],
] as const)("%s may name %j", (said, names) => expect(maybeNames([said], ["Egeskolen"])).toEqual(names));

it.each([
  ["Flere bolde. Længere pauser!", []],
  ["Vi vil sidde ved Sofie og Ali.", ["Sofie", "Ali"]],
  ["Muhammed slår os i frikvarteret", ["Muhammed"]],
  ["Alle fra 3. B på Egeskolen", []],
] as const)("%s may name %j beside what begins its sentences", (said, names) =>
  expect(namesAmong([said], ["Egeskolen", "3. B"])).toEqual(names),
);
