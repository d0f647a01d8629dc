import { wholeSeason } from '../plan/allocate.ts';
import { isToldOut } from '../play/life.ts';
import { stories, storyNames } from '../stories/catalogue.ts';
import type { Check, Findings } from './check.ts';
import { holdsUnless, reaches, skipped } from './check.ts';

const leastUnits = 12;

/** Whether the season was a whole one: enough of everything, and every story told to its end. */
export function seasonChecks({ plan, rows, lives, errors, evidence, endedAt }: Findings): Check[] {
  const { nominations } = evidence;
  const told = lives.filter((life) => isToldOut(life, endedAt) && life.mishaps.length === 0);
  const names = storyNames.filter((name) => rows.some((row) => stories[name].fits(row)));
  const untold = names.filter((name) => !told.some((life) => life.plan.story === name));
  const units = new Set(nominations.map(({ unitId }) => unitId)).size;
  const used = new Set(nominations.map(({ movementId }) => movementId));
  const amount: Check[] = [
    reaches('enoughNominations', nominations.length, wholeSeason),
    reaches('enoughUnits', units, leastUnits),
    holdsUnless(
      'everyRow',
      rows.map(({ id }) => id).filter((id) => !used.has(id)),
      { count: used.size, of: rows.length },
    ),
    holdsUnless('everyStory', untold, { count: names.length - untold.length, of: names.length }),
  ];
  const whole = plan.nominations.length >= wholeSeason;
  const astray = lives
    .filter((life) => !told.includes(life))
    .map(
      ({ plan: { key, story, ends }, nominationId, state, mishaps }) =>
        `${nominationId ?? key} (${story}): ${state ?? '–'} ≠ ${ends ?? '–'}${mishaps.length > 0 ? `; ${mishaps[0]}` : ''}`,
    );
  return [
    ...amount.map((check) => (whole ? check : skipped(check))),
    holdsUnless('storiesEndAsTold', astray, { count: told.length, of: lives.length }),
    holdsUnless(
      'noErrors',
      errors.map((error) => error.split('\n')[0] ?? error),
      { count: errors.length },
    ),
  ];
}
