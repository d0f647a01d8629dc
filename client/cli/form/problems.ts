import { cliTexts, fieldTexts } from '../../../contract/texts/cli.ts';
import type { Locale, Text } from '../../../contract/texts/text.ts';
import { say } from '../../../contract/texts/text.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';

/** As much of a zod issue as is needed here. */
export type Issue = {
  code?: string | undefined;
  path: PropertyKey[];
  message: string;
  input?: unknown;
  expected?: string;
  values?: readonly unknown[];
  format?: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  keys?: readonly string[];
};

/** Option that gives each field of a form, so that whoever typed options reads about options. */
const optionOfField: Record<string, string> = {
  programmeId: '--programme',
  movementId: '--movement',
  unitId: '--unit',
  'nominee.kind': '--kind',
  'nominee.id': '--nominee',
  'dossier.nomineeName': '--name',
  'dossier.nomineeTitle': '--title',
  'dossier.achievements': '--achievements',
  'dossier.directWorker': '--direct-worker',
  dossier: '--form',
  reason: '--reason',
  items: '--item',
  dueOn: '--due',
  division: '--division',
  divisions: '--division',
  opinion: '--opinion',
  resolution: '--resolution',
  decisionNumber: '--decision-number',
  decisionDate: '--decision-date',
  ground: '--ground',
  unit: '--unit',
  takesPart: '--yes, --no',
  unitPlan: '--plan-text',
  nominees: '--nominee',
  kind: '--kind',
  parties: '--party',
  signedOn: '--signed-on',
  content: '--content',
  planHash: '--plan-hash',
};

/** Gives the option under which a field is typed, or null. */
export function optionOf(field: string): string | null {
  return optionOfField[field] ?? null;
}

/** Gives the failure that names each wrong field of a form. */
export function invalidForm(issues: readonly Issue[], locale: Locale): CliFailure {
  const fields = issues
    .flatMap((issue) => fieldsOf(issue))
    .map(({ field, text, values }) => {
      return { field, option: optionOf(field), message: say(text, locale, values) };
    });
  const lines = fields.map(({ field, option, message }) => `• ${field}${option ? ` (${option})` : ''}: ${message}`);
  return new CliFailure({
    exit: exitCodes.invalid,
    code: 'INVALID_FORM',
    text: cliTexts.invalidForm,
    lines,
    details: { fields },
  });
}

type Problem = { field: string; text: Text; values?: Record<string, string | number> };

function fieldsOf(issue: Issue): Problem[] {
  const field = issue.path.map(String).join('.') || '.';
  const prefix = issue.path.length === 0 ? '' : `${field}.`;
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((key) => ({ field: `${prefix}${key}`, text: fieldTexts.unknown }));
    case 'invalid_value':
      if (issue.input === undefined) return [{ field, text: fieldTexts.missing }];
      return [{ field, text: fieldTexts.oneOf, values: { allowed: (issue.values ?? []).join(', ') } }];
    case 'too_small':
      return [tooSmall(field, issue)];
    case 'too_big':
      return [{ field, text: fieldTexts.tooLong, values: { maximum: Number(issue.maximum ?? 0) } }];
    case 'invalid_format':
      return [{ field, text: issue.format === 'date' ? fieldTexts.day : fieldTexts.pattern }];
    case 'invalid_type':
      return [{ field, text: issue.input === undefined ? fieldTexts.missing : typeText(issue.expected) }];
    default:
      return [{ field, text: fieldTexts.wrong }];
  }
}

function tooSmall(field: string, { origin, minimum }: Issue): Problem {
  const values = { minimum: Number(minimum ?? 0) };
  if (origin === 'number' || origin === 'int') return { field, text: fieldTexts.tooLow, values };
  return values.minimum > 1 ? { field, text: fieldTexts.tooFew, values } : { field, text: fieldTexts.empty };
}

function typeText(expected: string | undefined): Text {
  const texts: Record<string, Text> = {
    string: fieldTexts.needText,
    boolean: fieldTexts.needYesNo,
    array: fieldTexts.needList,
    object: fieldTexts.needFields,
    number: fieldTexts.needNumber,
    int: fieldTexts.needNumber,
  };
  return texts[expected ?? ''] ?? fieldTexts.wrong;
}
