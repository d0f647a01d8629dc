import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { MovementPlan } from '../../../contract/roundActs.ts';
import { movementPlanSchema } from '../../../contract/roundActs.ts';
import type { DayCountRule } from '../../../contract/stageRule.ts';
import { plan, roundView } from './examples/round.ts';
import { ran, ranJson } from './fakeWorld.ts';
import { knowing, roundId } from './knownRound.ts';

describe('a plan', () => {
  it('is printed as a file that is taken back unchanged', async () => {
    const { client, sent } = knowing();
    const { out } = await ran(['round', 'plan', roundId], { client });
    expect(out).toMatch(/^# Kế hoạch phong trào Thi đua/);
    expect(movementPlanSchema.parse(parse(out))).toEqual(plan);
    const argv = ['round', 'submit', roundId, '--form', 'ke-hoach.yaml', '--as', 'x', '--key', 'k'];
    const { exit, out: said } = await ran(argv, { client, files: { 'ke-hoach.yaml': out } });
    expect(exit).toBe(0);
    expect(said.split('\n')[0]).toBe(`Đợt ${roundId}: đã thực hiện “Trình kế hoạch phong trào”.`);
    expect(sent).toEqual([['x', { roundId, type: 'plan.submit', as: 'reviewer', body: { plan } }, 'k']]);
    expect((await ranJson(['round', 'plan', roundId], { client })).json).toEqual(plan);
  });

  it('has numbers and yes or no wherever its schema wants them, as YAML and as JSON', async () => {
    const rule: DayCountRule = {
      withinDays: 20,
      counting: 'calendar',
      firstDay: 'counted',
      cutOffHour: 16,
      endHour: 17,
      rollForward: true,
      grace: { kind: 'soft', days: 2 },
      remindBefore: [3, 1],
      pausesWhileReturned: true,
    };
    const perProgramme = { kind: 'perProgramme' as const, count: 10, programmes: ['1', '2'] };
    const full: MovementPlan = {
      ...plan,
      criteria: [{ code: '1', text: '2021' }],
      quota: { collective: { kind: 'fixed', count: 5 }, individual: perProgramme },
      nominationsPerUnit: { individual: 3, collective: 2 },
      deadlines: { review: rule },
    };
    const { client, sent } = knowing();
    const { out } = await ran(['round', 'plan', roundId], { client: { ...client, proposedPlan: async () => full } });
    const files = { 'p.yaml': out.replace('"2021"', '2021'), 'p.json': JSON.stringify(full) };
    for (const file of ['p.yaml', 'p.json']) {
      const { exit, err } = await ran(['round', 'submit', roundId, '--form', file, '--as', 'x'], { client, files });
      expect({ exit, err }).toEqual({ exit: 0, err: '' });
    }
    expect(sent.map(([, request]) => (request as { body: unknown }).body)).toEqual([{ plan: full }, { plan: full }]);
  });

  it('is refused where days and numbers leave their bounds, or the shape is another', async () => {
    const { client } = knowing();
    const lines = async (change: string) => {
      const { out } = await ran(['round', 'plan', roundId], { client });
      const { deadlines: _, ...rest } = parse(out) as Record<string, unknown>;
      const files = { 'p.yaml': `${JSON.stringify({ ...rest, ...parse(change) })}` };
      return (await ran(['round', 'submit', roundId, '--form', 'p.yaml', '--as', 'x'], { client, files })).err
        .split('\n')
        .slice(1, -1);
    };
    expect(await lines('{ deadlines: [], nominationsPerUnit: 3 }')).toEqual([
      '• nominationsPerUnit: phải gồm các trường con, mỗi trường viết “tên: giá trị”',
      '• deadlines: phải gồm các trường con, mỗi trường viết “tên: giá trị”',
    ]);
    const rule = '{ withinDays: 900000000, remindBefore: [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1] }';
    expect(await lines(`{ opensOn: 0001-01-01, deadlines: { review: ${rule} } }`)).toEqual([
      '• opensOn: phải là ngày từ 2000-01-01 đến 2099-12-31',
      '• deadlines.review.withinDays: không được quá 3660',
      '• deadlines.review.remindBefore: không được quá 10 mục',
    ]);
  });

  it('may be the definition’s own, but then no file is given', async () => {
    const { client, sent } = knowing();
    await ran(['round', 'submit', roundId, '--proposed', '--as', 'x'], { client });
    expect(sent[0]?.[1]).toMatchObject({ body: { plan } });
    for (const more of [[], ['--proposed', '--form', 'p.yaml']]) {
      const { exit, err } = await ran(['round', 'submit', roundId, '--as', 'x', ...more], { client });
      expect({ exit, err }).toEqual({
        exit: 2,
        err: 'Cần đúng một trong hai: --form <tệp kế hoạch> hoặc --proposed.\n',
      });
    }
  });

  it('is refused field by field, and nothing is sent', async () => {
    const { client, sent } = knowing();
    const wrong = [
      'criteria: []',
      'awardForm: huyChuong',
      'opensOn: 2021-02-30',
      'window: { from: 2021-04-01 }',
      'quota: { collective: { kind: fixed, count: năm }, individual: { kind: fixed, count: -1 } }',
      'extra: x',
    ].join('\n');
    const argv = ['round', 'submit', roundId, '--form', 'p.yaml', '--as', 'x'];
    const { exit, err } = await ran(argv, { client, files: { 'p.yaml': wrong } });
    expect(exit).toBe(2);
    expect(err.split('\n')).toEqual([
      'Nội dung gửi chưa hợp lệ; chưa có gì được lưu:',
      '• criteria: không được để trống',
      expect.stringContaining('• awardForm: phải là một trong: giayKhen, bangKhen'),
      '• opensOn: phải là ngày có thật, viết YYYY-MM-DD',
      '• window.to: chưa có',
      '• quota.collective.count: phải là số nguyên',
      '• quota.individual.count: phải từ 0 trở lên',
      '• extra: không có trường này trong biểu mẫu',
      '',
    ]);
    expect(sent).toEqual([]);
  });

  it('is approved under the hash that is shown, or the one that is named', async () => {
    const { client, sent } = knowing();
    const { out } = await ran(['round', 'approve', roundId, '--as', 'x'], { client });
    expect(out).toContain(`mã băm ${'e'.repeat(64)}, nhận đề nghị từ 01/04/2021 đến hết 15/12/2021`);
    await ran(['round', 'approve', roundId, '--as', 'x', '--plan-hash', 'f'.repeat(64), '--reason', 'Đồng ý'], {
      client,
    });
    expect(sent.map(([, request]) => (request as { body: unknown }).body)).toEqual([
      { planHash: 'e'.repeat(64) },
      { planHash: 'f'.repeat(64), reason: 'Đồng ý' },
    ]);
    expect(await ran(['round', 'approve', roundId, '--as', 'x', '--plan-hash', 'ff'], { client })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('planHash (--plan-hash): không đúng dạng quy định'),
    });
    const none = { ...client, round: async () => ({ ...roundView, plan: null }) };
    expect(await ran(['round', 'approve', roundId, '--as', 'x'], { client: none })).toMatchObject({ exit: 3 });
    expect(sent).toHaveLength(2);
  });
});

it('sends in the role named, at the revision seen', async () => {
  const { client, sent } = knowing();
  const argv = [
    'round',
    'return',
    roundId,
    '--as',
    'x',
    '--reason',
    'Thiếu',
    '--role',
    'administrator',
    '--if-revision',
    '4',
  ];
  await ran([...argv, '--key', 'k'], { client });
  expect(sent).toEqual([
    ['x', { roundId, type: 'plan.return', as: 'administrator', body: { reason: 'Thiếu' }, expectedRevision: 4 }, 'k'],
  ]);
});
