import { canonicalJson } from '../../../../contract/canonicalJson.ts';
import type { ChangedSubject, ChangePreview } from '../../../../contract/changes.ts';
import type { PersistedNomination } from '../../../../contract/nomination.ts';
import type { PersistedRound } from '../../../../contract/round.ts';
import { restore, wakeAt } from '../../../../machines/interpreter.ts';
import { deadlinesOf } from '../../../../machines/outlook.ts';
import { restoreRound, roundDeadlinesOf, roundWakeAt } from '../../../../machines/round/interpreter.ts';
import type { Store } from '../../../../store/connect.ts';

/** Everything a change can touch, of every subject, as the record and the engine have it. */
export type Dump = Record<string, Stands>;
type Matter = { queue: string; dueAt: string; nextEscalationAt: string; level: number; reminders: string[] };
export type Stands = {
  revision: number;
  state: string;
  /** By the engine's own snapshot. */
  wakeAt: string | null;
  deadlines: Record<string, string>;
  /** The deadlines that are provisional, but the end of a round's window, which is several. */
  provisional: string[];
  rules: Record<string, unknown>;
  /** Of a round whose plan is approved. */
  nominationsFrom: string | null;
  /** Open work items with the reminders that are still to come. */
  matters: Record<string, Matter>;
};
export type Life = (id: string) => Promise<PersistedNomination | PersistedRound> | PersistedNomination | PersistedRound;

type Clocks = Pick<Stands, 'wakeAt' | 'deadlines' | 'provisional' | 'rules' | 'nominationsFrom'>;

/** Reads it all, reminders after `at`. */
export async function dump(store: Store, life: Life, at: string): Promise<Dump> {
  const subjects = await store.sql<Subject[]>`
    select id, revision, state, 'nomination' as kind, closed_at is not null as over, snapshot from nominations
    union all select id, revision, state, 'round', closed_at is not null, snapshot from rounds`;
  const items = await store.sql<(Matter & { subjectId: string; key: string })[]>`
    select w.subject_id as "subjectId", w.key, w.queue, w.due_at as "dueAt", w.next_escalation_at as "nextEscalationAt", w.level,
      coalesce((select jsonb_agg(r.remind_at order by r.remind_at) from reminders r
        where r.work_item_id = w.id and r.sent_at is null and r.remind_at > ${at}), '[]') as reminders
    from work_items w where w.closed_at is null`;
  const iso = (instant: string) => new Date(instant).toISOString();
  const stands = subjects.map(async ({ id, revision, state, kind, over, snapshot }) => {
    // A workflow that has ended would be replayed for each question.
    const persisted = over ? snapshot : await life(id);
    const matters = items.filter((item) => item.subjectId === id);
    const standing: Stands = {
      revision,
      state,
      ...(kind === 'round' ? roundClocks(persisted as PersistedRound) : clocks(persisted as PersistedNomination)),
      matters: Object.fromEntries(
        matters.map(({ key, queue, dueAt, nextEscalationAt, level, reminders }) => [
          key,
          { queue, dueAt: iso(dueAt), nextEscalationAt: iso(nextEscalationAt), level, reminders: reminders.map(iso) },
        ]),
      ),
    };
    return [id, standing] as const;
  });
  return Object.fromEntries(await Promise.all(stands));
}

type Subject = {
  id: string;
  revision: number;
  state: string;
  kind: 'nomination' | 'round';
  over: boolean;
  snapshot: PersistedNomination | PersistedRound;
};

function clocks(persisted: PersistedNomination): Clocks {
  const snapshot = restore(persisted);
  const deadlines = Object.fromEntries(
    deadlinesOf(snapshot)
      .toReversed()
      .map(({ name, dueAt }) => [name, dueAt]),
  );
  const provisional = provisionalOf(deadlinesOf(snapshot));
  const rules = { ...persisted.context.plan };
  return { wakeAt: wakeAt(snapshot), deadlines, provisional, rules, nominationsFrom: null };
}

function roundClocks(persisted: PersistedRound): Clocks {
  const snapshot = restoreRound(persisted);
  const { plan, approved, unitWindows } = persisted.context;
  const deadlines = Object.fromEntries(roundDeadlinesOf(snapshot).map(({ name, dueAt }) => [name, dueAt]));
  const windows = Object.entries(unitWindows).map(([unit, end]) => [`closing ${unit}`, end]);
  if ('closing' in deadlines && approved) deadlines.closing = approved.closesAt;
  return {
    wakeAt: roundWakeAt(snapshot),
    deadlines: { ...deadlines, ...Object.fromEntries(windows) },
    provisional: provisionalOf(roundDeadlinesOf(snapshot).filter(({ name }) => name !== 'closing')),
    rules: { ...ruled('round', plan), ...ruled('nominations', approved?.stages ?? {}) },
    nominationsFrom: approved?.nominationsFrom ?? null,
  };
}

