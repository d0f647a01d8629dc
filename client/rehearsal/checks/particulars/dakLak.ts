import { localDay } from '../../../../contract/calendarDay.ts';
import { notStated } from '../../../../contract/programme.ts';
import { isAwarded } from '../awardChecks.ts';
import type { Check, Findings } from '../check.ts';
import { holdsUnless } from '../check.ts';

/** The number of the movement launched specially (seed 000, part 5). */
const special = '5';

/** Seed 000: signed on behalf, a specially launched movement, no quota, and shares that are only reported. */
export function dakLakChecks({ programme, rows, lives, evidence, figures }: Findings): Check[] {
  const { signatory } = programme;
  const onBehalf = signatory === notStated ? null : signatory.onBehalf;
  const deputies = evidence.roundTransitions.filter(
    ({ type, actorId }) => type === 'plan.approve' && actorId === 'dl.deputy',
  );

  const covid = rows.find(({ movementId }) => movementId === special);
  const own = evidence.nominations.filter(({ movementId }) => movementId === special);
  const launched = evidence.rounds.find(({ movementId }) => movementId === special)?.openedAt ?? null;
  const others = evidence.rounds
    .filter(({ movementId }) => movementId !== special)
    .flatMap(({ openedAt }) => openedAt ?? []);
  // Movements launched on one day open in any order, some milliseconds of the machine apart: hours of a fast season.
  const first = launched !== null && others.every((at) => localDay(launched) <= localDay(at));

  const { awarded, adHocAwarded, directAwarded } = figures.total;
  const sum = (counts: { collective: number; individual: number }): number => counts.collective + counts.individual;
  const awards = evidence.nominations.filter(isAwarded);
  const adHoc = awards.filter(({ road }) => road === 'simplified');
  // Direct workers are people: collectives are none.
  const people = awards.filter(({ nominee }) => nominee.kind === 'individual');
  const direct = people.filter(({ id }) =>
    lives.some((life) => life.nominationId === id && life.plan.nominee.directWorker),
  );
  const unlike = [
    sum(awarded) === awards.length ? null : `${sum(awarded)} ≠ ${awards.length}`,
    sum(adHocAwarded) === adHoc.length ? null : `${sum(adHocAwarded)} ≠ ${adHoc.length}`,
    directAwarded.individual === direct.length ? null : `${directAwarded.individual} ≠ ${direct.length}`,
    rows.every(({ quotas }) => quotas.collective.ceiling === null && quotas.individual.ceiling === null)
      ? null
      : 'quota',
  ];
  const percent = (part: number, of: number): number => (of === 0 ? 0 : Math.round((100 * part) / of));
  return [
    holdsUnless('signedOnBehalf', onBehalf?.value.startsWith('KT.') ? [] : ['–'], {
      form: onBehalf?.value ?? '–',
      count: deputies.length,
    }),
    holdsUnless('specialMovement', covid && (!first || own.length === 0) ? [String(launched)] : [], {
      day: launched === null ? '–' : localDay(launched),
      count: own.length,
    }),
    holdsUnless(
      'sharesReported',
      unlike.filter((each) => each !== null),
      {
        count: awards.length,
        adHoc: percent(adHoc.length, awards.length),
        direct: percent(direct.length, people.length),
      },
    ),
  ];
}
