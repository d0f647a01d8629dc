import { describe, expect, test } from 'vitest';
import type { Store } from '../../store/connect.ts';
import { dropBatch, heldBatches, releaseBatch } from '../../store/holds.ts';
import { uuidV7 } from '../../store/ids.ts';
import { deliveriesOf } from '../../store/outbox.ts';
import { noticesOf } from '../../store/queries/notices.ts';
import { record } from '../../store/record.ts';
import { until } from '../support/until.ts';
import { at, entryOf, programmeId, useStore } from './fixture.ts';

const store = useStore();
const chair = {
  personId: 'chair',
  homeBody: 'committee',
  roles: [{ role: 'approvingAuthority', body: 'committee' }],
} as const;

async function holdingChange(): Promise<string> {
  const id = uuidV7();
  await store().sql`
    insert into changes (id, programme_id, spec, preview, hash, actor_id, as_role, reason, hold_notices, applied_at)
    values (${id}, ${programmeId}, '{}', '{"subjects": []}', 'h', 'chair', 'approvingAuthority', 'Bão số 5', true, ${at})`;
  return id;
}

async function opened(): Promise<string> {
  const id = `${programmeId}-${uuidV7()}`;
  await record(store(), entryOf(id, 1));
  return id;
}

/** Records the change's share of a nomination, as its workflow does: the unit's clerk is told. */
async function share(changeId: string, nominationId: string, over: Store = store()): Promise<void> {
  const event = { type: 'round.suspend' as const, changeId, at, actor: { ...chair, roles: [...chair.roles] } };
  const notices = [{ template: 'round.suspend' as const, to: 'submittingUnit' as const }];
  const suspended = { ...event, as: 'approvingAuthority' as const, reasonGiven: true };
  await record(over, entryOf(nominationId, 2, { event: suspended, notices }));
}

async function told(changeId: string, nominationId: string): Promise<{ status: string; log: (string | null)[] }[]> {
  const rows = await store().sql<{ id: string; status: string }[]>`
    select id, status from outbox where batch_id = ${changeId} and subject_id = ${nominationId} order by recipient_person`;
  return Promise.all(
    rows.map(async ({ id, status }) => ({ status, log: (await deliveriesOf(store(), id)).map(({ error }) => error) })),
  );
}

/** The same store, whose transactions end only when `gate` opens; `reached` is called when their work is done. */
function slow(gate: Promise<void>, reached: () => void): Store {
  return {
    ...store(),
    transact: (work) =>
      store().transact(async (tx) => {
        const value = await work(tx);
        reached();
        await gate;
        return value;
      }),
  };
}

const somebodyWaits = () =>
  until(
    'somebody waits for the batch',
    async () => {
      const rows = await store().sql`
      select from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      return rows.length > 0;
    },
    10_000,
  );

describe('a batch settled while shares of its change are still to be delivered', () => {
  test('and released: those of later shares go out too, and nothing stays behind', async () => {
    const changeId = await holdingChange();
    const [first, later, last] = [await opened(), await opened(), await opened()];
    await share(changeId, first);
    expect(await told(changeId, first)).toMatchObject([{ status: 'held' }, { status: 'held' }]);
    expect(await releaseBatch(store(), changeId, 'chair')).toMatchObject({ notices: 2 });
    await share(changeId, later);
    expect(await told(changeId, later)).toEqual([
      { status: 'pending', log: [] },
      { status: 'pending', log: [] },
    ]);
    // What was decided is decided: a later word changes it neither for these nor for those to come.
    expect(await dropBatch(store(), changeId, 'chair', 'Gửi bằng công văn')).toMatchObject({ notices: 0 });
    expect(await releaseBatch(store(), changeId, 'chair')).toMatchObject({ notices: 0 });
    await share(changeId, last);
    expect(await told(changeId, last)).toMatchObject([{ status: 'pending' }, { status: 'pending' }]);
    expect(await heldBatches(store())).toEqual([]);
  });

  test('and dropped: those of later shares reach nobody, with the same line in the log', async () => {
    const changeId = await holdingChange();
    const [first, later] = [await opened(), await opened()];
    await share(changeId, first);
    expect(await dropBatch(store(), changeId, 'chair', 'Gửi bằng công văn')).toMatchObject({ notices: 2 });
    await share(changeId, later);
    const dropped = { status: 'dropped', log: ['DROPPED'] };
    expect(await told(changeId, first)).toEqual([dropped, dropped]);
    expect(await told(changeId, later)).toEqual([dropped, dropped]);
    expect(await releaseBatch(store(), changeId, 'chair')).toMatchObject({ notices: 0 });
    const mine = await noticesOf(store(), 'clerk', 500);
    expect(mine.filter(({ batchId }) => batchId === changeId)).toEqual([]);
    expect(await heldBatches(store())).toEqual([]);
  });

  test('to somebody without an address, after the release, is undeliverable and logged like any other', async () => {
    const changeId = await holdingChange();
    const [first, later] = [await opened(), await opened()];
    await share(changeId, first);
    await releaseBatch(store(), changeId, 'chair');
    await store().sql`update people set email = null where id = 'clerk'`;
    await share(changeId, later);
    await store().sql`update people set email = 'clerk@example.vn' where id = 'clerk'`;
    expect(await told(changeId, later)).toEqual([
      { status: 'dead', log: ['HOPELESS: NO_ADDRESS'] },
      { status: 'pending', log: [] },
    ]);
  });

  test('takes along a share that is being recorded at that moment: the release waits for it', async () => {
    const changeId = await holdingChange();
    const [first, during] = [await opened(), await opened()];
    await share(changeId, first);
    const [written, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const recording = store().sql.begin(async (tx) => {
      await share(changeId, during, { ...store(), sql: tx as unknown as Store['sql'] });
      written.resolve();
      await gate.promise;
    });
    await written.promise;
    const releasing = releaseBatch(store(), changeId, 'chair');
    await somebodyWaits().finally(gate.resolve);
    await recording;
    expect(await releasing).toEqual({ notices: 4, posts: 0 });
    expect(await told(changeId, during)).toMatchObject([{ status: 'pending' }, { status: 'pending' }]);
  });

  test.each([
    ['release', 'pending'],
    ['drop', 'dropped'],
  ] as const)('holds for a share recorded before the %s is committed', async (what, status) => {
    const changeId = await holdingChange();
    const [first, during] = [await opened(), await opened()];
    await share(changeId, first);
    const [settled, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const over = slow(gate.promise, settled.resolve);
    const settling =
      what === 'release' ? releaseBatch(over, changeId, 'chair') : dropBatch(over, changeId, 'chair', 'Nhầm đợt');
    await settled.promise;
    const recording = share(changeId, during);
    await somebodyWaits().finally(gate.resolve);
    expect(await settling).toEqual({ notices: 2, posts: 0 });
    await recording;
    expect(await told(changeId, during)).toMatchObject([{ status }, { status }]);
  });

  test('while many are recorded at once: every notice ends as was decided', async () => {
    const changeId = await holdingChange();
    const ids = await Promise.all(Array.from({ length: 40 }, () => opened()));
    await share(changeId, ids[0] ?? '');
    const [, released] = await Promise.all([
      Promise.all(ids.slice(1).map((id) => share(changeId, id))),
      releaseBatch(store(), changeId, 'chair'),
    ]);
    expect(released.notices).toBeGreaterThanOrEqual(2);
    const rows = await store()
      .sql`select status, count(*)::int as n from outbox where batch_id = ${changeId} group by 1`;
    expect(rows).toEqual([{ status: 'pending', n: 80 }]);
  });
});
