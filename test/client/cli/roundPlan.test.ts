import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { movementPlanSchema } from '../../../contract/roundActs.ts';
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
