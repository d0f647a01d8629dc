import { continueAsNew } from '@temporalio/workflow';
import type { ActEvent, ChangeEvent } from '../contract/events.ts';
import type {
  ActAnswer,
  ActEnvelope,
  NominationStart,
  PersistedNomination,
  RecordEntry,
} from '../contract/nomination.ts';
import { armAt } from '../machines/armAt.ts';
import type { Applied, NominationSnapshot } from '../machines/interpreter.ts';
import { apply, begin, isOver, persist, refusals, restore, stateOf, wakeAt } from '../machines/interpreter.ts';
import type { Begun, Life } from './life.ts';
import { carry, localActivities, opened } from './life.ts';

/** The life of one nomination, from its opening to the end of its complaint window. Gives the final answer. */
export async function nomination(start: NominationStart): Promise<ActAnswer> {
  const { input, clock, inboxId } = start;
  const { nominationId } = input;

  function record(step: Applied, event: RecordEntry['event'], inboxId: string | null): Promise<void> {
    const { from, to, revision, workItems, notices, snapshot, late } = step;
    return localActivities.record({
      nominationId,
      revision,
      event,
      inboxId,
      from,
      to,
      snapshot: persist(snapshot),
      workItems,
      notices,
      ...(late && { late }),
    });
  }

  function open(): Begun<NominationSnapshot, Applied> {
    const opening = opened(() => begin(input));
    const event = { type: 'nomination.open' as const, at: input.openedAt };
    return { snapshot: opening.snapshot, recorded: record(opening, event, inboxId), handled: [] };
  }

  const life: Life<NominationSnapshot, ActEvent | ChangeEvent, Applied, PersistedNomination, ActEnvelope> = {
    subjectId: nominationId,
    clock,
    apply,
    refusals,
    isOver,
    wakeAt,
    armAt,
    persist,
    read: ({ inboxId, event }) => ({ key: inboxId, inboxId, event }),
    record,
    continueWith: (carried) => continueAsNew<typeof nomination>({ ...start, carried }),
    continueAfterEvents: start.continueAfterEvents,
  };
  const { carried } = start;
  const begun = carried
    ? { snapshot: restore(carried.snapshot), recorded: Promise.resolve(), handled: carried.handled }
    : open();
  const end = await carry(life, begun);
  return { state: stateOf(end), revision: end.context.revision };
}
