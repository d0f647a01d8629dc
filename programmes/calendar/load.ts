import { join, relative } from 'node:path';
import type { Problem } from '../loader/problems.ts';
import { DefinitionError } from '../loader/problems.ts';
import { readYaml } from '../loader/yamlSource.ts';
import { checkShape } from '../loader/zodProblems.ts';
import type { CalendarSources } from './checks.ts';
import { checkFacts } from './checks.ts';
import type { CalendarFacts } from './schema.ts';
import { lawFileSchema, lunarFileSchema, noticesFileSchema } from './schema.ts';

/** Loads `law.yaml`, `lunar.yaml` and `notices.yaml` of the folder. Throws DefinitionError with every problem of all three. */
export function loadCalendar(folder: string = import.meta.dirname): CalendarFacts {
  const read = (name: string) => readYaml(join(folder, name), relative(process.cwd(), join(folder, name)));
  const sources = { law: read('law.yaml'), lunar: read('lunar.yaml'), notices: read('notices.yaml') };
  const { facts, problems } = checkCalendar(sources);
  if (!facts) throw new DefinitionError(problems);
  return facts;
}

/** Checks the parsed files. Gives the facts, or the problems in the order of the files' lines. */
export function checkCalendar(sources: CalendarSources): { facts: CalendarFacts | null; problems: Problem[] } {
  const problems = Object.values(sources).flatMap((source) => source.problems);
  const law = sources.law.value === undefined ? null : checkShape(sources.law, lawFileSchema);
  const lunar = sources.lunar.value === undefined ? null : checkShape(sources.lunar, lunarFileSchema);
  const notices = sources.notices.value === undefined ? null : checkShape(sources.notices, noticesFileSchema);
  problems.push(...(law?.problems ?? []), ...(lunar?.problems ?? []), ...(notices?.problems ?? []));
  if (law?.value && lunar?.value && notices?.value) {
    const facts = { law: law.value, lunar: lunar.value, notices: notices.value.notices };
    problems.push(...checkFacts(facts, sources));
    if (problems.length === 0) return { facts, problems };
  }
  problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return { facts: null, problems };
}

let shipped: CalendarFacts | null = null;

/** Gives the shipped facts, read once. */
export function shippedCalendar(): CalendarFacts {
  shipped ??= loadCalendar();
  return shipped;
}
