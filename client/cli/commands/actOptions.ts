import type { Command } from 'commander';
import { actBodySchema } from '../../../contract/acts.ts';
import type { ActType } from '../../../contract/events.ts';
import { appraisalOpinions, holdGrounds, refusalGrounds } from '../../../contract/events.ts';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import type { Locale } from '../../../contract/texts/text.ts';
import { say } from '../../../contract/texts/text.ts';
import { gather } from './define.ts';

/** Option of each field of an act's body: how it is written, its name in the parsed options, whether it repeats. */
export const bodyOptions = {
  reason: { flags: '--reason <text>', name: 'reason', repeats: false, text: optionTexts.reason },
  items: { flags: '--item <code=text>', name: 'item', repeats: true, text: optionTexts.item },
  dueOn: { flags: '--due <date>', name: 'due', repeats: false, text: optionTexts.due },
  divisions: { flags: '--division <id>', name: 'division', repeats: true, text: optionTexts.division },
  division: { flags: '--division <id>', name: 'division', repeats: true, text: optionTexts.division },
  opinion: { flags: '--opinion <opinion>', name: 'opinion', repeats: false, text: optionTexts.opinion },
  resolution: { flags: '--resolution <number>', name: 'resolution', repeats: false, text: optionTexts.resolution },
  decisionNumber: {
    flags: '--decision-number <number>',
    name: 'decisionNumber',
    repeats: false,
    text: optionTexts.decisionNumber,
  },
  decisionDate: {
    flags: '--decision-date <date>',
    name: 'decisionDate',
    repeats: false,
    text: optionTexts.decisionDate,
  },
  ground: { flags: '--ground <ground>', name: 'ground', repeats: false, text: optionTexts.ground },
  dossier: { flags: '--form <file>', name: 'form', repeats: false, text: optionTexts.formOfAct },
} as const;
export type BodyField = keyof typeof bodyOptions;

const bodyFields = Object.keys(bodyOptions) as BodyField[];

/** Gives the fields an act's body has, read off its schema, so that a new field cannot be forgotten here. */
export function fieldsOf(type: ActType): BodyField[] {
  const fields = Object.keys(actBodySchema(type).shape);
  return bodyFields.filter((field) => fields.includes(field));
}

/** Adds the options of one act, or of all acts, and those every act has. */
export function addActOptions(command: Command, type: ActType | null, locale: Locale): Command {
  const wanted = new Map((type ? fieldsOf(type) : bodyFields).map((field) => [bodyOptions[field].flags, field]));
  for (const [flags, field] of wanted) {
    const { text, repeats } = bodyOptions[field];
    const description = say(text, locale, { allowed: allowedValues(field, type) });
    if (repeats) command.option(flags, description, gather);
    else command.option(flags, description);
  }
  return command
    .option('--role <role>', optionTexts.role[locale])
    .option('--if-revision <n>', optionTexts.ifRevision[locale])
    .option('--key <key>', optionTexts.key[locale]);
}

function allowedValues(field: BodyField, type: ActType | null): string {
  if (field === 'opinion') return appraisalOpinions.join(', ');
  if (type === 'authority.refuse') return refusalGrounds.join(', ');
  if (type === 'nomination.hold') return holdGrounds.join(', ');
  return [...refusalGrounds, ...holdGrounds].join(', ');
}
