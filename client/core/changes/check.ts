import { nextWorkingDay } from '../../../contract/calendar.ts';
import { localDay } from '../../../contract/calendarDay.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import { changeRequestSchema } from '../../../contract/changeSpec.ts';
import { deadlineNames } from '../../../contract/states.ts';
import { dateTime, day as written } from '../../../contract/texts/dates.ts';
import { buildYear, workingCalendar } from '../../../programmes/calendar/build.ts';
import type { ScopedRound } from '../../../store/queries/changes.ts';
import { checkForm } from '../send.ts';
import { isDayOff } from './dayOff.ts';
import { endOf } from './due.ts';
import { changeError } from './errors.ts';
import { roundName } from './roundShare.ts';
import { isWide, nominationName, partOf } from './share.ts';

/**
 * Gives the request as the schema has it. What it names may still not exist.
 * Throws ClientError INVALID_FORM, UNKNOWN_DEADLINE, DAY_OFF or DUE_NOT_AHEAD.
 */
export function checkedRequest(request: ChangeRequest, now: string): ChangeRequest {
  const checked = checkForm(() => changeRequestSchema.parse(request));
  const { spec } = checked;
  if (spec.kind !== 'deadline') return checked;
  if (nominationName(spec.deadline, spec.scope) === null && !isWide(spec.scope)) {
    throw changeError('UNKNOWN_DEADLINE', { deadline: spec.deadline, allowed: deadlineNames.join(', ') });
  }
  if ('on' in spec.to) checkDay(spec.to.on, now);
  return checked;
}

/** A day that is named is one on which somebody is there. Added days may end on a day off, and the preview warns of it. */
function checkDay(day: string, now: string): void {
  if (endOf(day) <= now) throw changeError('DUE_NOT_AHEAD', { day: written(day), now: dateTime(now) });
  if (!isDayOff(day)) return;
  const reason = buildYear(Number(day.slice(0, 4))).find(({ date }) => date === day)?.reason ?? { vi: '', en: '' };
  throw changeError(
    'DAY_OFF',
    { day: written(day), next: written(nextWorkingDay(workingCalendar(), day)) },
    { reason },
  );
}

/** Throws ClientError UNKNOWN_UNIT or WINDOW_REVERSED where the request does not fit the round. */
export function checkAgainstRound({ spec }: ChangeRequest, { id, snapshot }: ScopedRound): void {
  const { bodies, approved } = snapshot.context;
  const unit = partOf(spec.scope).unitId;
  if (unit !== undefined && !bodies.units.includes(unit)) {
    throw changeError('UNKNOWN_UNIT', { unit, round: id, allowed: bodies.units.join(', ') });
  }
  if (spec.kind !== 'deadline' || roundName(spec.deadline) !== 'closing' || !('on' in spec.to) || !approved) return;
  const from = localDay(approved.nominationsFrom);
  if (spec.to.on < from) {
    throw changeError('WINDOW_REVERSED', { round: id, from: written(from), day: written(spec.to.on) });
  }
}
