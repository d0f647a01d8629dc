import { continueAsNew } from '@temporalio/workflow';
import type { PersistedRound, RoundAnswer, RoundEnvelope, RoundRecordEntry, RoundStart } from '../contract/round.ts';
import type { RoundEvent } from '../contract/roundEvents.ts';
import type { RoundApplied, RoundSnapshot } from '../machines/round/interpreter.ts';
import {
  applyRound,
  beginRound,
  isRoundDone,
  persistRound,
  restoreRound,
  roundRefusals,
  roundStateOf,
  roundWakeAt,
} from '../machines/round/interpreter.ts';
import type { Begun, Life } from './life.ts';
import { carry, localActivities, opened } from './life.ts';

/** The life of one round: plan, launch, window, stages, close. Gives the final answer. */
export async function round(start: RoundStart): Promise<RoundAnswer> {
  const { input, clock } = start;
  const { roundId } = input;

  function record(step: RoundApplied, event: RoundRecordEntry['event'], inboxId: string | null): Promise<void> {
    const { from, to, revision, workItems, notices, snapshot, late } = step;
    return localActivities.recordRound({
      roundId,
      revision,
      event,
      inboxId,
      from,
      to,
      snapshot: persistRound(snapshot),
      workItems,
      notices,
      ...(late && { late }),
    });
  }

  function begin(): Begun<RoundSnapshot, RoundApplied> {
    const begun = opened(() => beginRound(input));
    const event = { type: 'round.begin' as const, at: input.begunAt };
    return { snapshot: begun.snapshot, recorded: record(begun, event, null), handled: [] };
  }

  const life: Life<RoundSnapshot, RoundEvent, RoundApplied, PersistedRound, RoundEnvelope> = {
    subjectId: roundId,
    clock,
    apply: applyRound,
    refusals: roundRefusals,
    isOver: isRoundDone,
    wakeAt: roundWakeAt,
    // A round waits for dates months ahead and few things happen to it: its timer is set for the next of them.
    armAt: roundWakeAt,
    persist: persistRound,
    read: (envelope) => envelope,
    record,
    continueWith: (carried) => continueAsNew<typeof round>({ ...start, carried }),
    continueAfterEvents: start.continueAfterEvents,
  };
  const { carried } = start;
  const begun = carried
    ? { snapshot: restoreRound(carried.snapshot), recorded: Promise.resolve(), handled: carried.handled }
    : begin();
  const end = await carry(life, begun);
  return { state: roundStateOf(end), revision: end.context.revision };
}
