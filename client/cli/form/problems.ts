import { cliTexts, fieldTexts } from '../../../contract/texts/cli.ts';
import type { Locale, Text } from '../../../contract/texts/text.ts';
import { say } from '../../../contract/texts/text.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import { optionOf } from './fieldOptions.ts';

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
  /** Of a union: what is wrong with the value as each of its kinds. */
  errors?: readonly (readonly Issue[])[];
  /** Of a check of our own: the name of its text in `fieldTexts`, with the values it needs. */
  params?: Record<string, unknown> | undefined;
};

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
      return [{ field, text: tooBig(issue), values: { maximum: Number(issue.maximum ?? 0) } }];
    case 'invalid_format':
      return [{ field, text: issue.format === 'date' ? fieldTexts.day : fieldTexts.pattern }];
    case 'invalid_type':
      return [{ field, text: issue.input === undefined ? fieldTexts.missing : typeText(issue.expected) }];
    case 'invalid_union':
      return unionProblems(field, issue);
    case 'custom':
      return [customProblem(field, issue)];
    default:
      return [{ field, text: fieldTexts.wrong }];
  }
}

/** Of a union's kinds, the one that was meant is the one all of whose fields are known. */
function unionProblems(field: string, { errors = [], path }: Issue): Problem[] {
  const [meant, ...others] = errors.filter((issues) =>
    issues.every((one) => one.code !== 'unrecognized_keys' && one.path.length > 0),
  );
  if (!meant || others.length > 0) return [{ field, text: fieldTexts.wrong }];
  return meant.flatMap((one) => fieldsOf({ ...one, path: [...path, ...one.path] }));
}

function customProblem(field: string, { params = {} }: Issue): Problem {
  const texts: Record<string, Text> = fieldTexts;
  const values = Object.entries(params).map(([name, value]) => [name, String(value)] as const);
  return { field, text: texts[String(params.problem)] ?? fieldTexts.wrong, values: Object.fromEntries(values) };
}

function isNumeric(origin: string | undefined): boolean {
  return origin === 'number' || origin === 'int';
}

function tooSmall(field: string, { origin, minimum }: Issue): Problem {
  const values = { minimum: Number(minimum ?? 0) };
  if (isNumeric(origin)) return { field, text: fieldTexts.tooLow, values };
  return values.minimum > 1 ? { field, text: fieldTexts.tooFew, values } : { field, text: fieldTexts.empty };
}

function tooBig({ origin }: Issue): Text {
  if (isNumeric(origin)) return fieldTexts.tooHigh;
  return origin === 'array' ? fieldTexts.tooMany : fieldTexts.tooLong;
}

function typeText(expected: string | undefined): Text {
  const texts: Record<string, Text> = {
    string: fieldTexts.needText,
    boolean: fieldTexts.needYesNo,
    array: fieldTexts.needList,
    object: fieldTexts.needFields,
    record: fieldTexts.needFields,
    number: fieldTexts.needNumber,
    int: fieldTexts.needNumber,
  };
  return texts[expected ?? ''] ?? fieldTexts.wrong;
}
