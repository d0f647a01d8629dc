import { initialTransition } from 'xstate';
import type { NominationEvent } from '../contract/events.ts';
import type {
  NominationContext,
  NominationInput,
  Notice,
  PersistedNomination,
  WorkItem,
} from '../contract/nomination.ts';
import type { Refusal } from '../contract/refusals.ts';
import type { Actor } from '../contract/roles.ts';
import type { StateName } from '../contract/states.ts';
import { stateNames } from '../contract/states.ts';
import { MachineFailedError, OpeningRefusedError } from './errors.ts';
import { possibleIn } from './model.ts';
import type { NominationSnapshot } from './nomination.ts';
import { nominationMachine } from './nomination.ts';
import { noticesOf } from './notices.ts';
import { machineVersion, openingContext, openingRefusals } from './opening.ts';
import { refusalsUnder } from './requirements.ts';
import { openingRule, rules } from './rules.ts';
import { nextSnapshot, persistedSnapshot, restoredSnapshot } from './snapshots.ts';
import type { Rule } from './vocabulary.ts';
import { workItemsOf } from './workItems.ts';

export type { NominationSnapshot };
export { machineVersion, openingContext, openingRefusals };

/** What an applied event comes to: the next snapshot, and everything the interpreter of it must now do. */
export type Applied = {
  snapshot: NominationSnapshot;
  /** Null for the opening. */
  from: StateName | null;
  to: StateName;
  revision: number;
  /** The complete list of what is open now; empty when the nomination is over. */
  workItems: WorkItem[];
  notices: Notice[];
  /** Accepted after it was due, in a soft grace time. */
  late?: true;
};

/**
 * Opens a nomination at revision 1.
 * Throws IncompletePlanError (a deadline without a date), OpeningRefusedError (own dossier, window closed) or
 * OtherMachineError (pinned to another machine).
 */
export function begin(input: NominationInput): Applied {
  const opener: Actor = {
    personId: input.openedBy,
    homeBody: input.bodies.unit,
    roles: [{ role: 'unitClerk', body: input.bodies.unit }],
  };
  const refused = openingRefusals(input, opener);
  if (refused.length > 0) throw new OpeningRefusedError(refused);
  const [snapshot] = initialTransition(nominationMachine, openingContext(input));
  if (snapshot.status === 'error') throw new MachineFailedError('The machine did not start', { cause: snapshot.error });
  const late = isLate(openingRule, openingContext(input), input.openedAt);
  return outcome(snapshot, null, 'nomination.open', late);
}

/** Applies an event; null when the machine does not allow it, and then nothing has changed. */
export function apply(snapshot: NominationSnapshot, event: NominationEvent): Applied | null {
  const next = nextSnapshot(nominationMachine, snapshot, event);
  // XState answers a refused, unknown or late event with the very same snapshot.
  if (next === snapshot) return null;
  return outcome(next, stateOf(snapshot), event.type, isLate(rules[event.type], snapshot.context, event.at));
}

function isLate(rule: Rule, { deadline }: NominationContext, at: string): boolean {
  return rule.requires.includes('inTime') && deadline !== null && Date.parse(at) > Date.parse(deadline.dueAt);
}

function outcome(
  snapshot: NominationSnapshot,
  from: StateName | null,
  type: NominationEvent['type'] | 'nomination.open',
  late: boolean,
): Applied {
  const to = stateOf(snapshot);
  return {
    snapshot,
    from,
    to,
    revision: snapshot.context.revision,
    workItems: workItemsOf(to, snapshot.context),
    notices: noticesOf(type, from, to, Boolean(snapshot.context.suspension)),
    ...(late ? { late } : {}),
  };
}

/** Gives every reason against an event; empty exactly when `apply` would apply it. */
export function refusals(snapshot: NominationSnapshot, event: NominationEvent): Refusal[] {
  const notNow = notNowRefusal(stateOf(snapshot), event.type);
  return notNow ? [notNow] : refusalsUnder(rules[event.type], snapshot.context, event);
}

/** Gives the refusal of an event that the state does not know, with the states that do. */
export function notNowRefusal(state: StateName, event: NominationEvent['type']): Refusal | null {
  const states = possibleIn(event);
  return states.includes(state) ? null : { code: 'NOT_NOW', detail: { state, event, possibleIn: states.join(',') } };
}

/** Gives the snapshot as JSON; `restore` is its inverse. */
export function persist(snapshot: NominationSnapshot): PersistedNomination {
  return persistedSnapshot(nominationMachine, snapshot);
}

/** Gives the snapshot that was persisted. Throws OtherMachineError when it belongs to another machine version. */
export function restore(persisted: PersistedNomination): NominationSnapshot {
  return restoredSnapshot(nominationMachine, machineVersion, persisted);
}

/** Gives the leaf state. */
export function stateOf(snapshot: NominationSnapshot): StateName {
  const { value } = snapshot;
  const leaf: string = typeof value === 'string' ? value : value.inProgress;
  const state = stateNames.find((name) => name === leaf);
  if (!state) throw new MachineFailedError(`Not a state: ${leaf}`);
  return state;
}

/** Gives whether nothing can happen any more. */
export function isOver(snapshot: NominationSnapshot): boolean {
  return snapshot.status === 'done';
}

/** Gives the programme instant after which `deadline.pass` has something to do; null when the nomination is over. */
export function wakeAt(snapshot: NominationSnapshot): string | null {
  return snapshot.context.deadline?.wakeAt ?? null;
}
