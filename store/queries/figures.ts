import type { Programme } from '../../contract/programme.ts';
import type { RecipientKind, StateName } from '../../contract/states.ts';
import type { Store } from '../connect.ts';
import type { MovementCoverage } from './coverageFigures.ts';
import { coverageFigures } from './coverageFigures.ts';
import type { FigureName, FigureRow } from './figureRows.ts';
import { figureNames, figureRows, roundFigureRows, waitingFigures } from './figureRows.ts';

/** Programme instants, both inclusive. What happened is counted in between, what stands is counted at `to`. */
export type Period = { from: string; to: string };

/** How many collectives (tập thể) and individuals (cá nhân). */
export type KindCounts = Record<RecipientKind, number>;
export type Tally = Record<FigureName, KindCounts>;

/** Numbers of the rounds themselves, not of their nominations. */
export type RoundFigures = { late: number; escalations: number };
export type MovementFigures = { movementId: string; tally: Tally; rounds: RoundFigures; coverage: MovementCoverage };

/** What a report counts: ids and numbers only. */
export type Figures = {
  programmeId: string;
  period: Period;
  total: Tally;
  rounds: RoundFigures;
  /** Every movement of the definition, in its order, also those without any nomination. */
  movements: MovementFigures[];
  /** Units that nominated, by id. */
  units: { unitId: string; tally: Tally }[];
  refusals: { movementId: string; kind: RecipientKind; ground: string; count: number }[];
  /** Every nomination opened by `to`, where it stood then. */
  states: { movementId: string; kind: RecipientKind; state: StateName; count: number }[];
  /** Acts received by `to` and not yet applied: they are in none of the numbers above. */
  undelivered: number;
  /** Open matters at `to` whose due time was computed over days not yet announced. */
  provisional: number;
};

/**
 * Gives the numbers of a programme for a period, as they stood at its end: computed from the timeline by programme instants,
 * so that a report on the past gives the past, whenever it is made.
 */
export async function figuresOf(store: Store, programme: Programme, period: Period): Promise<Figures> {
  const { id: programmeId } = programme;
  const [rows, rounds, coverage, waiting] = await Promise.all([
    figureRows(store, programmeId, period),
    roundFigureRows(store, programmeId, period),
    coverageFigures(store, programmeId, period.to),
    waitingFigures(store, programmeId, period.to),
  ]);
  const roundsOf = (movementId: string): RoundFigures =>
    rounds.find((row) => row.movementId === movementId) ?? { late: 0, escalations: 0 };
  return {
    programmeId,
    period,
    total: tallyOf(rows),
    rounds: { late: sum(rounds, 'late'), escalations: sum(rounds, 'escalations') },
    movements: programme.movements.map(({ id: movementId }) => {
      const { late, escalations } = roundsOf(movementId);
      return {
        movementId,
        tally: tallyOf(rows.filter((row) => row.movementId === movementId)),
        rounds: { late, escalations },
        coverage: coverage(movementId),
      };
    }),
    units: [...new Set(rows.map(({ unitId }) => unitId))]
      .toSorted()
      .map((unitId) => ({ unitId, tally: tallyOf(rows.filter((row) => row.unitId === unitId)) })),
    refusals: grouped(rows, ({ refused, movementId, kind, ground }) =>
      refused > 0 ? { count: refused, group: { movementId, kind, ground: ground ?? 'unknown' } } : null,
    ),
    states: grouped(rows, ({ nominations, movementId, kind, state }) => ({
      count: nominations,
      group: { movementId, kind, state },
    })),
    ...waiting,
  };
}

function tallyOf(rows: readonly FigureRow[]): Tally {
  const of = (kind: RecipientKind) => rows.filter((row) => row.kind === kind);
  const [collectives, individuals] = [of('collective'), of('individual')];
  const counts = figureNames.map((name) => [
    name,
    { collective: sum(collectives, name), individual: sum(individuals, name) },
  ]);
  return Object.fromEntries(counts) as Tally;
}

function sum<K extends string>(rows: readonly Record<K, number>[], name: K): number {
  return rows.reduce((total, row) => total + row[name], 0);
}

/** Adds up what belongs together, in the order of the groups' own facts. */
function grouped<G extends Record<string, string>>(
  rows: readonly FigureRow[],
  read: (row: FigureRow) => { count: number; group: G } | null,
): (G & { count: number })[] {
  const groups = new Map<string, G & { count: number }>();
  for (const row of rows) {
    const found = read(row);
    if (!found) continue;
    const key = Object.values(found.group).join('\n');
    groups.set(key, { ...found.group, count: (groups.get(key)?.count ?? 0) + found.count });
  }
  return [...groups.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}
