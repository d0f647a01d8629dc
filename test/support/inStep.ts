import { expect } from 'vitest';
import { toReal } from '../../contract/clock.ts';
import type { WorkItem } from '../../contract/nomination.ts';
import { roundParts } from '../../contract/round.ts';
import { restore, stateOf, wakeAt } from '../../machines/interpreter.ts';
import { restoreRound, roundStateOf, roundWakeAt } from '../../machines/round/interpreter.ts';
import { roundWorkItemsOf } from '../../machines/round/workItems.ts';
import { workItemsOf } from '../../machines/workItems.ts';
import { roundById } from '../../store/queries/rounds.ts';
import type { HistoryEvents, Product } from './product.ts';
import { until } from './until.ts';

type Stands = { context: unknown; state: string; wakeAt: string | null; workItems: WorkItem[] };

/** Where the workflow itself says that the subject stands. */
export async function lifeOf(product: Product, id: string): Promise<Stands> {
  if (roundParts(id)) {
    const snapshot = restoreRound(await product.roundLife(id));
    const state = roundStateOf(snapshot);
    const { context } = snapshot;
    return { context, state, wakeAt: roundWakeAt(snapshot), workItems: roundWorkItemsOf(state, context) };
  }
  const snapshot = restore(await product.life(id));
  const state = stateOf(snapshot);
  const { context } = snapshot;
  return { context, state, wakeAt: wakeAt(snapshot), workItems: workItemsOf(state, context) };
}

/**
 * Checks that engine and record agree on everything a change can touch: facts, open matters, reminders to come, the
 * instant of the next wake-up, and that exactly one timer waits for it, or for an earlier instant at which it is set again.
 */
export async function expectInStep(product: Product, id: string): Promise<void> {
  const { sql } = product.store;
  const life = await lifeOf(product, id);
  const recorded = roundParts(id) ? (await roundById(product.store, id))?.snapshot : await product.recorded(id);
  expect(recorded?.context, id).toEqual(life.context);
  const wakes = roundParts(id)
    ? await sql`select wake_at as at from rounds where id = ${id}`
    : await sql`select deadline_wake_at as at from nominations where id = ${id}`;
  expect(
    wakes.map(({ at }) => iso(at)),
    id,
  ).toEqual([life.wakeAt]);

  const items = await sql<(Record<'key' | 'queue' | 'due' | 'next', string> & { level: number })[]>`
    select key, queue, due_at as due, next_escalation_at as next, level from work_items
    where subject_id = ${id} and closed_at is null order by key`;
  expect(
    items.map(({ key, queue, due, next, level }) => ({ key, queue, due: iso(due), next: iso(next), level })),
    id,
  ).toEqual(
    life.workItems
      .map(({ key, queue, dueAt, nextEscalationAt, level }) => ({
        key,
        queue,
        due: dueAt,
        next: nextEscalationAt,
        level,
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
  const now = product.now();
  const reminders = await sql<{ at: string }[]>`
    select r.remind_at as at from reminders r join work_items w on w.id = r.work_item_id
    where w.subject_id = ${id} and w.closed_at is null and r.sent_at is null and r.remind_at > ${now} order by 1`;
  const ahead = life.workItems.flatMap(({ remindAt }) => remindAt ?? []).filter((at) => at > now);
  expect(
    reminders.map(({ at }) => iso(at)),
    id,
  ).toEqual(ahead.toSorted());

  if (life.wakeAt === null) return;
  const wakeMs = toReal(product.clock, life.wakeAt);
  // The timer is set at the end of the workflow task, a moment after the answer.
  const [timer, ...more] = await until(`${id} waits for an instant`, async () => {
    const timers = pendingTimers(await product.history(id));
    return timers.length > 0 && timers;
  });
  expect(more, id).toEqual([]);
  expect(timer, id).toBeLessThanOrEqual(wakeMs + 1_000);
}

/** Gives the real instants (epoch ms) of the timers that are set and have neither fired nor been cancelled. */
function pendingTimers(events: HistoryEvents): number[] {
  const timers = new Map<string, number>();
  for (const { eventTime, timerStartedEventAttributes, ...event } of events) {
    const ms = (of: { seconds?: unknown; nanos?: number | null } | null | undefined) =>
      Number(of?.seconds ?? 0) * 1_000 + Math.floor((of?.nanos ?? 0) / 1e6);
    const { timerId, startToFireTimeout } = timerStartedEventAttributes ?? {};
    if (timerId) timers.set(timerId, ms(eventTime) + ms(startToFireTimeout));
    const ended = event.timerFiredEventAttributes?.timerId ?? event.timerCanceledEventAttributes?.timerId;
    if (ended) timers.delete(ended);
  }
  return [...timers.values()];
}

const iso = (instant: string) => new Date(instant).toISOString();
