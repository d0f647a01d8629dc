import { startOfDay } from '../../../../contract/calendarDay.ts';
import { notStated } from '../../../../contract/programme.ts';
import type { Check, Findings } from '../check.ts';
import { holdsUnless } from '../check.ts';

/** Seed 003: a phase begun before its letter, a second one that follows at once, and movements nobody moves in. */
export function thanhHoaChecks({ programme, rows, evidence, boundaries }: Findings): Check[] {
  const { date } = programme.document;
  const written = date === notStated ? '' : startOfDay(date.value);
  const [first] = programme.phases;
  const begun = evidence.rounds.filter(({ phaseId }) => phaseId === first?.id);
  const notRetroactive = begun
    .filter(({ snapshot, openedAt }) => {
      const { approved } = snapshot.context;
      return !(approved && approved.nominationsFrom < written && openedAt !== null && openedAt >= written);
    })
    .map(({ id }) => id);

  const astray = boundaries.flatMap(({ before, after, lastInstant, firstInstant }) => [
    ...(lastInstant.round === before ? [] : [`${lastInstant.at}: ${lastInstant.round} ≠ ${before}`]),
    ...(firstInstant.round === after ? [] : [`${firstInstant.at}: ${firstInstant.round} ≠ ${after}`]),
  ]);
  const opened = (id: string): string => evidence.rounds.find((each) => each.id === id)?.openedAt ?? '';
  const ended = (id: string): string =>
    evidence.roundTransitions.find(({ roundId, from, to }) => roundId === id && from === 'open' && to !== 'open')?.at ??
    '';
  const early = boundaries
    .filter(({ before, after, firstInstant: { at } }) => opened(after) < at || ended(before) < at)
    .map(({ after }) => after);

  const alone = rows.filter(({ incidents }) => incidents.includes('leftAlone')).map(({ roundId }) => roundId);
  const stalled = evidence.roundTransitions
    .filter(({ type }) => type === 'movement.stall')
    .map(({ roundId }) => roundId);
  const unalarmed = [
    ...alone.filter((id) => !stalled.includes(id)).map((id) => `${id}: no alert`),
    ...stalled.filter((id) => !alone.includes(id)).map((id) => `${id}: alert`),
  ];
  return [
    holdsUnless('begunBeforeItsLetter', notRetroactive, { count: begun.length }),
    holdsUnless('phasesMeet', [...astray, ...early], { count: boundaries.length }),
    holdsUnless('stalledMovement', unalarmed, { count: stalled.length }),
  ];
}
