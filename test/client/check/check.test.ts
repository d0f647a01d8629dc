import { beforeAll, describe, expect, it } from 'vitest';
import { putDirectory } from '../../../store/putDirectory.ts';
import { directory, useStore } from '../../store/fixture.ts';
import { begunAt, chair, openLive, roundInputOf } from '../../store/roundFixture.ts';
import type { LiveNomination } from './support.ts';
import {
  addCast,
  checked,
  clockOfDay,
  codesOf,
  damaged,
  openedAt,
  openLiveNomination,
  untriggered,
} from './support.ts';

const getStore = useStore();
const roundId = 'gtgn-2020/covid/dot1';
const [draft, returned, appraised] = ['gtgn-2020-0001', 'gtgn-2020-0002', 'gtgn-2020-0003'];

beforeAll(async () => {
  const store = getStore();
  await addCast(store);
  await openLive(store, roundInputOf('covid'));
  const nominations: LiveNomination[] = [];
  for (const id of [draft, returned, appraised]) nominations.push(await openLiveNomination(store, id, { roundId }));
  for (const one of nominations.slice(1)) await one.act('draft.signOff');
  await nominations[1]?.act('review.return', { itemCodes: ['bienBan'], dueAt: '2020-09-15T16:59:59.999Z' });
  await nominations[2]?.act('appraisal.request', { divisions: ['finance'], dueAt: '2020-09-12T16:59:59.999Z' });
});

it('finds nothing in a sound record, and counts what it looked at', async () => {
  const report = await checked(getStore());
  expect(report).toMatchObject({ violations: [], warnings: [], engine: false });
  const { notices, reminders, ...counts } = report.counts;
  // Two owners of the draft, one each of the others; two units’ answers and the end of the round’s window.
  expect(counts).toEqual({ nominations: 3, rounds: 1, returns: 1, appraisals: 1, workItems: 7, changes: 0 });
  expect(notices).toBeGreaterThan(0);
  expect(reminders).toBeGreaterThan(0);
});

const damages: [what: string, found: string, table: string, damage: string][] = [
  [
    'an open nomination that waits for nobody',
    `NO_WORK_ITEM ${draft}`,
    'work_items',
    `delete from work_items where subject_id = '${draft}'`,
  ],
  [
    'an open round that waits for nobody',
    `NO_WORK_ITEM ${roundId}`,
    'work_items',
    `update work_items set closed_at = now() where subject_id = '${roundId}' and not exists (select from reminders where work_item_id = id); delete from work_items where subject_id = '${roundId}' and closed_at is null`,
  ],
  [
    'a matter of a nomination that does not exist',
    'WORK_ITEM_LEFT gtgn-2020-9999',
    'work_items',
    `insert into work_items (subject_id, key, queue, opened_at, due_at, next_escalation_at, level, opened_revision) values ('gtgn-2020-9999', 'draft', 'unitClerk@hospital', now(), '2020-12-01', '2020-12-01', 0, 1)`,
  ],
  [
    'another queue than the machine’s',
    `WORK_ITEM_DISAGREES ${returned}`,
    'work_items',
    `update work_items set queue = 'unitHead@hospital' where subject_id = '${returned}' and closed_at is null`,
  ],
  [
    'another due time than the machine’s',
    `WORK_ITEM_DISAGREES ${returned}`,
    'work_items',
    `update work_items set due_at = due_at + interval '1 day' where subject_id = '${returned}' and closed_at is null`,
  ],
  [
    'another next escalation than the machine’s',
    `WORK_ITEM_DISAGREES ${appraised}`,
    'work_items',
    `update work_items set next_escalation_at = next_escalation_at + interval '1 day' where subject_id = '${appraised}' and closed_at is null`,
  ],
  [
    'another level than the machine’s',
    `WORK_ITEM_DISAGREES ${appraised}`,
    'work_items',
    `update work_items set level = 1 where subject_id = '${appraised}' and closed_at is null`,
  ],
  [
    'an escalation the machine knows nothing of',
    `WORK_ITEM_DISAGREES ${roundId}`,
    'work_items',
    `update work_items set escalated_to = 'councilSecretary@office' where subject_id = '${roundId}' and key = 'open' and closed_at is null`,
  ],
  [
    'one owner of two missing',
    `WORK_ITEM_DISAGREES ${draft}`,
    'work_items',
    `delete from work_items where subject_id = '${draft}' and key = 'draft:unitHead'`,
  ],
  [
    'a state the machine is not in',
    `STATE_DISAGREES ${draft}`,
    'nominations',
    `update nominations set state = 'departmentReview' where id = '${draft}'`,
  ],
  [
    'a nomination closed in the projection alone',
    `STATE_DISAGREES ${draft}`,
    'nominations',
    `update nominations set closed_at = now() where id = '${draft}'; update work_items set closed_at = now() where false`,
  ],
  [
    'a round whose timer is another',
    `STATE_DISAGREES ${roundId}`,
    'rounds',
    `update rounds set wake_at = wake_at - interval '1 hour' where id = '${roundId}'`,
  ],
  [
    'a snapshot of another machine',
    `SNAPSHOT_UNREADABLE ${draft}`,
    'nominations',
    `update nominations set snapshot = jsonb_set(snapshot, '{context,machine}', '"nomination@9"') where id = '${draft}'`,
  ],
  [
    'a returned nomination without its list',
    `RETURN_INCOMPLETE ${returned}`,
    'nominations',
    `update nominations set snapshot = jsonb_set(snapshot, '{context,itemCodes}', '[]') where id = '${returned}'`,
  ],
  [
    'an appraisal asked without a due time',
    `APPRAISAL_INCOMPLETE ${appraised}`,
    'nominations',
    `update nominations set snapshot = snapshot #- '{context,appraisals,0,dueAt}' where id = '${appraised}'`,
  ],
  [
    'a reminder that is gone',
    `REMINDERS_DISAGREE ${returned}`,
    'reminders',
    `delete from reminders where work_item_id in (select id from work_items where subject_id = '${returned}' and closed_at is null)`,
  ],
  [
    'a reminder nobody asked for',
    `REMINDERS_DISAGREE ${appraised}`,
    'reminders',
    `insert into reminders (work_item_id, remind_at) select id, '2020-09-11T17:00:00Z' from work_items where subject_id = '${appraised}' and closed_at is null`,
  ],
  [
    'a reminder of a matter that is closed',
    `REMINDER_LEFT ${returned}`,
    'reminders',
    `insert into reminders (work_item_id, remind_at) select min(id), '2020-09-11T17:00:00Z' from work_items where subject_id = '${returned}' and closed_at is not null`,
  ],
  [
    'a round that does not exist',
    `ROUND_UNKNOWN ${draft}`,
    'nominations',
    `update nominations set round_id = 'gtgn-2020/none/dot1' where id = '${draft}'`,
  ],
  [
    'a share of a change that was never received',
    'CHANGE_SHARE_MISSING c1',
    'changes',
    `insert into changes (id, programme_id, spec, preview, hash, actor_id, as_role, reason, hold_notices, applied_at) values ('c1', 'gtgn-2020', '{}', '{"subjects":[{"id":"${draft}"}]}', '', 'admin', 'administrator', '', false, now())`,
  ],
  [
    'an act that was never delivered',
    `ACT_UNDELIVERED `,
    'inbox',
    `update inbox set status = 'received', received_at = received_at - interval '1 hour' where subject_id = '${returned}' and type = 'review.return'`,
  ],
  [
    'a refusal notice past its deadline',
    `REFUSAL_UNTOLD `,
    'outbox',
    `update outbox set deliver_by = '2020-09-01T00:00:00Z' where id = (select id from outbox where subject_id = '${returned}' order by id limit 1)`,
  ],
  [
    'a step of the timeline that is gone',
    `COUNTS_DISAGREE ${returned}`,
    'transitions',
    `delete from transitions where subject_id = '${returned}' and revision = 2`,
  ],
  [
    'an entry of the audit chain that is gone',
    `COUNTS_DISAGREE ${roundId}`,
    'audit_entries',
    `delete from audit_entries where subject_id = '${roundId}' and revision = 3`,
  ],
];

