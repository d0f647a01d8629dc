import { setTimeout as sleep } from 'node:timers/promises';
import { ZodError } from 'zod';
import type { ProgrammeClock } from '../../contract/clock.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Actor } from '../../contract/roles.ts';
import { IncompletePlanError } from '../../machines/errors.ts';
import type { Store } from '../../store/connect.ts';
import type { InboxRow } from '../../store/deliver.ts';
import { confirmApplied, outcomeOf, recordRefusal, releaseWithError } from '../../store/deliver.ts';
import { actorAt } from '../../store/directory.ts';
import type { Engine, EngineAnswer } from './engine.ts';
import { openingOf } from './opening.ts';
import { refusalsOnRecord, shareOf } from './subject.ts';
import type { ActOutcome } from './types.ts';

export type DeliveryTo = { store: Store; engine: Engine; clock: ProgrammeClock };

/** An answer, or something that kept the act from reaching the engine: for ever, or while an earlier one waits. */
type Answer = EngineAnswer | { kind: 'failed' | 'waiting'; error: string };

/**
 * Brings one received act to the engine and writes down what became of it; the caller holds the row's lease.
 * An applied act gets its answer from `record`, in the transaction of its effect, and is closed here once the engine has
 * answered: only then does the engine's history hold it. Never throws for an engine that gives no answer: the act stays
 * received and is delivered again. Throws when the database fails.
 */
export async function deliver(to: DeliveryTo, row: InboxRow, known?: Actor | null): Promise<ActOutcome> {
  const actor = known === undefined ? await actorAt(to.store, row.actorId, row.programmeAt) : known;
  const answer: Answer = actor
    ? await ask(to, row, actor)
    : { kind: 'refused', refusals: [{ code: 'NOT_YOUR_ROLE', detail: { as: row.as, roles: '' } }] };
  switch (answer.kind) {
    case 'applied':
      await confirm(to, row.id);
      return { kind: 'applied', ...answer.answer };
    case 'started':
      return awaitSettled(to, row.id, 'engineUnreachable');
    case 'refused':
      return refuse(to, row, answer.refusals);
    case 'over':
      return settleEnded(to, row, actor);
    case 'waiting':
      await releaseWithError(to.store, row.id, answer.error);
      return { kind: 'received', because: 'earlierActWaiting' };
    case 'unreachable':
    case 'failed':
      await releaseWithError(to.store, row.id, answer.error);
      // Perhaps it is on record all the same; then it cannot be otherwise any more.
      return settled(to, row.id, 'engineUnreachable');
  }
}

async function ask(to: DeliveryTo, row: InboxRow, actor: Actor): Promise<Answer> {
  try {
    if (row.type === 'nomination.open') {
      const opening = await openingOf(to.store, row, actor);
      if (opening.kind !== 'ready') return opening;
      return to.engine.open({ input: opening.input, inboxId: row.id, clock: to.clock });
    }
    const share = shareOf(row, actor);
    return share.of === 'round'
      ? to.engine.actOnRound(row.subjectId, { key: row.id, inboxId: row.id, event: share.event })
      : to.engine.act(row.subjectId, { inboxId: row.id, event: share.event });
  } catch (error) {
    // A stored body that no longer fits its schema, or a plan that gives no date (RangeError, IncompletePlanError), must not
    // stop the acts of others; it stays visible with its error.
    if (error instanceof ZodError || error instanceof RangeError || error instanceof IncompletePlanError)
      return { kind: 'failed', error: error.message };
    throw error;
  }
}

async function refuse(to: DeliveryTo, row: InboxRow, refusals: Refusal[]): Promise<ActOutcome> {
  const first = await recordRefusal(to.store, row.id, refusals);
  if (first) return { kind: 'refused', refusals };
  await releaseWithError(
    to.store,
    row.id,
    `The engine refuses what is on record: ${refusals.map(({ code }) => code).join(', ')}`,
  );
  return settled(to, row.id);
}

/** The answer stands without it: what is not confirmed is delivered, and confirmed, again. */
async function confirm(to: DeliveryTo, inboxId: string): Promise<void> {
  await confirmApplied(to.store, inboxId).catch(() => undefined);
}

/** The workflow has ended: the act was its last, or came after the end. The record knows which. */
async function settleEnded(to: DeliveryTo, row: InboxRow, actor: Actor | null): Promise<ActOutcome> {
  const outcome = await settled(to, row.id);
  if (outcome.kind !== 'received') {
    await confirm(to, row.id);
    return outcome;
  }
  const reasons = actor && row.type !== 'nomination.open' ? await refusalsOnRecord(to.store, row, actor) : null;
  if (!reasons) {
    await releaseWithError(to.store, row.id, 'The workflow is not there and the record does not say that it ended');
    return { kind: 'received', because: 'engineUnreachable' };
  }
  if (reasons.length > 0) return refuse(to, row, reasons);
  await releaseWithError(to.store, row.id, 'The workflow ended but its record is still open');
  return { kind: 'received', because: 'engineUnreachable' };
}

/** Gives what the record says of an act. */
export async function settled(
  to: Pick<DeliveryTo, 'store'>,
  inboxId: string,
  because: Because = 'earlierActWaiting',
): Promise<ActOutcome> {
  const outcome = await outcomeOf(to.store, inboxId);
  const answer = outcome?.answer;
  if (!outcome || !answer) return { kind: 'received', because };
  return 'refusals' in answer ? { kind: 'refused', refusals: answer.refusals } : { kind: 'applied', ...answer };
}

const waitForOthersMs = 5_000;

type Because = Extract<ActOutcome, { kind: 'received' }>['because'];

/** Waits a little for what somebody else is delivering or recording; then says that it is kept, and for what it waits. */
export async function awaitSettled(
  to: Pick<DeliveryTo, 'store'>,
  inboxId: string,
  because: Because = 'earlierActWaiting',
): Promise<ActOutcome> {
  const giveUpAt = Date.now() + waitForOthersMs;
  for (let pauseMs = 10; ; pauseMs = Math.min(pauseMs * 2, 200)) {
    const outcome = await settled(to, inboxId, because);
    if (outcome.kind !== 'received' || Date.now() >= giveUpAt) return outcome;
    await sleep(pauseMs);
  }
}
