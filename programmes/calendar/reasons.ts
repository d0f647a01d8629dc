import { isWeeklyRest } from '../../contract/calendar.ts';
import { calendarWarningTexts, dayReasonTexts, holidayTexts } from '../../contract/texts/calendar.ts';
import { day as written } from '../../contract/texts/dates.ts';
import type { Text } from '../../contract/texts/text.ts';
import type { Doubt, Exception } from './days.ts';
import { filled } from './filled.ts';
import type { Holiday } from './holidays.ts';
import type { CalendarFacts, Notice } from './schema.ts';

/** Gives why the day is off or worked, the law or notice that says so, and whether it is as every week. */
export function reasonOf(
  facts: CalendarFacts,
  date: string,
  exception: Exception | undefined,
  doubt: Doubt | undefined,
): { reason: Text; source: string; usual: boolean } {
  const plain = exception ? ofException(facts, exception, date) : ofWeekday(facts, date);
  // A doubt about what the calendar has already is none.
  if (!doubt || (doubt.working ? !isWeeklyRest(date) : exception !== undefined || isWeeklyRest(date))) {
    return { ...plain, usual: exception === undefined };
  }
  const text = doubt.working ? dayReasonTexts.unconfirmedWorking : dayReasonTexts.unconfirmedOff;
  const source = noticeName(doubt.notice);
  const values = { sourceVi: source.vi, sourceEn: source.en };
  return { reason: filled(text, { ...both(plain.reason), ...values }), source: plain.source, usual: false };
}

/** Gives how a notice is called in a sentence. */
export function noticeName({ number, issuer, tet, besideNationalDay }: Notice): Text {
  if (number !== null) return filled(calendarWarningTexts.notice, { number });
  return filled(tet || besideNationalDay ? calendarWarningTexts.noNumber : calendarWarningTexts.proposal, { issuer });
}

function ofWeekday({ law }: CalendarFacts, date: string): { reason: Text; source: string } {
  const source = law.weeklyRest.basis;
  if (!isWeeklyRest(date)) return { reason: dayReasonTexts.working, source };
  const sunday = new Date(`${date}T00:00:00.000Z`).getUTCDay() === 0;
  return { reason: sunday ? dayReasonTexts.sunday : dayReasonTexts.saturday, source };
}

function ofException(facts: CalendarFacts, exception: Exception, date: string): { reason: Text; source: string } {
  switch (exception.kind) {
    case 'holiday': {
      const { holiday, madeUpOn } = exception;
      const source = holiday.notice ? `${holiday.basis}; ${noticeSource(holiday.notice)}` : holiday.basis;
      return { reason: holidayReason(facts, holiday, madeUpOn), source };
    }
    case 'inLieu': {
      const { holiday, basis } = exception;
      const reason = filled(dayReasonTexts.inLieu, { ...nameOf(holiday), holiday: written(holiday.date) });
      return { reason: holiday.unannounced ? unannounced(facts, reason, date) : reason, source: basis };
    }
    case 'swappedOff':
      return {
        reason: filled(dayReasonTexts.swappedOff, { working: written(exception.working) }),
        source: noticeSource(exception.notice),
      };
    case 'swappedIn':
      return {
        reason: filled(dayReasonTexts.swappedIn, { off: written(exception.off) }),
        source: noticeSource(exception.notice),
      };
  }
}

function holidayReason(facts: CalendarFacts, holiday: Holiday, madeUpOn: string | null): Text {
  const { date } = holiday;
  const name = nameOf(holiday);
  const reason =
    madeUpOn !== null
      ? filled(dayReasonTexts.holidayOnRest, { ...name, lieu: written(madeUpOn) })
      : filled(isWeeklyRest(date) ? dayReasonTexts.holidayNotMadeUp : dayReasonTexts.holiday, name);
  return holiday.unannounced ? unannounced(facts, reason, date) : reason;
}

/** A notice that is there but not confirmed is not the same as none. */
function unannounced({ notices }: CalendarFacts, reason: Text, date: string): Text {
  const year = Number(date.slice(0, 4));
  const there = notices.some((notice) => notice.year === year && notice.tet !== undefined);
  return filled(there ? dayReasonTexts.unconfirmedYear : dayReasonTexts.unannounced, { ...both(reason), year });
}

/** A citation, as the documents write it: the number and who issued it. */
function noticeSource({ number, issuer }: Notice): string {
  return number === null ? issuer : `${number} (${issuer})`;
}

function nameOf({ id }: Holiday): { nameVi: string; nameEn: string } {
  return { nameVi: holidayTexts[id].vi, nameEn: holidayTexts[id].en };
}

function both(reason: Text): { reasonVi: string; reasonEn: string } {
  return { reasonVi: reason.vi, reasonEn: reason.en };
}
