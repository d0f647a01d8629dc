import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../client/core/changes/apply.ts';
import { previewChange } from '../../../client/core/changes/preview.ts';
import { changeProgress } from '../../../client/core/changes/progress.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import { units } from './support/season.ts';
import { useSeason } from './support/useSeason.ts';

/** A round of a thousand nominations. */
const size = 1_000;

describe('a change of a whole round of a thousand nominations', () => {
  const quick = useSeason('2021-10-04T02:00:00.000Z');

  it('reaches each exactly once, and holds up no other round', async () => {
    const season = quick();
    const days = { opensOn: '2021-10-01', closesOn: '2021-12-31' };
    const [roundId, elsewhere] = [await season.launch('2.5', days), await season.launch('2.6', days)];
    await season.pass();
    for (let from = 1; from <= size; from += 50) {
      const some = Array.from({ length: 50 }, (_, index) => from + index);
      await Promise.all(some.map((number) => season.nominate(roundId, units[number % 2 === 0 ? 0 : 1], number)));
    }
    const other = await season.nominate(elsewhere, 'benhVienBaRia', size + 1);

    const request: ChangeRequest = {
      spec: { kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: '2022-01-14' } },
      as: 'administrator',
      reason: 'Gia hạn vì dịch',
      holdNotices: false,
    };
    const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
      const sinceMs = performance.now();
      return [await work(), performance.now() - sinceMs];
    };
    const [seen, previewMs] = await timed(() => previewChange(season, 'syt.admin', request));
    expect(seen.totals).toMatchObject({ nominations: size, rounds: 1, deadlines: size + 1, timers: size + 1 });

    // Somebody of another round goes on meanwhile.
    const waits: number[] = [];
    let applying = true;
    const meanwhile = (async () => {
      while (applying) {
        const [, ms] = await timed(() => season.receive(other, 'vps.secretary', 'councilSecretary', 'nomination.hold'));
        waits.push(ms);
      }
    })();
    const [progress, applyMs] = await timed(() => applyChange(season, 'syt.admin', request, seen.hash));
    applying = false;
    await meanwhile;
    expect(progress).toMatchObject({ total: size + 1, waiting: size + 1 });
    console.info(
      `preview ${Math.round(previewMs)} ms, apply ${Math.round(applyMs)} ms, ${waits.length} receipts of another round meanwhile, the longest ${Math.round(Math.max(...waits))} ms`,
    );
    expect(applyMs).toBeLessThan(15_000);
    expect(Math.max(...waits)).toBeLessThan(applyMs + 500);

    await season.deliverAll();
    expect(await changeProgress(season.store, progress.changeId)).toMatchObject({ applied: size + 1, refused: 0 });
    const [row] = await season.store.sql`
      select count(*)::integer as moved, count(distinct n.id)::integer as nominations,
        count(*) filter (where n.deadline_wake_at = '2022-01-14 16:59:59.999+00' and n.revision = 2)::integer as once
      from nominations n where n.round_id = ${roundId}`;
    expect(row).toEqual({ moved: size, nominations: size, once: size });
    const told = await season.store
      .sql`select count(*)::integer as count from outbox where batch_id = ${progress.changeId} and channel = 'email'`;
    expect(told[0]?.count).toBe(seen.totals.notices);
  }, 180_000);
});
