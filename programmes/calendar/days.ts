import { addDays, isWeeklyRest } from '../../contract/calendar.ts';
import { type Holiday, holidaysOf, inForceOn } from './holidays.ts';
import type { CalendarFacts, Notice } from './schema.ts';

/** Why a day is not an ordinary day of its weekday. */
export type Exception =
  | { kind: 'holiday'; holiday: Holiday; madeUpOn: string | null }
  | { kind: 'inLieu'; holiday: Holiday; basis: string }
  | { kind: 'swappedOff'; working: string; notice: Notice }
  | { kind: 'swappedIn'; off: string; notice: Notice };

/** What an unconfirmed fact would make of a day. */
export type Doubt = { working: boolean; notice: Notice };

/** Gives the year's days that differ from the weekly rest, or coincide with it, by their reason. */
export function exceptionsOf(facts: CalendarFacts, year: number): Map<string, Exception> {
  const exceptions = new Map<string, Exception>();
  for (const notice of facts.notices) {
    for (const { off, working, status } of notice.swaps ?? []) {
      if (status !== 'announced' || working === undefined) continue;
      exceptions.set(off, { kind: 'swappedOff', working, notice });
      exceptions.set(working, { kind: 'swappedIn', off, notice });
    }
  }
  const holidays = holidaysOf(facts, year);
  for (const holiday of holidays) exceptions.set(holiday.date, { kind: 'holiday', holiday, madeUpOn: null });
  // All holidays first: the day in lieu is a working day, so it skips those that come after, too.
  for (const holiday of holidays) {
    const law = inForceOn(facts.law.inLieu, holiday.date);
    if (!holiday.inLieu || !law || !isWeeklyRest(holiday.date)) continue;
    let lieu = addDays(holiday.date, 1);
    while (isWeeklyRest(lieu) || exceptions.has(lieu)) lieu = addDays(lieu, 1);
    exceptions.set(lieu, { kind: 'inLieu', holiday, basis: law.basis });
    exceptions.set(holiday.date, { kind: 'holiday', holiday, madeUpOn: lieu });
  }
  return exceptions;
}

/** Gives the days that a fact not yet confirmed would change, were it applied. */
export function doubtsOf(facts: CalendarFacts): Map<string, Doubt> {
  const doubts = new Map<string, Doubt>();
  for (const notice of facts.notices) {
    const { tet, besideNationalDay, swaps = [] } = notice;
    if (tet?.status === 'unconfirmed') for (const day of tet.days) doubts.set(day, { working: false, notice });
    if (besideNationalDay?.status === 'unconfirmed') doubts.set(besideNationalDay.day, { working: false, notice });
    for (const { off, working, status } of swaps) {
      if (status !== 'unconfirmed') continue;
      doubts.set(off, { working: false, notice });
      if (working !== undefined) doubts.set(working, { working: true, notice });
    }
  }
  return doubts;
}
