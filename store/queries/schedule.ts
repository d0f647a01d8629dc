import type { RoundContext } from '../../contract/round.ts';
import type { RoundStateName } from '../../contract/roundStates.ts';
import type { Store } from '../connect.ts';

/** What is on record of a programme's dates: where each round stands and stood. */
export type RoundOnRecord = {
  roundId: string;
  state: RoundStateName;
  context: RoundContext;
  /** The states in the order they were entered, with the programme instant. */
  path: { state: RoundStateName; at: string; type: string }[];
};
export type ReportOnRecord = { reportId: string; compiledAt: string };
export type ScheduleOnRecord = { rounds: RoundOnRecord[]; reports: ReportOnRecord[] };

type RoundRow = Omit<RoundOnRecord, 'path'> & { path: RoundOnRecord['path'] | null };

/** Gives the rounds of the programme that have begun, by id, and the reports that were compiled. */
export async function scheduleOf(store: Store, programmeId: string): Promise<ScheduleOnRecord> {
  const [rounds, reports] = await Promise.all([
    store.sql<RoundRow[]>`
      select r.id as "roundId", r.state, r.snapshot -> 'context' as context,
        (select json_agg(json_build_object('state', t.to_state, 'at', t.at, 'type', t.type) order by t.revision) from transitions t
          where t.subject_id = r.id and t.from_state is distinct from t.to_state) as path
      from rounds r where r.programme_id = ${programmeId} order by r.id`,
    store.sql<ReportOnRecord[]>`
      select id as "reportId", compiled_at as "compiledAt" from reports where programme_id = ${programmeId} order by due_on, id`,
  ]);
  return {
    rounds: rounds.map((row) => ({
      ...row,
      path: (row.path ?? []).map((step) => ({ ...step, at: new Date(step.at).toISOString() })),
    })),
    reports: reports.map((row) => ({ ...row, compiledAt: new Date(row.compiledAt).toISOString() })),
  };
}

/** On which days a round on record takes nominations: programme instants of its approved plan, null before that. */
export type RoundWindow = { roundId: string; state: RoundStateName; from: string | null; to: string | null };

/** Gives the window of every round that has begun, as it was approved and changed since. */
export async function roundWindows(store: Store): Promise<RoundWindow[]> {
  const rows = await store.sql<RoundWindow[]>`
    select id as "roundId", state, snapshot #>> '{context,approved,nominationsFrom}' as "from",
      snapshot #>> '{context,approved,closesAt}' as "to"
    from rounds order by id`;
  return [...rows];
}
