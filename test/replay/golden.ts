import { readdirSync, readFileSync } from 'node:fs';
import { defaultPayloadConverter } from '@temporalio/common';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { changeTypes } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';

/** What a recorded nomination or round came to, and what its machine says of what could come next. */
export type Golden<P = unknown> = {
  state: string;
  /** Applied events as the database recorded them; a deadline's instant stands in no history. */
  events: { revision: number; type: string; at: string; inboxId: string | null; to: string }[];
  snapshot: P;
  /** Codes of the refusal of each act, for a person who holds every role and for one of another unit; empty: allowed. */
  refusals: Record<string, { official: string; stranger: string }>;
};

/** One machine as a replay carries it, whichever subject it is of. */
export type Carrier<S extends { context: { revision: number } }, P> = {
  /** The snapshot a run began with, from the argument of the workflow. */
  begin(start: never): S;
  /** The key and the event of an Update's argument. */
  read(wire: never): { key: string; event: { type: string; at: string } };
  apply(life: S, event: never): { snapshot: S } | null;
  refusals(life: S, event: never): Refusal[];
  persist(life: S): P;
  stateOf(life: S): string;
  probe(snapshot: P): Golden['refusals'];
};

const folder = (name: string) => new URL(`${name}/`, import.meta.url);

/** Names of everything recorded, in order. */
export function recordedNames(): string[] {
  return readdirSync(folder('histories'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
}

/** Gives a recorded history. */
export function readHistory(name: string): History {
  return historyFromJSON(JSON.parse(readFileSync(new URL(`${name}.json`, folder('histories')), 'utf8')));
}

export function readGolden(name: string): Golden {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder('golden')), 'utf8')) as Golden;
}

/** Carries the recorded events through the machine alone: replay checks commands, not what a machine makes of an event. */
export function replayPure<S extends { context: { revision: number } }, P>(
  machine: Carrier<S, P>,
  history: History,
  recorded: Golden['events'],
): Golden<P> {
  const { start, updates } = inputsOf(history);
  const delivered = updates.map((wire) => machine.read(wire as never));
  let life = machine.begin(start as never);
  const events: Golden['events'] = [];
  for (const { revision, type, at, inboxId } of recorded) {
    if (revision > life.context.revision) {
      // What the season brings about has no row in the inbox: its instant tells which it was.
      const named = delivered.find(({ key, event }) =>
        inboxId === null ? event.type === type && event.at === at : key === inboxId,
      );
      const event = type === 'deadline.pass' ? { type, at } : named?.event;
      if (!event) throw new Error(`The history has no act ${inboxId} (${type})`);
      const applied = machine.apply(life, event as never);
      if (!applied) {
        const because = JSON.stringify(machine.refusals(life, event as never));
        throw new Error(`Revision ${revision} (${type}) is refused: ${because}`);
      }
      life = applied.snapshot;
    }
    events.push({ revision, type, at, inboxId, to: machine.stateOf(life) });
  }
  const snapshot = machine.persist(life);
  return { state: machine.stateOf(life), events, snapshot, refusals: machine.probe(snapshot) };
}

function inputsOf(history: History): { start: unknown; updates: unknown[] } {
  const updates: unknown[] = [];
  let start: unknown;
  for (const event of history.events ?? []) {
    const started = event.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
    if (started) start = defaultPayloadConverter.fromPayload(started);
    const accepted = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.args?.payloads?.[0];
    if (accepted) updates.push(defaultPayloadConverter.fromPayload(accepted));
  }
  if (start === undefined) throw new Error('The history does not begin with a start');
  return { start, updates };
}

/** Fields that later versions have added to a snapshot, and kinds of events that came later and are asked about too. */
const addedLater: readonly string[] = ['startedAt', ...changeTypes];

/**
 * Gives what was found, without the fields added since the golden was recorded: nothing recorded earlier may change, only
 * these may come to it. Where the golden has such a field, it is compared like every other.
 */
export function asThen(found: unknown, golden: unknown): unknown {
  if (Array.isArray(found)) return found.map((each, n) => asThen(each, Array.isArray(golden) ? golden[n] : undefined));
  if (typeof found !== 'object' || found === null) return found;
  const then = typeof golden === 'object' && golden !== null ? (golden as Record<string, unknown>) : {};
  const kept = Object.entries(found).filter(([key]) => Object.hasOwn(then, key) || !addedLater.includes(key));
  return Object.fromEntries(kept.map(([key, member]) => [key, asThen(member, then[key])]));
}
