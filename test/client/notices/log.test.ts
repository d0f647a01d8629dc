import { expect, test } from 'vitest';
import { noticesClient } from '../../../client/notices/noticesClient.ts';
import { markFailed, requeueNotice } from '../../../store/attempts.ts';
import { putDirectory } from '../../../store/putDirectory.ts';
import { claimDue, noticeRow, putNotice } from '../../activities/notify/support.ts';
import { at, directory, useStore } from '../../store/fixture.ts';
import { noted } from '../../support/statements.ts';

const getStore = useStore();

test('the delivery log reads the attempts of all its notices at once, and gives each its own in order', async () => {
  const roles = [{ role: 'administrator' as const, body: 'office' }];
  const admin = { id: 'admin', name: 'Quản trị', email: null, locale: 'vi', homeBody: 'office', roles };
  await putDirectory(getStore(), { ...directory, people: [...directory.people, admin] }, { actorId: null, at });
  const ids = await Promise.all(Array.from({ length: 6 }, () => putNotice(getStore())));
  const [tried = '', untried = ''] = ids;
  for (const row of await claimDue(getStore(), 10, 60_000)) {
    if (row.id !== untried) await markFailed(getStore(), [row], { kind: 'hopeless', error: 'BAD_ADDRESS' });
  }
  await requeueNotice(getStore(), tried);

  const { store, statements } = noted(getStore());
  const log = await noticesClient(store, () => at).log('admin');
  const errors = (id: string) => log.find((entry) => entry.id === id)?.attempts.map(({ error }) => error);
  expect(log.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(errors(tried)).toEqual(['HOPELESS: BAD_ADDRESS', 'REQUEUED']);
  expect(errors(untried)).toEqual([]);
  expect(log.filter(({ attempts }) => attempts.length === 1)).toHaveLength(4);
  expect(statements.filter((text) => text.includes('"deliveries"'))).toHaveLength(1);
  expect(await noticeRow(getStore(), tried)).toMatchObject({ status: 'pending' });
});
