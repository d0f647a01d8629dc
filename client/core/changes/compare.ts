import { localDay } from '../../../contract/calendarDay.ts';
import { canonicalJson } from '../../../contract/canonicalJson.ts';
import type { ChangedSubject, DueMarks, MovedMatter } from '../../../contract/changes.ts';
import type { StageDue, WorkItem } from '../../../contract/nomination.ts';
import type { RoundDeadlineName, RoundStateName } from '../../../contract/roundStates.ts';
import type { DeadlineName, StateName } from '../../../contract/states.ts';
import { isDayOff } from './dayOff.ts';

type Rules = Partial<Record<DeadlineName, StageDue>>;
type AnyDeadline = DeadlineName | RoundDeadlineName;

/** A nomination or a round as far as a change can touch it. */
export type Standing = {
  state: StateName | RoundStateName;
  wakeAt: string | null;
  /** Every deadline there is: running, standing still (paused), or fixed ahead. */
  deadlines: { name: AnyDeadline; dueAt: string; provisional: boolean; paused: boolean }[];
  /** Of a round whose plan is approved: from when it takes nominations. */
  nominationsFrom: string | null;
  /** Ends of the window that hold for single units. */
  unitWindows: Record<string, string>;
  /** The units whose own end is provisional. */
  provisionalUnits: string[];
  rules: Partial<Record<AnyDeadline, StageDue>>;
  /** Of a round: the rules its plan gives to nominations still to be opened, and where it gives none those of the programme. */
  stages: { own: Rules; programme: Rules } | null;
  workItems: WorkItem[];
};

/** Gives what differs between the subject as it is and as the change leaves it; of reminders only those after `at`. */
export function differences(
  before: Standing,
  after: Standing,
  at: string,
): Pick<ChangedSubject, 'state' | 'deadlines' | 'nominationsFrom' | 'timer' | 'rules' | 'matters'> {
  return {
    state: { from: before.state, to: after.state },
    deadlines: deadlinesMoved(before, after),
    ...nominationsMoved(before, after),
    timer: { from: before.wakeAt, to: after.wakeAt },
    rules: rulesChanged(before, after),
    matters: mattersMoved(before.workItems, after.workItems, at),
  };
}

function deadlinesMoved(before: Standing, after: Standing): ChangedSubject['deadlines'] {
  const names = [...new Set([...before.deadlines, ...after.deadlines].map(({ name }) => name))];
  return [...names.flatMap((name) => deadlineMoved(before, after, name)), ...unitWindowsMoved(before, after)];
}

/** They follow the opening, and go on with it. */
function nominationsMoved(before: Standing, after: Standing): Pick<ChangedSubject, 'nominationsFrom'> {
  const [from, to] = [before.nominationsFrom, after.nominationsFrom];
  if (from === to) return {};
  const opening = find(after, 'opening');
  const mark = opening?.provisional && opening.dueAt === to ? { provisional: true as const } : {};
  return { nominationsFrom: { from, to, ...marks(to, opening?.paused), ...mark } };
}

/** A unit without an end of its own has everybody's. */
function unitWindowsMoved(before: Standing, after: Standing): ChangedSubject['deadlines'] {
  const end = (standing: Standing, unit: string) =>
    standing.unitWindows[unit] ?? find(standing, 'closing')?.dueAt ?? null;
  const paused = find(after, 'closing')?.paused;
  return Object.keys({ ...before.unitWindows, ...after.unitWindows }).flatMap((unit) => {
    const [from, to] = [end(before, unit), end(after, unit)];
    const own = Object.hasOwn(after.unitWindows, unit);
    const provisional = own ? after.provisionalUnits.includes(unit) : (find(after, 'closing')?.provisional ?? false);
    return from === to ? [] : [{ name: 'closing' as const, from, to, provisional, ...marks(to, paused), unit }];
  });
}

function deadlineMoved(before: Standing, after: Standing, name: AnyDeadline): ChangedSubject['deadlines'] {
  const [was, is] = [find(before, name), find(after, name)];
  const [from, to] = [was?.dueAt ?? null, is?.dueAt ?? null];
  if (from === to && was?.provisional === is?.provisional) return [];
  return [{ name, from, to, provisional: is?.provisional ?? false, ...marks(to, is?.paused) }];
}

/** The first of a name is the one that a change moves. */
function find({ deadlines }: Standing, name: AnyDeadline): Standing['deadlines'][number] | undefined {
  return deadlines.find((one) => one.name === name);
}

/** Of what stands still nobody can say yet on which day it will fall. */
function marks(to: string | null, paused: boolean | undefined): DueMarks {
  if (to === null) return {};
  if (paused) return { paused: true };
  return isDayOff(localDay(to)) ? { dayOff: true } : {};
}

/** A round and its nominations to come may have rules of the same name. */
function rulesChanged(before: Standing, after: Standing): ChangedSubject['rules'] {
  const own = rulesMoved(before.rules, after.rules);
  if (!before.stages || !after.stages) return own;
  const { own: stages, programme } = before.stages;
  const given = after.stages.own;
  // A rule the plan has not named so far is that of the programme.
  const names = Object.keys({ ...stages, ...given }) as DeadlineName[];
  const held = Object.fromEntries(names.map((name) => [name, stages[name] ?? programme[name]] as const));
  return [
    ...own.map((rule) => ({ ...rule, of: 'round' as const })),
    ...rulesMoved(held, given).map((rule) => ({ ...rule, of: 'nominations' as const })),
  ];
}

function rulesMoved(before: Standing['rules'], after: Standing['rules']): ChangedSubject['rules'] {
  const names = Object.keys({ ...before, ...after }) as AnyDeadline[];
  return names.flatMap((name) => {
    const [from, to] = [before[name] ?? null, after[name] ?? null];
    return canonicalJson(from) === canonicalJson(to) ? [] : [{ name, from, to }];
  });
}

function mattersMoved(before: WorkItem[], after: WorkItem[], at: string): MovedMatter[] {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const matter = matterMoved(
      key,
      before.find((item) => item.key === key),
      after.find((item) => item.key === key),
      at,
    );
    return matter ? [matter] : [];
  });
}

function matterMoved(key: string, was: WorkItem | undefined, is: WorkItem | undefined, at: string): MovedMatter | null {
  const ahead = (item: WorkItem | undefined) => (item?.remindAt ?? []).filter((instant) => instant > at);
  const [remindedBefore, remindedAfter] = [ahead(was), ahead(is)];
  const matter: MovedMatter = {
    key,
    queue: { from: was?.queue ?? null, to: is?.queue ?? null },
    dueAt: { from: was?.dueAt ?? null, to: is?.dueAt ?? null },
    nextEscalationAt: { from: was?.nextEscalationAt ?? null, to: is?.nextEscalationAt ?? null },
    level: { from: was?.level ?? null, to: is?.level ?? null },
    reminders: {
      dropped: remindedBefore.filter((instant) => !remindedAfter.includes(instant)),
      added: remindedAfter.filter((instant) => !remindedBefore.includes(instant)),
    },
  };
  const moves = [matter.queue, matter.dueAt, matter.nextEscalationAt, matter.level].some(({ from, to }) => from !== to);
  return moves || matter.reminders.dropped.length > 0 || matter.reminders.added.length > 0 ? matter : null;
}
