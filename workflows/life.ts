import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  defineQuery,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { RecordActivities } from '../activities/record.ts';
import type { ProgrammeClock } from '../contract/clock.ts';
import { toProgramme, toReal } from '../contract/clock.ts';
import { actUpdate, lifeQuery } from '../contract/names.ts';
import type { Refusal } from '../contract/refusals.ts';
import { refusedFailureType } from '../contract/refusals.ts';

/** The local activities of every life. */
export const localActivities = proxyLocalActivities<RecordActivities>({
  // One database transaction; ten seconds cover a database that is just restarting.
  startToCloseTimeout: '10s',
  // Never give up: an applied event that is not recorded would be a lost decision.
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
});

/** An act that was received in time and cannot be delivered is asked about less and less often, at least this often. */
const longestPauseMs = 5_000;

/** Answers remembered for a redelivered act, beyond what the server itself remembers within a run. */
const rememberedAnswers = 200;

/** An applied event, as the interpreters of all machines give it. */
export type Step<S> = { snapshot: S; to: string; revision: number };
export type Answer<A extends { to: string }> = { state: A['to']; revision: number };

/** What arrives at the `act` Update: the event, and the key under which it is applied once. */
export type Delivery<E> = { key: string; inboxId: string | null; event: E };

/** One subject's machine and record, as its life needs them. */
export type Life<S, E extends { type: string; at: string }, A extends Step<S>, P, W> = {
  subjectId: string;
  clock: ProgrammeClock;
  apply(snapshot: S, event: E | Pass): A | null;
  refusals(snapshot: S, event: E): Refusal[];
  isOver(snapshot: S): boolean;
  /** The instant the pending deadline passes, and the one to set the timer for. */
  wakeAt(snapshot: S): string | null;
  armAt(snapshot: S, at: string): string | null;
  persist(snapshot: S): P;
  /** How an Update's argument names its event. */
  read(wire: W): Delivery<E>;
  /** Starts the local activity that writes the step down. */
  record(step: A, event: E | Pass, inboxId: string | null): Promise<void>;
  /** Goes on as a new run with what the old one knew. */
  continueWith(carried: { snapshot: P; handled: [string, Answer<A>][] }): Promise<never>;
  continueAfterEvents: number | undefined;
};
export type Pass = { type: 'deadline.pass'; at: string };

/** Where a life stands at the start of a run: just opened (its record under way), or carried over. */
export type Begun<S, A extends Step<S>> = { snapshot: S; recorded: Promise<unknown>; handled: [string, Answer<A>][] };

/**
 * Carries one subject through its whole life. It interprets the machine and holds no rule of its own: an Update is refused
 * or applied by the machine, each applied event is recorded once, and one durable timer waits for the absolute instant the
 * machine's context names. Gives the final snapshot. `begin` runs before any handler exists: a buffered Update is delivered
 * inside setHandler.
 */
export async function carry<S, E extends { type: string; at: string }, A extends Step<S>, P, W>(
  life: Life<S, E, A, P, W>,
  begun: Begun<S, A>,
): Promise<S> {
  const { subjectId, clock } = life;
  const handled = new Map<string, Answer<A>>(begun.handled);
  let now = begun.snapshot;
  let recorded = begun.recorded;

  /**
   * One local activity after the other. The audit chain must read as things happened; and two that are under way together
   * are answered one by one at first and together on replay, so that what follows from each may change places.
   */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = recorded.then(work);
    recorded = done;
    return done;
  }

  const realInstant = (at: string | null) => (at === null ? Number.POSITIVE_INFINITY : toReal(clock, at));
  const overdueFrom = () => realInstant(life.wakeAt(now));
  const full = () =>
    workflowInfo().continueAsNewSuggested ||
    workflowInfo().historyLength >= (life.continueAfterEvents ?? Number.POSITIVE_INFINITY);

  setHandler(defineQuery<P>(lifeQuery), () => life.persist(now));
  setHandler(
    defineUpdate<Answer<A>, [W]>(actUpdate),
    async (wire) => {
      const { key, inboxId, event } = life.read(wire);
      const before = handled.get(key);
      if (before) return before;
      const step = life.apply(now, event);
      if (!step) throw refusal(life.refusals(now, event));
      now = step.snapshot;
      const answer = { state: step.to, revision: step.revision } as Answer<A>;
      handled.set(key, answer);
      await inTurn(() => life.record(step, event, inboxId));
      return answer;
    },
    {
      validator: (wire) => {
        const { key, event } = life.read(wire);
        if (handled.has(key)) return;
        const reasons = life.refusals(now, event);
        if (reasons.length > 0) throw refusal(reasons);
      },
    },
  );

  let questions = 0;
  while (!life.isOver(now)) {
    if (full() && allHandlersFinished()) {
      await recorded;
      if (!allHandlersFinished()) continue;
      await life.continueWith({ snapshot: life.persist(now), handled: [...handled].slice(-rememberedAnswers) });
    }
    // Armed lazily: a deadline that moved later lets the timer fire early and be set again; only an earlier one cancels it.
    const armedFor = realInstant(life.armAt(now, toProgramme(clock, Date.now())));
    const changed = () => life.isOver(now) || overdueFrom() < armedFor || (full() && allHandlersFinished());
    if (armedFor > Date.now()) {
      if (armedFor === Number.POSITIVE_INFINITY) await condition(changed);
      else await condition(changed, armedFor - Date.now());
    }
    if (life.isOver(now) || overdueFrom() > Date.now()) continue;
    // Before a deadline passes, what was received in time is applied (an extension, say), and so is what is on record: a crash
    // may have taken an act from the engine alone, and it is being delivered again.
    const asked = now;
    const dueAtMs = overdueFrom();
    const drain = await inTurn(() => localActivities.drained({ subjectId, dueAtMs }));
    if (drain.state !== 'drained') {
      const waitMs = drain.state === 'early' ? drain.waitMs : Math.min(drain.waitMs * 2 ** questions++, longestPauseMs);
      await condition(() => now !== asked, waitMs);
      continue;
    }
    questions = 0;
    // The answer holds for this deadline only: acts applied meanwhile may have set another, which is overdue as well.
    if (overdueFrom() !== dueAtMs) continue;
    // The end instant itself is still in time, so the deadline has passed one millisecond later.
    const at = toProgramme(clock, Math.max(Date.now(), overdueFrom() + 1));
    const event = { type: 'deadline.pass' as const, at };
    const step = life.apply(now, event);
    if (!step) throw ApplicationFailure.nonRetryable(`deadline.pass ignored in ${subjectId}`, 'DeadlineIgnored');
    now = step.snapshot;
    // It must be in the history before it is on record: nobody would deliver it again after a crash in between.
    void inTurn(() => sleep(1));
    await inTurn(() => life.record(step, event, null));
  }
  await recorded;
  await condition(allHandlersFinished);
  return now;
}

/** Runs an opening; one that the machine does not accept fails the workflow, for any other error would be retried for ever. */
export function opened<A>(begin: () => A): A {
  try {
    return begin();
  } catch (error) {
    throw error instanceof Error ? ApplicationFailure.nonRetryable(error.message, error.name) : error;
  }
}

function refusal(reasons: Refusal[]): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusedFailureType,
    message: reasons.map((reason) => reason.code).join(', '),
    nonRetryable: true,
    details: [reasons],
  });
}
