import type { AnyStateMachine, EventFromLogic, SnapshotFrom } from 'xstate';
import { transition } from 'xstate';
import { MachineFailedError, OtherMachineError } from './errors.ts';

/** What both interpreters do with XState's snapshots. */

type Persisted = { value: unknown; context: { machine: string }; status: string; historyValue?: unknown };

/** Gives the snapshot after the event: the very same one when it is refused, unknown or late. Throws MachineFailedError. */
export function nextSnapshot<M extends AnyStateMachine>(
  machine: M,
  snapshot: SnapshotFrom<M>,
  event: EventFromLogic<M>,
): SnapshotFrom<M> {
  let next: SnapshotFrom<M>;
  try {
    [next] = transition(machine, snapshot, event);
  } catch (cause) {
    throw new MachineFailedError(`The machine failed on ${event.type}`, { cause });
  }
  // Every machine's snapshot has these; the generic type does not say so.
  const { status, error } = next as { status: string; error?: unknown };
  if (status === 'error') throw new MachineFailedError(`The machine failed on ${event.type}`, { cause: error });
  return next;
}

/** Gives the snapshot as JSON; `restoredSnapshot` is its inverse. */
export function persistedSnapshot<P extends Persisted>(machine: AnyStateMachine, snapshot: unknown): P {
  const { value, context, status, historyValue } = machine.getPersistedSnapshot(snapshot as never) as unknown as P;
  return { value, context, status, historyValue } as P;
}

/** Gives the snapshot that was persisted. Throws OtherMachineError when it belongs to another version than `version`. */
export function restoredSnapshot<M extends AnyStateMachine>(
  machine: M,
  version: string,
  persisted: Persisted,
): SnapshotFrom<M> {
  const pinned = persisted.context.machine;
  if (pinned !== version) throw new OtherMachineError(`Pinned to ${pinned}, this is ${version}`);
  // No actor scope: our machines have no children to revive.
  return machine.restoreSnapshot({ ...persisted, children: {} } as never, undefined as never) as SnapshotFrom<M>;
}
