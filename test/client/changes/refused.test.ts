import { beforeAll, describe, expect, it } from 'vitest';
import { applyChange } from '../../../client/core/changes/apply.ts';
import { previewChange } from '../../../client/core/changes/preview.ts';
import { changePreview, changeProgress, listChanges } from '../../../client/core/changes/progress.ts';
import { ClientError } from '../../../client/core/errors.ts';
import type { ChangeRequest, ChangeSpec } from '../../../contract/changeSpec.ts';
import { useSeason } from './support/useSeason.ts';

describe('an administrator’s error', () => {
  const quick = useSeason('2021-10-04T02:00:00.000Z');
  let roundId = '';
  let nominationId = '';

  beforeAll(async () => {
    const season = quick();
    roundId = await season.launch('2.5', { opensOn: '2021-10-01', closesOn: '2021-12-31' });
    await season.pass();
    nominationId = await season.nominate(roundId, 'benhVienBaRia', 1);
  });

  const request = (spec: ChangeSpec): ChangeRequest => ({
    spec,
    as: 'administrator',
    reason: 'Gia hạn',
    holdNotices: false,
  });
  const deadline = (more: Partial<Extract<ChangeSpec, { kind: 'deadline' }>>) =>
    request({ kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: '2022-01-14' }, ...more });

  /** Asks for preview and application, sees that nothing was written, and gives the error. */
  async function wrong(asked: ChangeRequest, by = 'syt.admin'): Promise<ClientError> {
    const season = quick();
    const written = async () =>
      season.store
        .sql`select (select count(*) from inbox)::integer as inbox, (select count(*) from changes)::integer as changes,
        (select count(*) from audit_entries)::integer as audit, (select sum(revision) from nominations)::integer as revisions`;
    const before = await written();
    const thrown = async (work: Promise<unknown>) => {
      const error = await work.then(
        () => null,
        (one: unknown) => one,
      );
      if (error instanceof ClientError) return error;
      throw new Error(`Not a ClientError: ${String(error)}`);
    };
    const seen = await thrown(previewChange(season, by, asked));
    expect((await thrown(applyChange(season, by, asked, 'f'.repeat(64)))).code).toBe(seen.code);
    expect(await written()).toEqual(before);
    for (const text of Object.values(seen.text)) expect(text).not.toMatch(/\{\w+\}/);
    return seen;
  }

  it('of a day off names the next working day and why', async () => {
    // 2 January 2022 is a Sunday; New Year’s Day fell on the Saturday before, so the Monday is off too.
    const error = await wrong(deadline({ to: { on: '2022-01-02' } }));
    expect(error.code).toBe('DAY_OFF');
    expect(error.text.vi).toContain('04/01/2022');
  });

  it('of a day that has passed, or before the window begins, is told', async () => {
    expect((await wrong(deadline({ to: { on: '2021-10-01' } }))).code).toBe('DUE_NOT_AHEAD');
    const later = await quick().launch('2.7', { opensOn: '2021-11-01', closesOn: '2021-12-31' });
    const error = await wrong(deadline({ scope: { roundId: later }, to: { on: '2021-10-20' } }));
    expect(error.code).toBe('WINDOW_REVERSED');
    expect(error.text.en).toContain('01/11/2021');
  });

  it('of no days at all, or of a reason left out, is an invalid form', async () => {
    expect((await wrong(deadline({ to: { addDays: 0, counting: 'working' } }))).code).toBe('INVALID_FORM');
    expect((await wrong({ ...deadline({}), reason: ' ' })).code).toBe('INVALID_FORM');
  });

  it('of a name that does not exist is told with what there is', async () => {
    expect((await wrong(deadline({ scope: { roundId: '004/9.9/nam2021' } }))).code).toBe('UNKNOWN_ROUND');
    expect((await wrong(deadline({ scope: { nominationId: '004-9999' } }))).code).toBe('UNKNOWN_NOMINATION');
    expect((await wrong(deadline({ scope: { programmeId: '999' } }))).code).toBe('UNKNOWN_PROGRAMME');
    expect((await wrong(deadline({ scope: { roundId, personId: 'nobody' } }))).code).toBe('UNKNOWN_PERSON');
    expect((await wrong(deadline({}), 'nobody')).code).toBe('UNKNOWN_PERSON');
    const unit = await wrong(deadline({ scope: { roundId, unitId: 'soYTe' } }));
    expect(unit.code).toBe('UNKNOWN_UNIT');
    expect(unit.text.vi).toContain('benhVienBaRia');
  });

  it('of a round’s own deadline asked of one nomination is told', async () => {
    expect((await wrong(deadline({ scope: { nominationId }, deadline: 'answer' }))).code).toBe('UNKNOWN_DEADLINE');
  });

  it('of progress asked for a change there is none of is told', async () => {
    await expect(changeProgress(quick().store, 'none')).rejects.toMatchObject({ code: 'UNKNOWN_CHANGE' });
    await expect(changePreview(quick().store, 'none')).rejects.toMatchObject({ code: 'UNKNOWN_CHANGE' });
  });

  it('of a list of changes of a programme there is none of is told', async () => {
    const { store } = quick();
    expect(await listChanges(store, '001')).toEqual([]);
    await expect(listChanges(store, '777')).rejects.toMatchObject({
      code: 'UNKNOWN_PROGRAMME',
      text: { vi: expect.stringContaining('004') },
    });
  });

  it('of a role not held leaves everything untouched, and there is nothing to apply', async () => {
    const season = quick();
    const asked = { ...deadline({}), as: 'approvingAuthority' as const };
    const preview = await previewChange(season, 'syt.admin', asked);
    expect(preview.subjects).toEqual([]);
    expect(preview.untouched.map(({ because }) => because[0]?.code)).toEqual(['NOT_YOUR_ROLE', 'NOT_YOUR_ROLE']);
    await expect(applyChange(season, 'syt.admin', asked, preview.hash)).rejects.toMatchObject({
      code: 'NOTHING_TO_CHANGE',
    });
  });
});
