import { isProvisionalDay, isWorkingDay } from '../../../../contract/calendar.ts';
import { endOfDay, localDay } from '../../../../contract/calendarDay.ts';
import type { DeadlineName } from '../../../../contract/states.ts';
import { deadlineOf } from '../../../../machines/deadlines.ts';
import { calendarFor } from '../../../../programmes/planCalendar.ts';
import type { Check, Findings } from '../check.ts';
import { holdsUnless, reaches, skipped } from '../check.ts';

/** Seed 002: five years in one round per movement, working days, timers years ahead, and a restart on the way. */
export function boYTeChecks(findings: Findings): Check[] {
  const { programme, rows, plan, lives, evidence, restarts } = findings;
  const [phase] = programme.phases;
  const spanning = rows.filter(({ roundId }) => {
    const approved = evidence.rounds.find(({ id }) => id === roundId)?.snapshot.context.approved;
    if (!approved || !phase) return false;
    const begins = localDay(approved.opensAt).slice(0, 4) === phase.from.slice(0, 4);
    return begins && approved.closesAt >= endOfDay(phase.to);
  });
  const short = rows.filter((row) => !spanning.includes(row)).map(({ roundId }) => roundId);
  const twice = rows.map(({ movementId }) => movementId).filter((id, index, all) => all.indexOf(id) !== index);

  const ahead = lives.filter((life) => life.plan.story === 'yearsAhead' && life.nominationId !== null);
  const misfired = ahead
    .filter(({ nominationId }) => evidence.nominations.find(({ id }) => id === nominationId)?.state !== 'expired')
    .map(({ nominationId }) => String(nominationId));
  const restarted = reaches('restarted', restarts, plan.restartAt === null ? 0 : 1, { ahead: ahead.length });
  return [
    holdsUnless('fiveYears', [...short, ...twice], { count: spanning.length }),
    ...workingDayChecks(findings, calendarFor(programme, plan.from)),
    holdsUnless('yearsAhead', misfired, { count: ahead.length }),
    plan.restartAt === null ? skipped(restarted) : restarted,
  ];
}

/** Stages counted in working days end on one, and say so where the calendar of their days had not been announced. */
function workingDayChecks({ programme, evidence }: Findings, calendar: ReturnType<typeof calendarFor>): Check[] {
  const rules = Object.entries(programme.configured.deadlines);
  const counted = new Set(rules.filter(([, rule]) => rule?.counting === 'working').map(([name]) => name));
  const stages = Object.entries(deadlineOf).filter(([, name]) => name !== null && counted.has(name as DeadlineName));
  const nominations = new Set(evidence.nominations.map(({ id }) => id));
  const entered = new Set(stages.map(([state]) => state));
  // A matter is named by the state it lies in, and by its owner where there are several.
  const matters = evidence.matters.filter(
    ({ subjectId, key }) => nominations.has(subjectId) && entered.has(key.split(':')[0] ?? ''),
  );
  // After a hold the remaining time runs on, to whatever instant that is: only what ends with a day was counted.
  const onRest = matters.filter(({ dueAt }) => {
    const day = localDay(dueAt);
    return dueAt === endOfDay(day) && !isWorkingDay(calendar, day);
  });
  const marked = matters.filter(({ provisional }) => provisional);
  const unmarked = matters.filter(
    ({ dueAt, provisional }) => isProvisionalDay(calendar, localDay(dueAt)) && !provisional,
  );
  return [
    holdsUnless(
      'workingDays',
      [...onRest, ...unmarked].map(({ subjectId, key, dueAt }) => `${subjectId} ${key} ${dueAt}`),
      { count: matters.length, provisional: marked.length },
    ),
  ];
}
