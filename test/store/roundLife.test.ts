import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalHash } from '../../store/audit/canonical.ts';
import { verifyChain } from '../../store/audit/verify.ts';
import { openWorkItems } from '../../store/queries/details.ts';
import { roundById } from '../../store/queries/rounds.ts';
import { stageCounts } from '../../store/queries/stages.ts';
import { roundPath } from '../../store/queries/timeline.ts';
import { useStore } from './fixture.ts';
import {
  addRoundPeople,
  appraiseLive,
  head,
  moveNomination,
  nominationIn,
  openLive,
  opensAt,
  planHash,
  roundInputOf,
} from './roundFixture.ts';

const getStore = useStore();
beforeAll(() => addRoundPeople(getStore()));

describe('a whole life', () => {
  test('from the plan to the close: states, handed-on lists, work items and an unbroken chain', async () => {
    const store = getStore();
    const round = await appraiseLive(store, roundInputOf('lived'));
    const ids = ['gtgn-2020-5001', 'gtgn-2020-5002', 'gtgn-2020-5003'];
    for (const id of ids) await nominationIn(store, round, id, 'councilReview');
    await moveNomination(store, round, 'gtgn-2020-5002', 2, 'refused');

    async function complete(when: string) {
      const { counts, listHash, nominations } = await stageCounts(store, round.id);
      await round.pass({ type: 'stage.complete', at: when, counts, listHash });
      return nominations;
    }
    expect(await complete('2020-10-05T02:00:00.000Z')).toEqual(['gtgn-2020-5001', 'gtgn-2020-5003']);
    expect(round.last().to).toBe('council');
    const standing = ['gtgn-2020-5001', 'gtgn-2020-5003'] as const;
    for (const id of standing) await moveNomination(store, round, id, 2, 'authorityDecision');
    await complete('2020-10-10T02:00:00.000Z');
    for (const id of standing) await moveNomination(store, round, id, 3, 'published');
    await complete('2020-10-15T02:00:00.000Z');
    for (const id of standing) await moveNomination(store, round, id, 4, 'closed');
    await complete('2020-11-20T02:00:00.000Z');

    expect(await roundPath(store, round.id)).toEqual([
      'planning',
      'planReview',
      'approved',
      'open',
      'appraisal',
      'council',
      'decision',
      'published',
      'closed',
    ]);
    expect(await roundById(store, round.id)).toMatchObject({
      state: 'closed',
      planHash,
      wakeAt: null,
      openedAt: opensAt,
      closedAt: '2020-11-20T02:00:00.000Z',
    });
    expect(await openWorkItems(store, round.id)).toEqual([]);
    const handovers =
      await store.sql`select stage, nominations, list_hash from round_handovers where round_id = ${round.id} order by revision`;
    expect(handovers).toEqual(
      [
        ['appraisal', [...standing]],
        ['council', [...standing]],
        ['decision', [...standing]],
        ['published', []],
      ].map(([stage, nominations]) => ({
        stage,
        nominations,
        list_hash: canonicalHash(nominations).toString('hex'),
      })),
    );
    expect((await verifyChain(store.sql)).map(({ firstBreak }) => firstBreak)).toEqual([null, null]);
  });

  test('a nomination that ends between the count and its recording is still on the list handed on', async () => {
    const store = getStore();
    const round = await appraiseLive(store, roundInputOf('raced'));
    const ids = ['gtgn-2020-5101', 'gtgn-2020-5102'];
    for (const id of ids) await nominationIn(store, round, id, 'councilReview');
    const when = '2020-10-05T02:00:00.000Z';
    const { counts, listHash } = await stageCounts(store, round.id);
    await moveNomination(store, round, 'gtgn-2020-5101', 2, 'refused', '2020-10-05T02:00:00.500Z');
    await round.pass({ type: 'stage.complete', at: when, counts, listHash });
    const [handover] = await store.sql`select nominations, counts from round_handovers where round_id = ${round.id}`;
    expect(handover).toMatchObject({ nominations: ids, counts: { council: 2 } });
  });

  test('notices of the launch go to the units, of a missed answer to those that have not given one', async () => {
    const store = getStore();
    const round = await openLive(store, roundInputOf('told'));
    await round.act(
      head,
      '2020-09-02T02:00:00.000Z',
      { type: 'unit.answer', unit: 'hospital', takesPart: true },
      { unit: 'hospital', takesPart: true },
    );
    await round.pass({ type: 'deadline.pass', at: '2020-09-10T17:00:00.000Z' });
    const told = await store.sql`
      select template, array_agg(recipient_person order by recipient_person) as people, min(data #>> '{deadline,name}') as deadline
      from outbox where subject_id = ${round.id} and template in ('round.open', 'round.escalated') group by template order by template`;
    expect(told).toEqual([
      { template: 'round.escalated', people: ['clinic.head', 'secretary'], deadline: 'answer' },
      { template: 'round.open', people: ['clerk', 'clinic.head', 'head', 'reviewer', 'secretary'], deadline: 'answer' },
    ]);
  });
});
