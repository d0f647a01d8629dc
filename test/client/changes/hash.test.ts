import { beforeEach, describe, expect, it } from 'vitest';
import { applyChange } from '../../../client/core/changes/apply.ts';
import { effectsOf } from '../../../client/core/changes/hash.ts';
import { previewChange } from '../../../client/core/changes/preview.ts';
import { changeProgress } from '../../../client/core/changes/progress.ts';
import type { ClientError } from '../../../client/core/errors.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import { extensionOf, launchedFor, requestOf } from './support/extension.ts';
import { units } from './support/season.ts';
import { useSeason } from './support/useSeason.ts';

const admin = 'syt.admin';

describe('the hash of a preview', () => {
  const quick = useSeason('2021-10-04T02:00:00.000Z');
  const movements = ['2.5', '2.6', '2.4', '2.3', '2.2'];
  let roundId = '';
  let first = '';
  let number = 0;

  beforeEach(async () => {
    ({ roundId, first, number } = await launchedFor(quick(), movements.shift() ?? '', number));
  });

  const extension = () => extensionOf({ roundId });
  const preview = (asked: ChangeRequest) => previewChange(quick(), admin, asked);

  it('does not answer for another request with the hash of one that was applied', async () => {
    const season = quick();
    const { hash } = await preview(extension());
    const { changeId } = await applyChange(season, admin, extension(), hash);
    await season.deliverAll();
    const { spec } = requestOf({ kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: '2022-02-10' } });
    for (const other of [{ spec }, { reason: 'Khác' }, { as: 'councilSecretary' as const }, { holdNotices: true }]) {
      const error = await applyChange(season, admin, { ...extension(), ...other }, hash).catch((one: unknown) => one);
      expect(error).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT', text: { vi: expect.stringContaining(changeId) } });
    }
    expect(await applyChange(season, admin, extension(), hash)).toMatchObject({ changeId });
  });

  it('does what was previewed though a draft has been amended since, for that changes nothing foretold', async () => {
    const season = quick();
    const seen = await preview(extension());
    const dossier = { nomineeName: 'Lê Văn Ví Dụ', directWorker: true, achievements: 'Khác', documents: [] };
    await season.receive(first, 'bvbr.clerk', 'unitClerk', 'draft.amend', { dossier });
    await season.deliverAll();
    const { changeId } = await applyChange(season, admin, extension(), seen.hash);
    await season.deliverAll();
    expect(await changeProgress(season.store, changeId)).toMatchObject({ total: 3, applied: 3, hash: seen.hash });
  });

  it('extends again what was extended and shortened, for the same reason: three changes, not two', async () => {
    const season = quick();
    const moved = async (on: string) => {
      const asked = requestOf({ kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on } });
      const { changeId } = await applyChange(season, admin, asked, (await preview(asked)).hash);
      await season.deliverAll();
      return changeId;
    };
    const changes = [await moved('2022-01-14'), await moved('2021-12-31'), await moved('2022-01-14')];
    expect(new Set(changes).size).toBe(3);
    const [row] = await season.store.sql<
      { due: string }[]
    >`select snapshot #>> '{context,approved,closesAt}' as due from rounds where id = ${roundId}`;
    expect(row?.due).toBe('2022-01-14T16:59:59.999Z');
  });

  it('says of a stale preview what differs: by name where the preview is at hand, else how many there are now', async () => {
    const season = quick();
    const seen = await preview(extension());
    await season.receive(first, 'bvbr.head', 'unitHead', 'draft.signOff');
    await season.deliverAll();
    number += 1;
    const late = await season.nominate(roundId, units[0], number);
    const stale = (previewed?: ReturnType<typeof effectsOf>) =>
      applyChange(season, admin, extension(), seen.hash, previewed ? { previewed } : {}).then(
        () => null,
        ({ code, text }: ClientError) => ({ code, ...text }),
      );
    const named = await stale(effectsOf(extension(), seen));
    expect(named?.code).toBe('PREVIEW_STALE');
    expect(named?.vi).toContain(`thêm 1 (${late}); khác đi 1 (${first})`);
    expect(named?.en).toContain(`1 new (${late}); 1 different (${first})`);
    expect((await stale())?.vi).toContain('nay sẽ ảnh hưởng đến 4 đề nghị, đợt');
    const other = { ...extension(), reason: 'Khác' };
    const now = await preview(extension());
    await expect(
      applyChange(season, admin, other, now.hash, { previewed: effectsOf(extension(), now) }),
    ).rejects.toMatchObject({
      code: 'PREVIEW_STALE',
      text: { vi: expect.stringContaining('nội dung, lý do, vai trò') },
    });
  });
});