it.each(damages)('finds %s, and nothing else', async (_what, found, table, damage) => {
  const report = await damaged(getStore(), table, damage, () => checked(getStore()));
  const codes = codesOf(report).map((one) => (found.endsWith(' ') ? `${one.split(' ')[0]} ` : one));
  expect(codes).toEqual([found]);
  const [violation] = report.violations;
  expect(violation?.text.vi).not.toMatch(/[{}]|undefined/);
  expect(violation?.text.en).not.toMatch(/[{}]|undefined/);
  expect(codesOf(await checked(getStore()))).toEqual([]);
});

describe('time', () => {
  beforeAll(() => untriggered(getStore(), `update transitions set recorded_at = recorded_at - interval '1 hour'`));

  it('finds every timer that should have fired more than a minute ago, unless an act is still to be delivered', async () => {
    const store = getStore();
    const late = await checked(store, clockOfDay('2020-09-16'));
    expect(codesOf(late)).toEqual(expect.arrayContaining([`TIMER_LATE ${returned}`, `TIMER_LATE ${appraised}`]));
    expect(codesOf(late)).not.toContain(`TIMER_LATE ${draft}`);
    expect(late.warnings.map(({ code }) => code)).toContain('REMINDER_LATE');

    const waiting = `update inbox set status = 'received' where subject_id = '${returned}' and type = 'review.return'`;
    const excused = await damaged(store, 'inbox', waiting, () => checked(store, clockOfDay('2020-09-16')));
    expect(codesOf(excused)).not.toContain(`TIMER_LATE ${returned}`);
    expect(codesOf(excused)).toContain(`TIMER_LATE ${appraised}`);
  });

  it('gives what was recorded just now its minute, whatever past instant it names', async () => {
    const now = `update transitions set recorded_at = now() where subject_id = '${returned}' and revision = 3`;
    const report = await damaged(getStore(), 'transitions', now, () => checked(getStore(), clockOfDay('2020-09-16')));
    expect(codesOf(report)).not.toContain(`TIMER_LATE ${returned}`);
    expect(codesOf(report)).toContain(`TIMER_LATE ${appraised}`);
  });

  it('gives a timer a minute of real time, however fast the programme’s clock runs', async () => {
    const clock = { origin: '2020-09-13T17:00:00.000Z', start: new Date().toISOString(), speed: 100_000 };
    const start = Date.now();
    let report = await checked(getStore(), clock);
    // Two programme days later the deadlines of these nominations are past; a minute of real time is not.
    while (Date.parse(report.checkedAt) < Date.parse('2020-09-16T00:00:00.000Z'))
      report = await checked(getStore(), clock);
    expect(Date.now() - start).toBeLessThan(60_000);
    expect(codesOf(report)).toEqual([]);
  });
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
