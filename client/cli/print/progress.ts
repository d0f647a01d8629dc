import { parseQueue } from '../../../contract/roles.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import { progressTexts } from '../../../contract/texts/progress.ts';
import type { NudgeOutcome } from '../../../store/nudge.ts';
import type { HolderProgress, QueueProgress } from '../../../store/queries/progress.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { bodyName, nameAndId, queueName } from './names.ts';
import { table } from './table.ts';

const hourMs = 3_600_000;

/** Gives each queue with its numbers, and under it the people who hold it with theirs. */
export function progressText(queues: QueueProgress[], names: Names, call: Call): string {
  if (queues.length === 0) return call.say(progressTexts.none);
  const { queue, open, overdue, oldest, nextDue, closed, median } = progressTexts;
  const header = [queue, open, overdue, oldest, nextDue, closed, median].map((text) => call.say(text));
  const told = distinctNames(queues, names);
  const rows = queues.flatMap((one) => [rowOf(one, told, call), ...holderRows(one.holders, call)]);
  const sum = (of: 'open' | 'overdue') => queues.reduce((total, one) => total + one[of], 0);
  const total = call.say(progressTexts.total, { open: sum('open'), overdue: sum('overdue') });
  return `${table(header, rows, call.world.columns)}\n\n${total}`;
}

/** Bodies of different provinces may be called the same: then each is told with its id. */
function distinctNames(queues: QueueProgress[], names: Names): Names {
  const bodies = [...new Set(queues.map(({ queue }) => parseQueue(queue).body))];
  const alike = (id: string) => bodies.filter((other) => bodyName(other, names) === bodyName(id, names)).length;
  return Object.fromEntries(bodies.map((id) => [id, alike(id) > 1 ? nameAndId(id, names) : bodyName(id, names)]));
}

function rowOf(one: QueueProgress, names: Names, call: Call): string[] {
  return [
    queueName(one.queue, names, call.locale),
    String(one.open),
    String(one.overdue),
    one.oldestSince === null ? call.say(progressTexts.dash) : dateTime(one.oldestSince),
    one.nextDueAt === null ? call.say(progressTexts.dash) : dateTime(one.nextDueAt),
    String(one.closed),
    lasting(one.medianHandlingMs, call),
  ];
}

function holderRows(holders: HolderProgress[], call: Call): string[][] {
  if (holders.length === 0) return [[`↳ ${call.say(progressTexts.nobody)}`]];
  return holders.map(({ id, name, closed, medianHandlingMs }) => [
    `↳ ${call.say(progressTexts.person, { id, name })}`,
    '',
    '',
    '',
    '',
    String(closed),
    lasting(medianHandlingMs, call),
  ]);
}

/** Hours below two days, days with one decimal above. */
function lasting(ms: number | null, call: Call): string {
  if (ms === null) return call.say(progressTexts.dash);
  const hours = ms / hourMs;
  if (hours < 48) return call.say(progressTexts.hours, { count: decimal(hours, call) });
  return call.say(progressTexts.days, { count: decimal(hours / 24, call) });
}

function decimal(value: number, call: Call): string {
  const text = value.toFixed(1);
  return call.locale === 'vi' ? text.replace('.', ',') : text;
}

/** Gives what came of a nudge, person by person. */
export function nudgeText(outcomes: NudgeOutcome[], call: Call): string {
  if (outcomes.length === 0) return call.say(progressTexts.nobodyHolds);
  return outcomes.flatMap((outcome) => linesOf(outcome, call)).join('\n');
}

function linesOf(outcome: NudgeOutcome, call: Call): string[] {
  const about = { name: outcome.name, id: outcome.personId };
  if (outcome.kind === 'alreadyNudged') {
    return [call.say(progressTexts.alreadyNudged, { ...about, by: outcome.by, at: dateTime(outcome.at) })];
  }
  if (outcome.kind !== 'nudged') return [call.say(progressTexts[outcome.kind], about)];
  const lines = outcome.matters.map(({ subjectId, dueAt, overdue }) =>
    call.say(progressTexts.matter, {
      subject: subjectId,
      due: dateTime(dueAt),
      late: overdue ? call.say(progressTexts.late) : '',
    }),
  );
  return [call.say(progressTexts.nudged, { ...about, count: outcome.matters.length }), ...lines];
}
