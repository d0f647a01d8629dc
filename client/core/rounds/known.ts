import type { Store } from '../../../store/connect.ts';
import { roundById, roundList } from '../../../store/queries/rounds.ts';
import { ClientError } from '../errors.ts';

/** Gives the round's row. Throws ClientError UNKNOWN_ROUND with the ids there are. */
export async function knownRound(
  store: Store,
  roundId: string,
): Promise<NonNullable<Awaited<ReturnType<typeof roundById>>>> {
  const row = await roundById(store, roundId);
  if (row) return row;
  const [programmeId] = roundId.split('/');
  const ofProgramme = await roundList(store, programmeId ? { programmeId } : {});
  const there = (ofProgramme.length > 0 ? ofProgramme : await roundList(store, {})).map(({ id }) => id).join(', ');
  throw new ClientError('UNKNOWN_ROUND', {
    vi: `Không có đợt thi đua “${roundId}”. Hiện có: ${there || '(chưa có đợt nào)'}`,
    en: `There is no round “${roundId}”. There are: ${there || '(none yet)'}`,
  });
}
