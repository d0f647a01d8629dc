import { addDays } from '../../../../contract/calendar.ts';
import { localDay } from '../../../../contract/calendarDay.ts';
import type { NominationInput } from '../../../../contract/nomination.ts';
import { workingCalendar } from '../../../../programmes/calendar/build.ts';
import type { Season } from './season.ts';
import { units } from './season.ts';

export type Beginning = {
  rounds: string[];
  nominations: string[];
  /** Nominations in the new round. */
  each: number;
  /** Lets what is due pass; absent where timers do it. */
  pass?: () => Promise<void>;
};

/** Standard road, one authority, one body in charge: the movements of programme 004 a random season is played in. */
const movements = ['2.5', '2.6', '2.4', '2.3', '2.2', '2.7', '2.8', '2.9', '2.11', '2.1', '2.10', '1'];

/** Launches one more round, with nominations of two units; every third counts working days, some by an old calendar. */
export async function begin(season: Season, { rounds, nominations, each, pass }: Beginning): Promise<void> {
  const [{ begun } = { begun: 0 }] = await season.store.sql<
    { begun: number }[]
  >`select count(*)::integer as begun from rounds`;
  const movement = movements[begun];
  if (movement === undefined) throw new RangeError('No movement is left to launch');
  const today = localDay(season.now());
  const days = { opensOn: addDays(today, -2), closesOn: addDays(today, 150), answerBy: addDays(today, 60) };
  const roundId = await season.launch(
    movement,
    begun % 2 === 0 ? days : { opensOn: days.opensOn, closesOn: days.closesOn },
  );
  await pass?.();
  rounds.push(roundId);
  for (let number = 1; number <= each; number += 1) {
    const unit = units[number % units.length] ?? units[0];
    nominations.push(await season.nominate(roundId, unit, nominations.length + 1, changes(number)));
  }
}

function changes(number: number): Partial<NominationInput> {
  if (number % 3 !== 0) return {};
  const review = {
    count: { days: 12, kind: 'working' as const },
    grace: { kind: 'soft' as const, days: 2 },
    remindBefore: [3, 1],
  };
  const known = workingCalendar(2020, 2023);
  // As if no yearly notice had been issued yet.
  const old = { ...known, ref: 'lich-cu@1#000000000000', off: known.off.filter((day) => !day.startsWith('2021-1')) };
  return { plan: { review } as NominationInput['plan'], ...(number % 2 === 0 ? { calendar: old } : {}) };
}
