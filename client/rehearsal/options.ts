import { parseArgs } from 'node:util';
import { rehearsalTexts } from '../../contract/texts/rehearsal/lines.ts';
import type { Locale, Values } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';
import { rehearsable } from './plan/season.ts';

/** One after the other, with one summary. */
export const everyProgramme = 'all';

/** What is asked for: `all`, or one programme. */
export type Options = {
  programmeIds: readonly string[];
  seed: number;
  /** Programme milliseconds per real one; null: what makes the season last `minutes`. */
  speed: number | null;
  /** Null: what the programme's season usually takes, and up to three times as many where the machine is busy. */
  minutes: number | null;
  /** Null: as many as the programme's season has. */
  nominations: number | null;
  rows: string[];
  keep: boolean;
  json: boolean;
  locale: Locale;
};

/** Thrown when the command line cannot be followed; `text` says in one line what would do. */
export class BadUsage extends Error {
  readonly locale: Locale;
  constructor(name: keyof typeof rehearsalTexts, values: Values, locale: Locale) {
    super(say(rehearsalTexts[name], locale, values));
    this.locale = locale;
  }
}

const known = [...rehearsable, everyProgramme].join(', ');

/** Reads the command line. Throws BadUsage. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args);
  const locale: Locale = values.lang === 'en' ? 'en' : 'vi';
  const [programmeId, ...rest] = positionals;
  if (programmeId === undefined || rest.length > 0) throw new BadUsage('usage', { known }, locale);
  const programmeIds = programmeId === everyProgramme ? rehearsable : [programmeId];
  if (!programmeIds.every((id) => rehearsable.includes(id)))
    throw new BadUsage('unknownProgramme', { name: programmeId, known }, locale);
  if (programmeIds.length > 1 && (values.rows !== undefined || values.keep))
    throw new BadUsage('oneOnly', { option: values.keep ? '--keep' : '--rows' }, locale);
  const number = (option: 'seed' | 'speed' | 'minutes' | 'nominations', whole: boolean): number | null => {
    const text = values[option];
    if (text === undefined) return null;
    const value = Number(text);
    const good = Number.isFinite(value) && (whole ? Number.isInteger(value) && value >= 0 : value > 0);
    if (!good || (option === 'nominations' && value < 1))
      throw new BadUsage('badValue', { option: `--${option}`, value: text }, locale);
    return value;
  };
  if (values.lang !== undefined && !['vi', 'en'].includes(values.lang))
    throw new BadUsage('badValue', { option: '--lang', value: values.lang }, locale);
  return {
    programmeIds,
    seed: number('seed', true) ?? 1,
    speed: number('speed', false),
    minutes: number('minutes', false),
    nominations: number('nominations', true),
    rows: values.rows?.split(',').map((row) => row.trim()) ?? [],
    keep: values.keep ?? false,
    json: values.json ?? false,
    locale,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        seed: { type: 'string' },
        speed: { type: 'string' },
        minutes: { type: 'string' },
        nominations: { type: 'string' },
        rows: { type: 'string' },
        keep: { type: 'boolean' },
        json: { type: 'boolean' },
        lang: { type: 'string' },
      },
    });
  } catch {
    throw new BadUsage('usage', { known }, args.includes('en') ? 'en' : 'vi');
  }
}
