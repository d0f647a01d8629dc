import type { ChangePreview, ChangeProgress } from '../../../contract/changes.ts';
import type { Store } from '../../../store/connect.ts';
import type { ChangeRow } from '../../../store/queries/changes.ts';
import { changeRows, keptPreview } from '../../../store/queries/changes.ts';
import { changeError } from './errors.ts';
import { checkProgramme } from './scope.ts';

/** Gives how far an applied change has got. Throws ClientError UNKNOWN_CHANGE. */
export async function changeProgress(store: Store, changeId: string): Promise<ChangeProgress> {
  const [row] = await changeRows(store.sql, { id: changeId });
  if (!row) throw changeError('UNKNOWN_CHANGE', { id: changeId });
  return progressOf(row);
}

/** Gives what an applied change foretold and did. Throws ClientError UNKNOWN_CHANGE. */
export async function changePreview(store: Store, changeId: string): Promise<ChangePreview> {
  const preview = await keptPreview(store.sql, changeId);
  if (!preview) throw changeError('UNKNOWN_CHANGE', { id: changeId });
  return preview;
}

/** Gives the applied changes, the latest first. Throws ClientError UNKNOWN_PROGRAMME. */
export async function listChanges(store: Store, programmeId?: string): Promise<ChangeProgress[]> {
  if (programmeId !== undefined) await checkProgramme(store, programmeId);
  const rows = await changeRows(store.sql, programmeId === undefined ? {} : { programmeId });
  return rows.map(progressOf);
}

/** What is on record as applied counts as applied, confirmed by the engine or not. */
export function progressOf({
  id,
  total,
  applied,
  refused,
  as: _,
  holdNotices: __,
  ...change
}: ChangeRow): ChangeProgress {
  return { changeId: id, ...change, total, applied, refused, waiting: total - applied - refused };
}
