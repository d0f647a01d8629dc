import { beforeAll, describe, expect, it } from 'vitest';
import { useStore } from '../../store/fixture.ts';
import { chair, openLive, roundInputOf } from '../../store/roundFixture.ts';
import { openStanding, roundId } from './standing.ts';
import { checked, codesOf, damaged, openedAt, openLiveNomination } from './support.ts';

const getStore = useStore();
beforeAll(() => openStanding(getStore()));

describe('rounds and their nominations', () => {
  it('finds a nomination left open in a round that was cancelled, but not while its share is on its way', async () => {
    const store = getStore();
    const other = await openLive(store, roundInputOf('tet'));
    const left = await openLiveNomination(store, 'gtgn-2020-0101', { roundId: other.id, movementId: 'tet' });
    await other.pass({
      ...{ type: 'round.cancel', at: openedAt, actor: chair[0], as: chair[1], reasonGiven: true, changeId: 'c2' },
    } as never);
    expect(codesOf(await checked(store))).toEqual([`ROUND_OVER ${left.id}`]);
    const onItsWay = `insert into inbox (id, idempotency_key, actor_id, as_role, programme_id, subject_id, type, body, received_at, programme_at, status)
      values (gen_random_uuid(), 'share', 'admin', 'administrator', 'gtgn-2020', '${left.id}', 'round.cancel', '{}', now(), now(), 'received')`;
    expect(codesOf(await damaged(store, 'inbox', onItsWay, () => checked(store)))).toEqual([]);
    await store.sql`update nominations set round_id = ${roundId} where id = ${left.id}`;
  });

  it('finds a unit with more nominations than the round’s plan takes, and not one that is just full', async () => {
    const store = getStore();
    const round = await openLive(store, roundInputOf('full'));
    for (const n of [1, 2])
      await openLiveNomination(store, `gtgn-2020-020${n}`, { roundId: round.id, movementId: 'full' });
    const capped = (most: number) => `update rounds set snapshot = jsonb_set(snapshot,
      '{context,approved,nominationsPerUnit}', '{"individual": ${most}, "collective": 1}') where id = '${round.id}'`;
    const found = await damaged(store, 'rounds', capped(1), () => checked(store));
    expect(codesOf(found)).toEqual([`UNIT_CAP_EXCEEDED ${round.id}`]);
    expect(found.violations[0]?.detail).toEqual({ unit: 'hospital', recipients: 'individual', count: '2', most: '1' });
    expect(found.violations[0]?.text.vi).toContain('2 đề nghị (cá nhân)');
    expect(codesOf(await damaged(store, 'rounds', capped(2), () => checked(store)))).toEqual([]);
  });

  it('finds a nomination that goes on while its round is suspended', async () => {
    const store = getStore();
    const other = await openLive(store, roundInputOf('mua-thu'));
    const left = await openLiveNomination(store, 'gtgn-2020-0102', { roundId: other.id, movementId: 'mua-thu' });
    const by = { at: openedAt, actor: chair[0], as: chair[1], reasonGiven: true, changeId: 'c3' };
    await other.pass({ type: 'round.suspend', ...by } as never);
    expect(codesOf(await checked(store))).toEqual([`SUSPENSION_DISAGREES ${left.id}`]);
    await other.pass({ type: 'round.resume', ...by } as never);
    expect(codesOf(await checked(store))).toEqual([]);
  });
});
