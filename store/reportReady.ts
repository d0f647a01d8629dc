import type { Store } from './connect.ts';

/** Whether a report may be counted: not yet due by the database's clock, acts of its time still under way, or all settled. */
export type ReportReady = { state: 'early'; waitMs: number } | { state: 'pending'; acts: number } | { state: 'ready' };

/**
 * Tells whether everything received for the programme by the real instant `dueRealMs` is on record, so that nothing is
 * counted by no report. A receipt reads the clock after its transaction began: while one as old as that is open, an act
 * received in time may still appear.
 */
export async function reportReady(store: Store, programmeId: string, dueRealMs: number): Promise<ReportReady> {
  const due = new Date(dueRealMs).toISOString();
  const [row] = await store.sql<{ early: number; acts: number; receiving: boolean }[]>`
    select
      extract(epoch from ${due}::timestamptz - real_now())::float8 * 1000 as early,
      (select count(*)::integer from inbox where programme_id = ${programmeId} and status = 'received'
        and applied_revision is null and received_at <= ${due}::timestamptz) as acts,
      exists (select from pg_stat_activity where datname = current_database() and backend_type = 'client backend'
        and application_name like 'vinhdanh%' and pid <> pg_backend_pid() and xact_start <= ${due}::timestamptz) as receiving`;
  if (!row) throw new Error('no row about the report');
  if (row.early >= 0) return { state: 'early', waitMs: Math.ceil(row.early) + 1 };
  if (row.acts > 0 || row.receiving) return { state: 'pending', acts: row.acts };
  return { state: 'ready' };
}
