import type { WorkItem } from '../../contract/nomination.ts';
import type { ViolationCode } from '../../contract/texts/check.ts';
import { isOver, restore, stateOf } from '../../machines/interpreter.ts';
import { isRoundDone, restoreRound, roundStateOf } from '../../machines/round/interpreter.ts';
import { roundWorkItemsOf } from '../../machines/round/workItems.ts';
import { workItemsOf } from '../../machines/workItems.ts';
import type { ItemOnRecord, NominationOnRecord, RoundOnRecord } from '../../store/queries/checkSubjects.ts';
import type { Suspect } from '../../store/queries/checks.ts';

/** What the machine says of a subject, as the record must have it. Null: it is over. */
type Expected = { state: string; revision: number; dueAt: string | null; wakeAt: string | null; items: WorkItem[] };
type Subject = { kind: 'nomination' | 'round'; id: string };

/** Gives where the record of an open nomination differs from what its stored machine says must be open now. */
export function compareNomination(row: NominationOnRecord): Suspect<ViolationCode>[] {
  return compared({ kind: 'nomination', id: row.id }, row, () => {
    const snapshot = restore(row.snapshot);
    if (isOver(snapshot)) return null;
    const { context } = snapshot;
    const state = stateOf(snapshot);
    const { dueAt = null, wakeAt = null } = context.deadline ?? {};
    return { state, revision: context.revision, dueAt, wakeAt, items: workItemsOf(state, context) };
  });
}

/** Gives where the record of an open round differs from what its stored machine says must be open now. */
export function compareRound(row: RoundOnRecord): Suspect<ViolationCode>[] {
  return compared({ kind: 'round', id: row.id }, row, () => {
    const snapshot = restoreRound(row.snapshot);
    if (isRoundDone(snapshot)) return null;
    const { context } = snapshot;
    const state = roundStateOf(snapshot);
    const wakeAt = context.deadlines[0]?.wakeAt ?? null;
    return { state, revision: context.revision, dueAt: null, wakeAt, items: roundWorkItemsOf(state, context) };
  });
}

function compared(
  subject: Subject,
  row: NominationOnRecord | RoundOnRecord,
  expectedOf: () => Expected | null,
): Suspect<ViolationCode>[] {
  let expected: Expected | null;
  try {
    expected = expectedOf();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ code: 'SNAPSHOT_UNREADABLE', ...subject, detail: { message } }];
  }
  // That an ended one is not marked as over is found by itself.
  if (!expected) return [];
  const projection = differences(
    { state: row.state, revision: String(row.revision), dueAt: instant(row.dueAt), wakeAt: instant(row.wakeAt) },
    {
      state: expected.state,
      revision: String(expected.revision),
      dueAt: expected.dueAt ?? '',
      wakeAt: expected.wakeAt ?? '',
    },
  ).map((detail) => ({ code: 'STATE_DISAGREES' as const, ...subject, detail }));
  // Nothing at all is told once, not item by item.
  return row.items.length === 0 ? projection : [...projection, ...comparedItems(subject, row.items, expected.items)];
}

function comparedItems(subject: Subject, rows: ItemOnRecord[], wanted: WorkItem[]): Suspect<ViolationCode>[] {
  const [byKey, wantedByKey] = [
    new Map(rows.map((row) => [row.key, row])),
    new Map(wanted.map((one) => [one.key, one])),
  ];
  return [...new Set([...byKey.keys(), ...wantedByKey.keys()])].flatMap((key) => {
    const [row, one] = [byKey.get(key), wantedByKey.get(key)];
    if (!row || !one) {
      const [recorded, expected] = [row ? 'open' : 'absent', one ? 'open' : 'absent'];
      return [
        { code: 'WORK_ITEM_DISAGREES' as const, ...subject, detail: { key, field: 'present', recorded, expected } },
      ];
    }
    return [
      ...differences(factsOfRow(row), factsOf(one)).map((detail) => {
        return { code: 'WORK_ITEM_DISAGREES' as const, ...subject, detail: { key, ...detail } };
      }),
      ...comparedReminders(row, one).map((detail) => {
        return { code: 'REMINDERS_DISAGREE' as const, ...subject, detail: { key, ...detail } };
      }),
    ];
  });
}

type Facts = Record<string, string>;

function factsOfRow({ queue, dueAt, nextEscalationAt, level, escalatedTo, provisional }: ItemOnRecord): Facts {
  return {
    ...{ queue, dueAt: instant(dueAt), nextEscalationAt: instant(nextEscalationAt) },
    ...{ level: String(level), escalatedTo: escalatedTo ?? '', provisional: provisional ? 'yes' : 'no' },
  };
}

function factsOf({ queue, dueAt, nextEscalationAt, level, escalatedTo, provisional }: WorkItem): Facts {
  return {
    ...{ queue, dueAt: instant(dueAt), nextEscalationAt: instant(nextEscalationAt) },
    ...{ level: String(level), escalatedTo: escalatedTo ?? '', provisional: provisional ? 'yes' : 'no' },
  };
}

/** Those that wait must be named by the item, and each it names must be waiting or sent. One that was sent may stay. */
function comparedReminders({ reminders }: ItemOnRecord, { remindAt = [] }: WorkItem): Facts[] {
  const named = new Set(remindAt.map((at) => instant(at)));
  const rows = reminders.map(({ at, sent }) => ({ at: instant(at), sent }));
  const known = new Set(rows.map(({ at }) => at));
  const fits = rows.every(({ at, sent }) => sent || named.has(at)) && [...named].every((at) => known.has(at));
  if (fits) return [];
  const listed = (instants: Iterable<string>) => [...instants].sort().join(', ');
  return [{ recorded: listed(known), expected: listed(named) }];
}

function differences(recorded: Facts, expected: Facts): Facts[] {
  return Object.keys(expected).flatMap((field) => {
    const [is, must] = [recorded[field] ?? '', expected[field] ?? ''];
    return is === must ? [] : [{ field, recorded: is, expected: must }];
  });
}

/** The database writes instants in its own way. */
function instant(at: string | null): string {
  return at === null || at === '' ? '' : new Date(at).toISOString();
}
