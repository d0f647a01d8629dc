import type { ProgrammeClock } from '../../contract/clock.ts';
import { toProgramme } from '../../contract/clock.ts';
import type { Store } from '../../store/connect.ts';

/**
 * Gives the programme instant at which the installation began its record: when its first definition was stored. A report
 * due before is not compiled, for nothing of its period is on record and it would report zeros as facts; one whose period
 * began before says so. Null: not begun.
 */
export async function recordBegun(store: Store, clock: ProgrammeClock): Promise<string | null> {
  const [row] = await store.sql<{ at: string | null }[]>`select min(stored_at) as at from programme_versions`;
  return row?.at ? toProgramme(clock, new Date(row.at).getTime()) : null;
}
