import { parse, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import { cliTexts } from '../../../contract/texts/cli.ts';
import type { Locale } from '../../../contract/texts/text.ts';
import { say } from '../../../contract/texts/text.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { World } from '../world.ts';
import { invalidForm } from './problems.ts';

export type Form = { [field: string]: unknown };

/**
 * Reads a form file, YAML or JSON. YAML values are taken as written: read as numbers, movement 2.10 would become 2.1.
 * Throws CliFailure when the file cannot be read or is not a form.
 */
export function readForm(world: World, path: string, locale: Locale): Form {
  const text = readFormText(world, path, locale);
  let form: unknown;
  try {
    form = path.toLowerCase().endsWith('.json') ? JSON.parse(text) : asWritten(parse(text, { schema: 'failsafe' }));
  } catch (error) {
    throw fileFailure(path, syntaxProblem(error));
  }
  if (!isForm(form)) throw fileFailure(path, say(cliTexts.fileNotForm, locale));
  return form;
}

/** Gives whether the value is made of named fields. */
export function isForm(value: unknown): value is Form {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Gives the checked form. Throws CliFailure naming every wrong field. */
export function checkForm<S extends z.ZodType>(schema: S, form: unknown, locale: Locale): z.output<S> {
  const checked = schema.safeParse(form, { reportInput: true });
  if (!checked.success) throw invalidForm(checked.error.issues, locale);
  return checked.data;
}

const yesNoFields = new Set(['directWorker']);
const yes = new Set(['true', 'yes', 'có']);
const no = new Set(['false', 'no', 'không']);

/** Gives the YAML value with yes-or-no fields as booleans and empty values left out. */
function asWritten(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => asWritten(item));
  if (isForm(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== '' && member !== '~' && member !== 'null');
    return Object.fromEntries(members.map(([key, member]) => [key, asWritten(member, key)]));
  }
  if (typeof value === 'string' && yesNoFields.has(field)) {
    const word = value.normalize('NFC').toLowerCase();
    return yes.has(word) ? true : no.has(word) ? false : value;
  }
  return value;
}

function readFormText(world: World, path: string, locale: Locale): string {
  try {
    // Windows editors begin UTF-8 files with a mark that JSON does not allow.
    return world.readText(path).replace(/^\uFEFF/, '');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw fileFailure(path, missing ? say(cliTexts.fileMissing, locale) : messageOf(error));
  }
}

function syntaxProblem(error: unknown): string {
  if (error instanceof YAMLParseError) return error.message.split('\n')[0]?.replace(/:$/, '') ?? error.code;
  return messageOf(error);
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}

function fileFailure(file: string, reason: string): CliFailure {
  return new CliFailure({
    exit: exitCodes.invalid,
    code: 'FILE_UNREADABLE',
    text: cliTexts.fileUnreadable,
    values: { file, reason },
    details: { file },
  });
}
