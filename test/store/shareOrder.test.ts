import { expect, test } from 'vitest';
import type { ChangePreview } from '../../contract/changes.ts';
import { keepChange } from '../../store/changes.ts';
import { claimUndelivered } from '../../store/deliver.ts';
import { at, programmeId, useStore } from './fixture.ts';

const getStore = useStore();

async function kept(changeId: string, subjects: string[], receivedAt: string): Promise<void> {
  const spec = { kind: 'suspend' as const, scope: { roundId: `${programmeId}/covid/dot1` } };
  const preview = { hash: 'h', at, spec, subjects: [], untouched: [], totals: {} } as unknown as ChangePreview;
  const request = { spec, as: 'administrator' as const, reason: 'Bão số 5', holdNotices: false };
  const change = { id: changeId, programmeId, request, preview, actorId: 'chair', receivedAt, programmeAt: at };
  await getStore().transact((sql) =>
    keepChange(
      sql,
      change,
      subjects.map((subjectId) => ({ subjectId, type: 'round.suspend', body: { changeId }, revision: 1 })),
    ),
  );
}

test('the shares of a change are delivered in their own order, a round’s before its nominations’', async () => {
  const store = getStore();
  const rounds = [`${programmeId}/covid/dot1`, `${programmeId}/covid/dot2`];
  const subjects = [...rounds, ...Array.from({ length: 60 }, (_, n) => `${programmeId}-${String(9999 - n)}`)];
  await kept('storm', subjects, '2026-01-05T02:00:00.000Z');
  await kept('earlier', [`${programmeId}-0001`], '2026-01-05T01:59:59.999Z');

  const claimed: string[] = [];
  for (let most = 1; claimed.length <= subjects.length; most = (most % 7) + 1) {
    const rows = await claimUndelivered(store, 'test', most);
    if (rows.length === 0) break;
    claimed.push(...rows.map(({ subjectId }) => subjectId));
  }
  expect(claimed).toEqual([`${programmeId}-0001`, ...subjects]);
});
