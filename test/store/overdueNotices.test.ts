import { expect, test } from 'vitest';
import { overdueNotices } from '../../store/deliverBy.ts';
import { readNotice } from '../../store/queries/notices.ts';
import { putNotice } from '../activities/notify/support.ts';
import { useStore } from './fixture.ts';

const getStore = useStore();
const deliverBy = '2020-09-15T16:59:59.999Z';
const after = '2020-09-16T00:00:00.000Z';

test('a refusal that could not be mailed counts as told once its recipient has read it in the product', async () => {
  const store = getStore();
  const refusal = { template: 'authority.refuse', status: 'dead', address: null, deliverBy } as const;
  const read = await putNotice(store, { ...refusal, recipientPerson: 'clerk' });
  const unread = await putNotice(store, { ...refusal, recipientPerson: 'head' });
  const late = async () => (await overdueNotices(store, after)).map(({ id }) => id).toSorted();
  expect(await late()).toEqual([read, unread].toSorted());
  await readNotice(store, 'clerk', read);
  expect(await late()).toEqual([unread]);
});
