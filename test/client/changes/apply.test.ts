import { beforeEach, describe, expect, it } from 'vitest';
import { applyChange } from '../../../client/core/changes/apply.ts';
import { previewChange } from '../../../client/core/changes/preview.ts';
import { changePreview, changeProgress, listChanges } from '../../../client/core/changes/progress.ts';
import type { ClientError } from '../../../client/core/errors.ts';
import { timelineOf } from '../../../client/core/timelineViews.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import { compareWithChain } from '../../../store/audit/compare.ts';
import { verifyChain } from '../../../store/audit/verify.ts';
import { lockForChange } from '../../../store/changes.ts';
import { receive } from '../../../store/receive.ts';
import { form } from '../../support/productCast.ts';
import { extensionOf, launchedFor, requestOf } from './support/extension.ts';
import { units } from './support/season.ts';
import { useSeason } from './support/useSeason.ts';

const admin = 'syt.admin';

describe('applying a change', () => {
  const quick = useSeason('2021-10-04T02:00:00.000Z');
  const movements = ['2.5', '2.6', '2.4', '2.3', '2.2', '2.7', '2.8', '2.9', '2.11', '2.1', '2.10'];
  let roundId = '';
  let first = '';
  let number = 0;

  beforeEach(async () => {
    ({ roundId, first, number } = await launchedFor(quick(), movements.shift() ?? '', number));
  });

  const extension = (scope?: Parameters<typeof extensionOf>[0]) => extensionOf(scope ?? { roundId });
  const preview = (asked: ChangeRequest) => previewChange(quick(), admin, asked);

  it('extends the window for the round, its nominations and those still to be opened, and tells so afterwards', async () => {
    const season = quick();
    const seen = await preview(extension());
    expect(seen.totals).toMatchObject({ nominations: 2, rounds: 1, deadlines: 3, timers: 3 });
    const progress = await applyChange(season, admin, extension(), seen.hash);
    expect(progress).toMatchObject({ total: 3, applied: 0, refused: 0, waiting: 3, reason: 'Gia hạn', by: admin });
    await season.deliverAll();
    expect(await changeProgress(season.store, progress.changeId)).toMatchObject({ applied: 3, waiting: 0 });
    expect((await listChanges(season.store, '004'))[0]?.changeId).toBe(progress.changeId);
    number += 1;
    const late = await season.nominate(roundId, units[0], number);
    const [row] = await season.store
      .sql`select deadline_due_at = '2022-01-14 16:59:59.999+00' as moved from nominations where id = ${late}`;
    expect(row?.moved).toBe(true);
    expect(await verifyChain(season.store.sql)).toEqual(
      expect.arrayContaining([expect.objectContaining({ chain: '004', firstBreak: null })]),
    );
    expect(await compareWithChain(season.store.sql, '004')).toEqual([]);
    const kept = await changePreview(season.store, progress.changeId);
    expect(kept.subjects.map(({ id }) => id)).toContain(first);
    for (const [id, kind, name] of [
      [first, 'nomination', 'draft'],
      [roundId, 'round', 'closing'],
    ] as const) {
      const told = (await timelineOf(season.store, id)).filter(({ moves }) => moves);
      expect(told).toMatchObject([
        {
          type: 'deadline.change',
          moves: { kind, deadlines: [{ name, from: '2021-12-31T16:59:59.999Z', to: '2022-01-14T16:59:59.999Z' }] },
        },
      ]);
    }
  });

  it('extends one unit’s window and leaves every other', async () => {
    const season = quick();
    const asked = extension({ roundId, unitId: units[0] });
    const seen = await preview(asked);
    expect(seen.subjects.map(({ kind, unitId }) => [kind, unitId])).toEqual([
      ['round', units[0]],
      ['nomination', units[0]],
    ]);
    await applyChange(season, admin, asked, seen.hash);
    await season.deliverAll();
    // The whole window may be extended to an earlier day than the unit's own: the unit keeps its own.
    const whole = await preview(
      requestOf({ kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: '2022-01-07' } }),
    );
    expect(whole.subjects.map(({ unitId }) => unitId)).toEqual([null, units[1]]);
    expect(whole.untouched).toEqual([
      {
        kind: 'nomination',
        id: first,
        because: [{ code: 'UNIT_WINDOW_KEPT', detail: { unit: units[0], dueAt: '2022-01-14T16:59:59.999Z' } }],
      },
    ]);
  });

  it('is the same again when it is sent again, at once and later, and never a second change', async () => {
    const season = quick();
    const seen = await preview(extension());
    const twice = await Promise.all([0, 1].map(() => applyChange(season, admin, extension(), seen.hash)));
    await season.deliverAll();
    const again = await applyChange(season, admin, extension(), seen.hash);
    expect(new Set([...twice, again].map(({ changeId }) => changeId)).size).toBe(1);
    expect(again).toMatchObject({ total: 3, applied: 3 });
    const other = await preview(extension({ nominationId: first })).catch(() => null);
    expect(other?.subjects ?? []).toEqual([]);
  });

  it('refuses a key that stands for another change', async () => {
    const season = quick();
    const one = extension({ nominationId: first });
    const key = { idempotencyKey: `k-${first}` };
    await applyChange(season, admin, one, (await preview(one)).hash, key);
    await season.deliverAll();
    await expect(applyChange(season, admin, extension(), (await preview(extension())).hash, key)).rejects.toMatchObject(
      {
        code: 'IDEMPOTENCY_CONFLICT',
      },
    );
  });

  it('does nothing when the record has changed since the preview', async () => {
    const season = quick();
    const seen = await preview(extension());
    await season.receive(first, 'bvbr.head', 'unitHead', 'draft.signOff');
    await season.deliverAll();
    await expect(applyChange(season, admin, extension(), seen.hash)).rejects.toMatchObject({ code: 'PREVIEW_STALE' });
    const [row] = await season.store
      .sql`select count(*)::integer as shares from inbox where change_id is not null and subject_id = ${first}`;
    expect(row?.shares).toBe(0);
    await expect(
      applyChange(season, admin, { ...extension(), reason: 'Khác' }, (await preview(extension())).hash),
    ).rejects.toMatchObject({
      code: 'PREVIEW_STALE',
    });
  });

  it('waits for an act on its way, and gives up when it does not arrive', async () => {
    const season = quick();
    const asked = extension({ roundId, unitId: units[1] });
    const seen = await preview(asked);
    const other = `004-${String(number).padStart(4, '0')}`;
    // Whoever acts is not of the unit: the act is refused, and the record stays as it was.
    const row = await season.receive(other, 'bvbr.head', 'unitHead', 'draft.signOff');
    await expect(applyChange(season, admin, asked, seen.hash, { waitMs: 100 })).rejects.toMatchObject({
      code: 'CHANGE_BUSY',
    });
    const applying = applyChange(season, admin, asked, seen.hash);
    await season.deliver(row);
    expect(await applying).toMatchObject({ total: 2 });
    await season.deliverAll();
  });

  it('gives up, naming no numbers, when somebody else holds what it would change', async () => {
    const season = quick();
    const asked = extension({ nominationId: first });
    const seen = await preview(asked);
    const held = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    const holding = season.store.sql.begin(async (sql) => {
      await lockForChange(sql, [], [first]);
      held.resolve();
      await released.promise;
    });
    await held.promise;
    const error = await applyChange(season, admin, asked, seen.hash, { waitMs: 0 }).catch((one: unknown) => one);
    released.resolve();
    await holding;
    expect(error).toMatchObject({ code: 'CHANGE_BUSY' });
    const { text } = error as ClientError;
    expect(text.vi).toContain('đang có một điều chỉnh khác');
    expect(text.en).toContain('Another change or a receipt is under way');
    expect(Object.values(text).join(' ')).not.toMatch(/\d|[{}]/);
    expect(await applyChange(season, admin, asked, seen.hash)).toMatchObject({ total: 1 });
    await season.deliverAll();
  });

  it('waits for an opening received for the movement', async () => {
    const season = quick();
    const { movementId } = { movementId: roundId.split('/')[1] ?? '' };
    const seen = await preview(extension());
    const body = { ...form, movementId, programmeRef: 'x' };
    const act = { idempotencyKey: `o-${roundId}`, actorId: 'bvbr.clerk', as: 'unitClerk' as const, programmeId: '004' };
    const { inboxId } = await receive(
      season.store,
      { ...act, subjectId: null, type: 'nomination.open', body },
      { clock: season.clock, owner: 'x' },
    );
    await expect(applyChange(season, admin, extension(), seen.hash, { waitMs: 0 })).rejects.toMatchObject({
      code: 'CHANGE_BUSY',
    });
    // A change of a single nomination is no matter of openings.
    const single = extension({ nominationId: first });
    await applyChange(season, admin, single, (await preview(single)).hash, { waitMs: 0 });
    await season.store.sql`update inbox set status = 'refused' where id = ${inboxId}`;
    await season.deliverAll();
  });

  it('does nothing while a deadline of the scope has come and is not on record', async () => {
    const season = quick();
    number += 1;
    const soon = await season.nominate(roundId, units[0], number, {
      plan: { draft: { on: '2021-10-04T12:00:00.000Z' } } as never,
    });
    const asked = extension({ nominationId: soon });
    const seen = await preview(asked);
    season.travel(24);
    await expect(applyChange(season, admin, asked, seen.hash, { waitMs: 0 })).rejects.toMatchObject({
      code: 'CHANGE_BUSY',
    });
    await season.pass();
    // Now it has passed: the nomination is over, and there is nothing left to extend.
    await expect(applyChange(season, admin, asked, seen.hash, { waitMs: 0 })).rejects.toMatchObject({
      code: 'PREVIEW_STALE',
    });
    const after = await preview(asked);
    expect(after.untouched[0]?.because[0]?.code).toBe('NOTHING_TO_CHANGE');
    await expect(applyChange(season, admin, asked, after.hash)).rejects.toMatchObject({ code: 'NOTHING_TO_CHANGE' });
  });

  it('keeps the notices back when told to', async () => {
    const season = quick();
    const asked = { ...extension(), holdNotices: true };
    const { changeId } = await applyChange(season, admin, asked, (await preview(asked)).hash);
    await season.deliverAll();
    const rows = await season.store.sql`select distinct status from outbox where batch_id = ${changeId}`;
    expect(rows).toEqual([{ status: 'held' }]);
  });

  it('suspends, resumes with the time that was left, and cancels', async () => {
    const season = quick();
    const apply = async (kind: 'suspend' | 'resume' | 'cancel') => {
      const asked = requestOf({ kind, scope: { roundId } });
      const seen = await preview(asked);
      const progress = await applyChange(season, admin, asked, seen.hash);
      await season.deliverAll();
      expect(await changeProgress(season.store, progress.changeId)).toMatchObject({ total: 3, applied: 3 });
    };
    await apply('suspend');
    season.travel(48);
    await apply('resume');
    const [row] = await season.store.sql<
      { due: string }[]
    >`select deadline_due_at as due from nominations where id = ${first}`;
    const movedMs = Date.parse(row?.due ?? '') - Date.parse('2021-12-31T16:59:59.999Z');
    expect(movedMs).toBeGreaterThanOrEqual(48 * 3_600_000);
    expect(movedMs).toBeLessThan(48 * 3_600_000 + 60_000);
    await apply('cancel');
    const states = await season.store.sql`select distinct state from nominations where round_id = ${roundId}`;
    expect(states).toEqual([{ state: 'cancelled' }]);
  });
});
