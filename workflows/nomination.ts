import {
  ApplicationFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { RecordActivities } from '../activities/record.ts';
import { toProgramme, toReal } from '../contract/clock.ts';
import { actUpdate, lifeQuery } from '../contract/names.ts';
import type {
  ActAnswer,
  ActEnvelope,
  NominationStart,
  PersistedNomination,
  RecordEntry,
} from '../contract/nomination.ts';
import { refusedFailureType } from '../contract/refusals.ts';
import { armAt } from '../machines/armAt.ts';
import type { Applied } from '../machines/interpreter.ts';
import { apply, begin, expires, isOver, persist, refusals, restore, stateOf, wakeAt } from '../machines/interpreter.ts';

export const actOnNomination = defineUpdate<ActAnswer, [ActEnvelope]>(actUpdate);
export const nominationLife = defineQuery<PersistedNomination>(lifeQuery);

const { record, drained } = proxyLocalActivities<RecordActivities>({
  // One database transaction; ten seconds cover a database that is just restarting.
  startToCloseTimeout: '10s',
  // Never give up: an applied event that is not recorded would be a lost decision.
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '10s' },
});

/** An act that was received in time and cannot be delivered is asked about less and less often, at least this often. */
const longestPauseMs = 5_000;

/** Answers remembered for a redelivered act, beyond what the server itself remembers within a run. */
const rememberedAnswers = 200;

/**
 * Carries one nomination through its whole life. It interprets the machine and holds no rule of its own: an Update is
 * refused or applied by the machine, each applied event is recorded once, and one durable timer waits for the absolute
 * instant the machine's context names. Returns the final answer.
 */
export async function nomination(start: NominationStart): Promise<ActAnswer> {
  const { clock } = start;
  const { nominationId } = start.input;
  const handled = new Map<string, ActAnswer>(start.carried?.handled);
  // The state exists before any handler does: a buffered Update is delivered inside setHandler.
  const opening = start.carried ? null : open(start);
  let life = opening ? opening.snapshot : restore(start.carried?.snapshot as PersistedNomination);
  let recorded: Promise<unknown> = opening
    ? record(entryOf(opening, { type: 'nomination.open', at: start.input.openedAt }, start.inboxId))
    : Promise.resolve();

  function entryOf(applied: Applied, event: RecordEntry['event'], inboxId: string | null): RecordEntry {
    const { from, to, revision, workItems, notices, snapshot } = applied;
    return { nominationId, revision, event, inboxId, from, to, snapshot: persist(snapshot), workItems, notices };
  }

  /**
   * One local activity after the other. The audit chain must read as things happened; and two that are under way together
   * are answered one by one at first and together on replay, so that what follows from each may change places.
   */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = recorded.then(work);
    recorded = done;
    return done;
  }

  const keep = (entry: RecordEntry) => inTurn(() => record(entry));

  const overdueFrom = () => realInstant(wakeAt(life));
  const realInstant = (at: string | null) => (at === null ? Number.POSITIVE_INFINITY : toReal(clock, at));
  const full = () =>
    workflowInfo().continueAsNewSuggested ||
    workflowInfo().historyLength >= (start.continueAfterEvents ?? Number.POSITIVE_INFINITY);

  setHandler(nominationLife, () => persist(life));
  setHandler(
    actOnNomination,
    async ({ inboxId, event }) => {
      const before = handled.get(inboxId);
      if (before) return before;
      const applied = apply(life, event);
      if (!applied) throw refusal(refusals(life, event));
      life = applied.snapshot;
      const answer = { state: applied.to, revision: applied.revision };
      handled.set(inboxId, answer);
      await keep(entryOf(applied, event, inboxId));
      return answer;
    },
    {
      validator: ({ inboxId, event }) => {
        if (handled.has(inboxId)) return;
        const reasons = refusals(life, event);
        if (reasons.length > 0) throw refusal(reasons);
      },
    },
  );

  let questions = 0;
  while (!isOver(life)) {
    if (full() && allHandlersFinished()) {
      await recorded;
      if (!allHandlersFinished()) continue;
      await continueAsNew<typeof nomination>({
        ...start,
        carried: { snapshot: persist(life), handled: [...handled].slice(-rememberedAnswers) },
      });
    }
    // Armed lazily: a deadline that moved later lets the timer fire early and be set again; only an earlier one cancels it.
    const armedFor = realInstant(armAt(life, toProgramme(clock, Date.now())));
    const changed = () => isOver(life) || overdueFrom() < armedFor || (full() && allHandlersFinished());
    if (armedFor > Date.now()) {
      if (armedFor === Number.POSITIVE_INFINITY) await condition(changed);
      else await condition(changed, armedFor - Date.now());
    }
    if (isOver(life) || overdueFrom() > Date.now()) continue;
    // Before a deadline ends a nomination, what was received in time is applied. Before any deadline passes, what is on record
    // is applied: a crash may have taken an act from the engine alone, and it is being delivered again.
    const asked = life;
    const dueAtMs = overdueFrom();
    const question = { nominationId, dueAtMs: expires(life) ? dueAtMs : 0 };
    const drain = await inTurn(() => drained(question));
    if (drain.state !== 'drained') {
      const waitMs = drain.state === 'early' ? drain.waitMs : Math.min(drain.waitMs * 2 ** questions++, longestPauseMs);
      await condition(() => life !== asked, waitMs);
      continue;
    }
    questions = 0;
    // The answer holds for this deadline only: acts applied meanwhile may have set another, which is overdue as well.
    if (overdueFrom() !== dueAtMs) continue;
    // The end instant itself is still in time, so the deadline has passed one millisecond later.
    const at = toProgramme(clock, Math.max(Date.now(), overdueFrom() + 1));
    const event = { type: 'deadline.pass' as const, at };
    const applied = apply(life, event);
    if (!applied) throw ApplicationFailure.nonRetryable(`deadline.pass ignored in ${stateOf(life)}`, 'DeadlineIgnored');
    life = applied.snapshot;
    // It must be in the history before it is on record: nobody would deliver it again after a crash in between.
    void inTurn(() => sleep(1));
    await keep(entryOf(applied, event, null));
  }
  await recorded;
  await condition(allHandlersFinished);
  return { state: stateOf(life), revision: persist(life).context.revision };
}

/** An opening that the machine does not accept fails the workflow; any other error would be retried for ever. */
function open(start: NominationStart): Applied {
  try {
    return begin(start.input);
  } catch (error) {
    throw error instanceof Error ? ApplicationFailure.nonRetryable(error.message, error.name) : error;
  }
}

function refusal(reasons: ReturnType<typeof refusals>): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusedFailureType,
    message: reasons.map((reason) => reason.code).join(', '),
    nonRetryable: true,
    details: [reasons],
  });
}
