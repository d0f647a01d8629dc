import type { RoundStateName } from '../../../contract/roundStates.ts';
import type { StateName } from '../../../contract/states.ts';
import { isTerminal } from '../../../contract/states.ts';
import type { Store } from '../../../store/connect.ts';
import type { Life } from './life.ts';
import { isToldOut } from './life.ts';
import type { Performance } from './performance.ts';
import { isRoundToldOut } from './roundLife.ts';

/** How the rehearsal stands, for the line that is shown while it runs. */
export type Standing = {
  opened: number;
  inProgress: number;
  over: number;
  applied: number;
  refused: number;
  mails: number;
  /** Rounds that are over. */
  rounds: number;
  toldOut: boolean;
};

/** Reads where every nomination stands, for the players' sake only to know what is over. Throws when the database fails. */
export async function watch(store: Store, { lives, rounds, acts }: Performance, now: string): Promise<Standing> {
  const [rows, roundRows, [mail]] = await Promise.all([
    store.sql<{ id: string; state: StateName }[]>`select id, state from nominations`,
    store.sql<{ id: string; state: RoundStateName }[]>`select id, state from rounds`,
    store.sql<{ sent: number }[]>`select count(*)::integer as sent from outbox where status = 'sent'`,
  ]);
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  for (const life of lives) life.state = stateOf(life, states);
  const roundStates = new Map(roundRows.map(({ id, state }) => [id, state]));
  for (const round of rounds) round.state = roundStates.get(round.plan.roundId) ?? null;
  const over = rows.filter(({ state }) => isTerminal(state)).length;
  return {
    opened: rows.length,
    inProgress: rows.length - over,
    over,
    applied: acts.filter(({ outcome }) => outcome.kind === 'applied').length,
    refused: acts.filter(({ outcome }) => outcome.kind === 'refused').length,
    mails: mail?.sent ?? 0,
    rounds: rounds.filter(isRoundToldOut).length,
    toldOut: lives.every((life) => isToldOut(life, now)) && rounds.every(isRoundToldOut),
  };
}

function stateOf({ nominationId }: Life, states: ReadonlyMap<string, StateName>): StateName | null {
  return nominationId === null ? null : (states.get(nominationId) ?? null);
}

/** Gives whether engine and mail have nothing left to do. Throws when the database fails. */
export async function isQuiet(store: Store): Promise<boolean> {
  const [row] = await store.sql<{ left: number }[]>`
    select (select count(*) from inbox where status = 'received')::integer
      + (select count(*) from outbox where status in ('pending', 'failed'))::integer as left`;
  return row?.left === 0;
}
