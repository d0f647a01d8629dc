import { createAddressNotices } from '../../../../activities/recipients.ts';
import type { Engine, EngineAnswer } from '../../../../client/core/engine.ts';
import type { NominationEvent } from '../../../../contract/events.ts';
import type { PersistedNomination } from '../../../../contract/nomination.ts';
import type { PersistedRound } from '../../../../contract/round.ts';
import type { RoundEvent } from '../../../../contract/roundEvents.ts';
import type { Applied, NominationSnapshot } from '../../../../machines/interpreter.ts';
import { apply, begin, isOver, persist, refusals, wakeAt } from '../../../../machines/interpreter.ts';
import type { RoundApplied, RoundSnapshot } from '../../../../machines/round/interpreter.ts';
import {
  applyRound,
  beginRound,
  persistRound,
  roundRefusals,
  roundWakeAt,
} from '../../../../machines/round/interpreter.ts';
import type { Store } from '../../../../store/connect.ts';
import { record } from '../../../../store/record.ts';
import { recordRound } from '../../../../store/recordRound.ts';

/** The machines and the record without Temporal: what the workflows do, one event after the other, timers only when told. */
export type MachineEngine = Engine & {
  /** Lets every deadline that is due at the instant pass. */
  pass(at: string): Promise<void>;
  life(id: string): PersistedNomination | PersistedRound;
};

/** Gives an engine over the store's record, for tests that need thousands of events. */
export function machineEngine(store: Store): MachineEngine {
  const nominations = new Map<string, NominationSnapshot>();
  const rounds = new Map<string, RoundSnapshot>();
  const address = createAddressNotices(store);

  async function keep(
    id: string,
    step: Applied,
    event: NominationEvent | { type: 'nomination.open'; at: string },
    inboxId: string | null,
  ) {
    nominations.set(id, step.snapshot);
    const { from, to, revision, workItems, notices, snapshot, late } = step;
    const entry = {
      nominationId: id,
      revision,
      event,
      inboxId,
      from,
      to,
      snapshot: persist(snapshot),
      workItems,
      notices,
    };
    await record(store, await address({ ...entry, ...(late && { late }) }));
  }

  async function keepRound(
    id: string,
    step: RoundApplied,
    event: RoundEvent | { type: 'round.begin'; at: string },
    inboxId: string | null,
  ) {
    rounds.set(id, step.snapshot);
    const { from, to, revision, workItems, notices, snapshot, late } = step;
    const entry = {
      roundId: id,
      revision,
      event,
      inboxId,
      from,
      to,
      snapshot: persistRound(snapshot),
      workItems,
      notices,
    };
    await recordRound(store, await address({ ...entry, ...(late && { late }) }));
  }

  return {
    async open({ input, inboxId }): Promise<EngineAnswer> {
      await keep(input.nominationId, begin(input), { type: 'nomination.open', at: input.openedAt }, inboxId);
      return { kind: 'started' };
    },
    async act(id, { inboxId, event }) {
      const now = nominations.get(id);
      if (!now || isOver(now)) return { kind: 'over' };
      const step = apply(now, event);
      if (!step) return { kind: 'refused', refusals: refusals(now, event) };
      await keep(id, step, event, inboxId);
      return { kind: 'applied', answer: { state: step.to, revision: step.revision } };
    },
    async beginRound({ input }) {
      await keepRound(input.roundId, beginRound(input), { type: 'round.begin', at: input.begunAt }, null);
      return { kind: 'started' };
    },
    async actOnRound(id, { inboxId, event }) {
      const now = rounds.get(id);
      if (!now) return { kind: 'over' };
      const step = applyRound(now, event);
      if (!step) return { kind: 'refused', refusals: roundRefusals(now, event) };
      await keepRound(id, step, event, inboxId);
      return { kind: 'applied', answer: { state: step.to, revision: step.revision } };
    },
    async pass(at) {
      for (const id of nominations.keys()) {
        for (let due = dueBy(nominations.get(id), wakeAt, at); due; due = dueBy(nominations.get(id), wakeAt, at)) {
          const step = apply(due, { type: 'deadline.pass', at });
          if (!step) break;
          await keep(id, step, { type: 'deadline.pass', at }, null);
        }
      }
      for (const id of rounds.keys()) {
        for (let due = dueBy(rounds.get(id), roundWakeAt, at); due; due = dueBy(rounds.get(id), roundWakeAt, at)) {
          const step = applyRound(due, { type: 'deadline.pass', at });
          if (!step) break;
          await keepRound(id, step, { type: 'deadline.pass', at }, null);
        }
      }
    },
    life(id) {
      const [nomination, round] = [nominations.get(id), rounds.get(id)];
      if (nomination) return persist(nomination);
      if (round) return persistRound(round);
      throw new Error(`${id} has not begun`);
    },
    client: () => Promise.reject(new Error('There is no Temporal here')),
    close: async () => {},
  };
}

function dueBy<S>(snapshot: S | undefined, wake: (snapshot: S) => string | null, at: string): S | null {
  const due = snapshot && wake(snapshot);
  return snapshot && due && due <= at ? snapshot : null;
}