/** The first of a name is the one that a change moves. */
function provisionalOf(deadlines: { name: string; provisional: boolean }[]): string[] {
  const first = deadlines.filter((one, place) => deadlines.findIndex(({ name }) => name === one.name) === place);
  return first.flatMap(({ name, provisional }) => (provisional ? [name] : [])).sort();
}

/** A round has rules of its own, and of the same names those of nominations still to be opened. */
function ruled(of: 'round' | 'nominations', rules: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [`${of} ${name}`, rule]));
}

/** Gives what must be found afterwards if the preview told the truth: what was there, with every foretold move made. */
export function asForetold(before: Dump, preview: ChangePreview): Dump {
  const after = structuredClone(before);
  for (const subject of preview.subjects) {
    const stands = after[subject.id];
    if (!stands) throw new Error(`The preview names ${subject.id}, which is not there`);
    move(stands, subject);
  }
  return after;
}

function move(stands: Stands, subject: ChangedSubject): void {
  const expected = (what: string, found: unknown, from: unknown) => {
    if (found !== from) throw new Error(`${subject.id} ${what}: foretold from ${String(from)}, found ${String(found)}`);
  };
  expected('revision', stands.revision, subject.revision);
  expected('state', stands.state, subject.state.from);
  expected('timer', stands.wakeAt, subject.timer.from);
  stands.revision += 1;
  stands.state = subject.state.to;
  stands.wakeAt = subject.timer.to;
  if (subject.nominationsFrom) {
    expected('nominations', stands.nominationsFrom, subject.nominationsFrom.from);
    stands.nominationsFrom = subject.nominationsFrom.to;
  }
  const closing = subject.deadlines.find(({ name, unit }) => name === 'closing' && unit === undefined)?.to;
  for (const { name, unit, from, to, provisional } of subject.deadlines) {
    const key = unit === undefined ? name : `${name} ${unit}`;
    if (unit === undefined) expected(`deadline ${name}`, stands.deadlines[key] ?? null, from);
    // A unit whose end is everybody's has none of its own any more.
    if (to === null || (unit !== undefined && to === closing)) delete stands.deadlines[key];
    else stands.deadlines[key] = to;
    if (subject.kind === 'round' && name === 'closing') continue;
    const others = stands.provisional.filter((one) => one !== name);
    stands.provisional = (provisional ? [...others, name] : others).sort();
  }
  for (const { name, of, from, to } of subject.rules) {
    const key = of === undefined ? name : `${of} ${name}`;
    // Where the round has none for its nominations, that of the programme holds.
    if (of !== 'nominations' || key in stands.rules)
      expected(`rule ${key}`, canonicalJson(stands.rules[key] ?? null), canonicalJson(from));
    if (to === null) delete stands.rules[key];
    else stands.rules[key] = to;
  }
  for (const matter of subject.matters) {
    const was = stands.matters[matter.key];
    expected(`matter ${matter.key}`, was?.dueAt ?? null, matter.dueAt.from);
    const { queue, dueAt, nextEscalationAt, level, reminders } = matter;
    if (queue.to === null || dueAt.to === null || nextEscalationAt.to === null || level.to === null) {
      delete stands.matters[matter.key];
      continue;
    }
    const kept = (was?.reminders ?? []).filter((instant) => !reminders.dropped.includes(instant));
    stands.matters[matter.key] = {
      queue: queue.to,
      dueAt: dueAt.to,
      nextEscalationAt: nextEscalationAt.to,
      level: level.to,
      reminders: [...kept, ...reminders.added].sort(),
    };
  }
}

/** Gives who was told of the change, subject by subject, in the order of a preview. */
export async function toldOf(store: Store, changeId: string): Promise<string[]> {
  const rows = await store.sql<{ told: string }[]>`
    select subject_id || ' ' || template || ' ' || recipient_person as told from outbox
    where batch_id = ${changeId} and channel = 'email'`;
  return rows.map(({ told }) => told).sort();
}

export function foretoldPeople(preview: ChangePreview): string[] {
  return preview.subjects
    .flatMap(({ id, notices }) => notices.map(({ template, personId }) => `${id} ${template} ${personId}`))
    .sort();
}
