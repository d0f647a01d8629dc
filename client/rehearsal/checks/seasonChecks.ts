import { isMoving } from '../plan/rows.ts';
import { seasonOf } from '../plan/season.ts';
import { isToldOut } from '../play/life.ts';
import { stories, storyNames } from '../stories/catalogue.ts';
import { fitsIn } from '../stories/story.ts';
import type { Check, Findings } from './check.ts';
import { holdsUnless, reaches, skipped } from './check.ts';

/** Of a province with many units, not each of them need nominate. */
const leastUnits = 12;

/** Whether the season was a whole one: enough of everything, and every story told to its end. */
export function seasonChecks({ plan, rows, lives, errors, evidence, endedAt }: Findings): Check[] {
  const { nominations } = evidence;
  const told = lives.filter((life) => isToldOut(life, endedAt) && life.mishaps.length === 0);
  const names = storyNames.filter((name) => rows.some((row) => fitsIn(stories[name], row)));
  const untold = names.filter((name) => !told.some((life) => life.plan.story === name));
  const units = new Set(nominations.map(({ unitId }) => unitId)).size;
  const wholeSeason = seasonOf(plan.programmeId).nominations;
  const used = new Set(nominations.map(({ roundId }) => roundId));
  const moving = rows.filter(isMoving);
  const amount: Check[] = [
    reaches('enoughNominations', nominations.length, wholeSeason),
    reaches('enoughUnits', units, Math.min(leastUnits, new Set(rows.flatMap((row) => row.units)).size)),
    holdsUnless(
      'everyRow',
      moving.filter(({ roundId }) => !used.has(roundId)).map(({ id }) => id),
      { count: used.size, of: moving.length },
    ),
    holdsUnless('everyStory', untold, { count: names.length - untold.length, of: names.length }),
  ];
  const whole = plan.nominations.filter(({ ends }) => ends !== null).length >= wholeSeason;
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
