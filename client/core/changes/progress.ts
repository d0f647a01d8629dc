import type { ChangeProgress } from '../../../contract/changes.ts';
import type { Store } from '../../../store/connect.ts';
import type { ChangeRow } from '../../../store/queries/changes.ts';
import { changeRows } from '../../../store/queries/changes.ts';
import { changeError } from './errors.ts';

/** Gives how far an applied change has got. Throws ClientError UNKNOWN_CHANGE. */
export async function changeProgress(store: Store, changeId: string): Promise<ChangeProgress> {
  const [row] = await changeRows(store.sql, { id: changeId });
  if (!row) throw changeError('UNKNOWN_CHANGE', { id: changeId });
  return progressOf(row);
}

/** Gives the applied changes, the latest first. */
export async function listChanges(store: Store, programmeId?: string): Promise<ChangeProgress[]> {
  const rows = await changeRows(store.sql, programmeId === undefined ? {} : { programmeId });
  return rows.map(progressOf);
}

/** What is on record as applied counts as applied, confirmed by the engine or not. */
export function progressOf({ id, total, applied, refused, ...change }: ChangeRow): ChangeProgress {
  return { changeId: id, ...change, total, applied, refused, waiting: total - applied - refused };
}
