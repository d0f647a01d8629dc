import type { Store } from '../../../store/connect.ts';
import { openLive, roundInputOf } from '../../store/roundFixture.ts';
import type { LiveNomination } from './support.ts';
import { addCast, openLiveNomination } from './support.ts';

export const roundId = 'gtgn-2020/covid/dot1';
export const [draft, returned, appraised] = ['gtgn-2020-0001', 'gtgn-2020-0002', 'gtgn-2020-0003'];

/** Puts an open round on record, and three nominations in it: in draft, returned to its unit, and asked about. */
export async function openStanding(store: Store): Promise<void> {
  await addCast(store);
  await openLive(store, roundInputOf('covid'));
  const nominations: LiveNomination[] = [];
  for (const id of [draft, returned, appraised]) nominations.push(await openLiveNomination(store, id, { roundId }));
  for (const one of nominations.slice(1)) await one.act('draft.signOff');
  await nominations[1]?.act('review.return', { itemCodes: ['bienBan'], dueAt: '2020-09-15T16:59:59.999Z' });
  await nominations[2]?.act('appraisal.request', { divisions: ['finance'], dueAt: '2020-09-12T16:59:59.999Z' });
}
