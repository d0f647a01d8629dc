import { beforeAll, expect, it } from 'vitest';
import { putDirectory } from '../../../store/putDirectory.ts';
import { directory, useStore } from '../../store/fixture.ts';
import { begunAt } from '../../store/roundFixture.ts';
import { appraised, openStanding, roundId } from './standing.ts';
import { checked, codesOf, damaged, openLiveNomination } from './support.ts';

const getStore = useStore();
beforeAll(() => openStanding(getStore()));

it('finds nothing in a sound record, and counts what it looked at', async () => {
  const report = await checked(getStore());
  expect(report).toMatchObject({ violations: [], warnings: [], engine: false });
  const { notices, reminders, ...counts } = report.counts;
  // Two owners of the draft, one each of the others; two units’ answers and the end of the round’s window.
  expect(counts).toEqual({ nominations: 3, rounds: 1, returns: 1, appraisals: 1, workItems: 7, changes: 0 });
  expect(notices).toBeGreaterThan(0);
  expect(reminders).toBeGreaterThan(0);
});

it('warns of a queue that nobody holds, and says who can appoint', async () => {
  const ended = `update role_assignments set valid_to = '2020-09-02T00:00:00Z' where person_id = 'appraiser'`;
  const report = await damaged(getStore(), 'role_assignments', ended, () => checked(getStore()));
  expect(report.violations).toEqual([]);
  expect(report.warnings).toMatchObject([
    {
      code: 'NOBODY_HOLDS_QUEUE',
      subject: { kind: 'queue', id: 'appraiser@finance' },
      detail: { count: '1', example: appraised, administrators: 'Người admin (admin)' },
    },
  ]);
  expect(report.warnings[0]?.text.vi).toContain('Người thẩm định của phòng chuyên môn (appraiser@finance)');
});

it('warns of notices that did not arrive, with how many and what shows them', async () => {
  const store = getStore();
  const one = (order: string) => `(select id from outbox order by id ${order} limit 1)`;
  const dead = `update outbox set status = 'dead' where id <> ${one('desc')}`;
  const bounced = `update outbox set status = 'bounced' where id = ${one('desc')}`;
  const report = await damaged(store, 'outbox', `${dead}; ${bounced}`, () => checked(store));
  expect(report.violations).toEqual([]);
  const count = String(report.counts.notices - 1);
  expect(report.warnings).toMatchObject([
    { code: 'NOTICES_DEAD', subject: { kind: 'notice' }, detail: { count } },
    { code: 'NOTICES_BOUNCED', subject: { kind: 'notice' }, detail: { count: '1' } },
  ]);
  expect(report.warnings[0]?.text.vi).toContain(`${count} thông báo không gửi được`);
  expect(report.warnings[0]?.text.vi).toContain('npx vinhdanh notices log --status dead');
  expect(report.warnings[1]?.text.en).toContain('npx vinhdanh notices log --status bounced');
});

it('raises no alarm while acts are being applied', async () => {
  const store = getStore();
  await putDirectory(store, directory, { actorId: null, at: begunAt });
  let working = true;
  const busy = Array.from({ length: 6 }, async (_, index) => {
    const one = await openLiveNomination(store, `gtgn-2020-02${index}0`, { roundId });
    for (let turn = 0; working; turn++) {
      await one.act('draft.amend', { dossierHash: 'b'.repeat(64) });
      await one.act('nomination.withdraw');
      await one.act('nomination.revive');
      if (turn === 500) throw new Error('Nobody stops it');
    }
    return one.last().revision;
  });
  const reports = [];
  for (let look = 0; look < 12; look++) reports.push(await checked(store));
  working = false;
  const revisions = await Promise.all(busy);
  expect(reports.flatMap(codesOf)).toEqual([]);
  expect(Math.min(...revisions)).toBeGreaterThan(4);
}, 60_000);
