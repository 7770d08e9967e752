/** `lyt round create`: a draft of what is asked, of whom and when. */
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import { OPERATOR } from "../../accounts/rules";
import { problems } from "../../lib/problem";
import { KEY_WAYS, RESULTS_PER } from "../../rounds/contract";
import type { Application } from "../../services";
import type { Output } from "../output";
import { codeLines } from "../round-lines";
import { withSession } from "../session";

interface NamedPair {
  readonly language: string;
  readonly editor: string;
  readonly deputy: string;
}

/** Whether they are users and may read is the service's to say. */
function readEditors(text: string, before: readonly NamedPair[]): NamedPair[] {
  const [, language, editor, deputy] = /^([^=,]+)=([^=,]+),([^=,]+)$/.exec(text) ?? [];
  if (!language || !editor || !deputy)
    throw new InvalidArgumentError("as da=karen,otto: a language, an editor, a deputy");
  return [...before, { language, editor, deputy }];
}

interface CreateOptions {
  readonly titleDa: string;
  readonly titleEn: string;
  readonly survey: string;
  readonly group: readonly string[];
  readonly institution: readonly string[];
  readonly results: string;
  readonly opens: string;
  readonly closes: string;
  readonly feedback: string;
  readonly purposeDa: string;
  readonly purposeEn: string;
  readonly ownerDa: string;
  readonly ownerEn: string;
  readonly readerDa?: string;
  readonly readerEn?: string;
  readonly editors: readonly NamedPair[];
  readonly legalBasis: string;
  readonly controller: string;
  readonly dpia: string;
  readonly keyWay: string;
  readonly graceDays: string;
}

async function groupsOf({ stores }: Application, { group, institution }: CreateOptions): Promise<string[]> {
  const all = institution.length > 0 ? await stores.organisation.listGroupsOf(institution) : [];
  const unknown = institution.find((id) => !all.some(({ institutionId }) => institutionId === id));
  if (unknown !== undefined) throw problems.institution.notFound(`${unknown} is none that has groups.`);
  return [...group, ...all.map(({ id }) => id)];
}

async function roundOf(application: Application, id: string, options: CreateOptions): Promise<unknown> {
  const [survey, version] = options.survey.split("@");
  return {
    id,
    title: { da: options.titleDa, en: options.titleEn },
    survey,
    surveyVersion: Number(version ?? 1),
    groupIds: await groupsOf(application, options),
    resultsPer: options.results,
    firstDay: options.opens,
    lastDay: options.closes,
    feedbackDay: options.feedback,
    purpose: { da: options.purposeDa, en: options.purposeEn },
    ownerRole: { da: options.ownerDa, en: options.ownerEn },
    ...(options.readerDa && { readerRole: { da: options.readerDa, en: options.readerEn } }),
    ...(options.editors.length > 0 && { editors: options.editors }),
    legalBasis: options.legalBasis,
    controller: options.controller,
    dpiaReference: options.dpia,
    keyWay: options.keyWay,
    graceDays: Number(options.graceDays),
  };
}

function addOptions(command: Command): Command {
  return command
    .requiredOption("--title-da <text>", "what it is called, in Danish")
    .requiredOption("--title-en <text>", "and in English")
    .requiredOption("--survey <slug@version>", "what is asked, as trivsel@1")
    .option("--group <id...>", "groups that are asked", [])
    .option("--institution <id...>", "all groups of these institutions", [])
    .addOption(new Option("--results <per>", "how fine the results are").choices(RESULTS_PER).default("group"))
    .requiredOption("--opens <day>", "its first day, as 2027-01-11")
    .requiredOption("--closes <day>", "its last day")
    .requiredOption("--feedback <day>", "by when the children hear what becomes of it")
    .requiredOption("--purpose-da <text>", "what it is for, as the children may read it")
    .requiredOption("--purpose-en <text>", "and in English")
    .requiredOption("--owner-da <role>", "the role that owes the children an answer")
    .requiredOption("--owner-en <role>", "and in English")
    .option("--reader-da <role>", "the role that reads what the children write and draw, where the survey asks for it")
    .option("--reader-en <role>", "and in English")
    .option(
      "--editors <language=editor,deputy...>",
      "who reads it, for each language in which it is asked for: two users with the role editor, as da=karen,otto",
      readEditors,
      [],
    )
    .requiredOption("--legal-basis <text>")
    .requiredOption("--controller <text>")
    .requiredOption("--dpia <reference>")
    .addOption(new Option("--key-way <way>", "how cards reach the children").choices(KEY_WAYS).default("pile"))
    .option("--grace-days <number>", "days in which what was begun may still be sent", "3");
}

export function addRoundCreateCommands(round: Command, output: () => Output): void {
  addOptions(round.command("create <id>").description("make a draft; nothing is asked before it is opened")).action(
    (id: string, options: CreateOptions) =>
      withSession(async ({ application }) => {
        const input = await roundOf(application, id, options);
        const { rounds } = application.services;
        const made = await rounds.create(OPERATOR, input);
        const { institutions } = await rounds.getOverview(OPERATOR, made.id);
        const resultCodes = institutions.map(({ id: institution, resultCode }) => ({ institution, resultCode }));
        output().print({ ...made, resultCodes }, [
          `${made.id} is a draft: ${made.groupIds.length} groups. \`lyt round open ${made.id}\` opens it.`,
          ...codeLines(institutions),
        ]);
      }),
  );
}
