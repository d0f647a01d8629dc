import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { movementPlanSchema } from '../../../contract/roundActs.ts';
import * as examples from './examples.ts';
import type { Fakes } from './fakeWorld.ts';
import { ran, ranJson } from './fakeWorld.ts';

const id = examples.round.roundId;
const now = () => '2021-05-10T02:00:00.000Z';

/** A client that knows the one round and keeps what it is sent. */
function knowing(result = examples.roundApplied) {
  const sent: unknown[][] = [];
  const asked: unknown[] = [];
  const client: Fakes['client'] = {
    now,
    rounds: async (filter) => {
      asked.push(filter);
      return [examples.round];
    },
    round: async () => examples.roundView,
    programmes: async () => examples.programmes,
    proposedPlan: async () => examples.plan,
    whyRound: async () => examples.whyRound,
    timeline: async () => [
      {
        ...{ revision: 2, type: 'plan.approve' as const, at: '2021-03-20T02:00:00.000Z', from: 'planReview' as const },
        ...{ to: 'approved' as const, reason: null, facts: {}, refusals: [] },
        who: { id: 'syt.director', name: 'Lê Văn Giám Đốc', role: 'approvingAuthority' as const },
      },
    ],
    actOnRound: async (...args: unknown[]) => {
      sent.push(args);
      return result;
    },
  };
  return { client, sent, asked };
}

describe('rounds', () => {
  it('lists rounds with window, next deadline, coverage, and what is late', async () => {
    const { client, asked } = knowing();
    const { exit, out } = await ran(['rounds', '004', '--state', 'open', '--movement', '2.9'], { client });
    expect(exit).toBe(0);
    expect(asked).toEqual([{ programmeId: '004', movementId: '2.9', state: 'open' }]);
    const row = out.split('\n').find((line) => line.startsWith(id));
    expect(row).toContain('Đã phát động, đang nhận đề nghị');
    expect(row).toContain('01/04/2021 – 15/12/2021');
    expect(row).toContain('Hạn các đơn vị trả lời việc tham gia: 30/04/2021 23:59 (tạm tính)');
    expect(row).toContain('7/8 (88 %)');
    expect(row).toContain('TRỄ, báo lên bậc 1');
    expect(out).toContain('1 đợt');
  });

  it('marks a movement that stands still', async () => {
    const { client } = knowing();
    const stalled = { ...examples.round, stalledSince: '2021-05-01T00:00:00.000Z', deadline: null };
    const { out } = await ran(['rounds'], { client: { ...client, rounds: async () => [stalled] } });
    expect(out).toContain('PHÁT MÀ KHÔNG ĐỘNG');
  });

  it('tells a mistyped programme or state from one without rounds', async () => {
    const { client } = knowing();
    const none = { ...client, rounds: async () => [] };
    expect(await ran(['rounds', '009'], { client: none })).toMatchObject({
      exit: 2,
      err: 'Không có chương trình “009”. Các chương trình hiện có: 004.\n',
    });
    expect(await ran(['rounds', '004'], { client: none })).toMatchObject({
      exit: 0,
      out: 'Không có đợt thi đua nào.\n',
    });
    expect(await ran(['rounds', '--state', 'openn'], { client })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('planning, planReview, approved, open'),
    });
  });

  it('gives the same as JSON, with the coverage', async () => {
    const { client } = knowing();
    expect((await ranJson(['rounds'], { client })).json).toEqual({
      rounds: [{ ...examples.round, coverage: { units: 8, answered: 7, takingPart: 7, share: 88 } }],
    });
  });
});

describe('round show', () => {
  it('shows plan, deadlines, owners, units, nominations', async () => {
    const { client } = knowing();
    const { exit, out } = await ran(['round', 'show', id], { client });
    expect(exit).toBe(0);
    for (const line of [
      `Đợt ${id}: Thi đua thực hiện nhiệm vụ năm 2021 (Năm 2021)`,
      'Kế hoạch đã phê duyệt',
      'Giấy khen',
      'tập thể: 5; cá nhân: không giới hạn',
      'e'.repeat(64),
      'Lê Văn Giám Đốc (syt.director), 20/03/2021 09:00',
      'TC1: Hoàn thành xuất sắc nhiệm vụ',
      'TRỄ, báo lên bậc 1; tạm tính',
      'Riêng Bệnh viện Vũng Tàu',
      'Hạn các đơn vị trả lời việc tham gia: Phòng Nghiệp vụ',
      'CHƯA CÓ AI GIỮ VAI TRÒ NÀY',
      'TRỄ, đã báo Thư ký thường trực Hội đồng (Văn phòng Sở)',
      'Đã trả lời 7/8 (88 %), tham gia 7; đăng ký 14, giao ước 7, đề nghị 21.',
    ])
      expect(out).toContain(line);
    expect(out).not.toMatch(/undefined|\{\w+\}/);
    expect(out).not.toContain('Với ');
  });

  it('adds what the person may do, and why not', async () => {
    const { client } = knowing();
    const { out } = await ran(['round', 'show', id, '--as', 'bvvt.head'], { client });
    expect(out).toContain('Với Phan Thị Bản Mẫu (bvvt.head):');
    expect(out).toContain('✓ Phê duyệt kế hoạch (round approve); với vai trò: Cấp có thẩm quyền');
    expect(out).toContain('✗ Trình kế hoạch phong trào (round submit)');
    expect(out).toContain('Cách tháo gỡ: Người được thực hiện: Người xem xét của bộ phận phụ trách.');
    const { json } = await ranJson(['round', 'show', id, '--as', 'bvvt.head'], { client });
    expect(json).toMatchObject({ roundId: id, person: 'bvvt.head', answers: [{ allowed: true }, { allowed: false }] });
  });

  it('says how many nominations the plan takes from a unit, when it says so', async () => {
    const { client } = knowing();
    const { roundView } = examples;
    expect((await ran(['round', 'show', id], { client })).out).not.toContain('Mỗi đơn vị đề nghị tối đa');
    const content = { ...examples.plan, nominationsPerUnit: { individual: 3 } };
    const round = async () => ({ ...roundView, plan: { content, hash: 'e'.repeat(64), approved: true } });
    const { out } = await ran(['round', 'show', id], { client: { ...client, round } });
    expect(out).toMatch(/Mỗi đơn vị đề nghị tối đa +tập thể: không giới hạn; cá nhân: 3/);
  });

  it('says when there is no plan yet', async () => {
    const { client } = knowing();
    const view = { ...examples.roundView, plan: null, state: 'planning' as const };
    const { out } = await ran(['round', 'show', id], { client: { ...client, round: async () => view } });
    expect(out).toContain(`npx vinhdanh round plan ${id}`);
  });
});

describe('a wrong id', () => {
  const nothing = { client: {} };

  it.each([
    [['round', 'show', '004-0001'], 'npx vinhdanh show 004-0001'],
    [['round', 'timeline', '004-0001'], 'npx vinhdanh timeline 004-0001'],
    [['round', 'approve', '004-0001', '--as', 'x'], 'npx vinhdanh why 004-0001'],
    [['show', id], `npx vinhdanh round show ${id}`],
    [['timeline', id], `npx vinhdanh round timeline ${id}`],
    [['why', id, '--as', 'x'], `npx vinhdanh round show ${id} --as x`],
  ])('%j names the right command', async (argv, command) => {
    const { exit, err, closed } = await ran(argv, nothing);
    expect(exit).toBe(2);
    expect(err).toContain(`Hãy dùng: ${command}`);
    expect(closed).toBe(0);
  });
});

describe('a plan', () => {
  it('is printed as a file that is taken back unchanged', async () => {
    const { client, sent } = knowing();
    const { out } = await ran(['round', 'plan', id], { client });
    expect(out).toMatch(/^# Kế hoạch phong trào Thi đua/);
    expect(movementPlanSchema.parse(parse(out))).toEqual(examples.plan);
    const argv = ['round', 'submit', id, '--form', 'ke-hoach.yaml', '--as', 'x', '--key', 'k'];
    const { exit, out: said } = await ran(argv, { client, files: { 'ke-hoach.yaml': out } });
    expect(exit).toBe(0);
    expect(said.split('\n')[0]).toBe(`Đợt ${id}: đã thực hiện “Trình kế hoạch phong trào”.`);
    expect(sent).toEqual([
      ['x', { roundId: id, type: 'plan.submit', as: 'reviewer', body: { plan: examples.plan } }, 'k'],
    ]);
    expect((await ranJson(['round', 'plan', id], { client })).json).toEqual(examples.plan);
  });

  it('may be the definition’s own, but then no file is given', async () => {
    const { client, sent } = knowing();
    await ran(['round', 'submit', id, '--proposed', '--as', 'x'], { client });
    expect(sent[0]?.[1]).toMatchObject({ body: { plan: examples.plan } });
    for (const more of [[], ['--proposed', '--form', 'p.yaml']]) {
      const { exit, err } = await ran(['round', 'submit', id, '--as', 'x', ...more], { client });
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
    const argv = ['round', 'submit', id, '--form', 'p.yaml', '--as', 'x'];
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
    const { out } = await ran(['round', 'approve', id, '--as', 'x'], { client });
    expect(out).toContain(`mã băm ${'e'.repeat(64)}, nhận đề nghị từ 01/04/2021 đến hết 15/12/2021`);
    await ran(['round', 'approve', id, '--as', 'x', '--plan-hash', 'f'.repeat(64), '--reason', 'Đồng ý'], { client });
    expect(sent.map(([, request]) => (request as { body: unknown }).body)).toEqual([
      { planHash: 'e'.repeat(64) },
      { planHash: 'f'.repeat(64), reason: 'Đồng ý' },
    ]);
    expect(await ran(['round', 'approve', id, '--as', 'x', '--plan-hash', 'ff'], { client })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('planHash (--plan-hash): không đúng dạng quy định'),
    });
    const none = { ...client, round: async () => ({ ...examples.roundView, plan: null }) };
    expect(await ran(['round', 'approve', id, '--as', 'x'], { client: none })).toMatchObject({ exit: 3 });
    expect(sent).toHaveLength(2);
  });
});

describe('a unit', () => {
  const as = ['--as', 'bvvt.head', '--unit', 'benhVienVungTau'];

  it('answers yes or no, and one of them', async () => {
    const { client, sent } = knowing();
    await ran(['round', 'answer', id, ...as, '--yes', '--plan-text', 'Phát động toàn đơn vị'], { client });
    await ran(['round', 'answer', id, ...as, '--no', '--reason', 'Đang sắp xếp lại'], { client });
    expect(sent.map(([, request]) => (request as { body: unknown }).body)).toEqual([
      { unit: 'benhVienVungTau', takesPart: true, unitPlan: 'Phát động toàn đơn vị' },
      { unit: 'benhVienVungTau', takesPart: false, reason: 'Đang sắp xếp lại' },
    ]);
    for (const more of [[], ['--yes', '--no']])
      expect(await ran(['round', 'answer', id, ...as, ...more], { client })).toMatchObject({ exit: 2 });
    expect(sent).toHaveLength(2);
  });

  it('registers nominees from a file, from options, or both', async () => {
    const { client, sent } = knowing();
    const files = {
      'dang-ky.yaml': 'nominees:\n  - { kind: individual, id: bvvt.2.10, name: Bùi Thị Minh Họa, title: Điều dưỡng }\n',
    };
    await ran(['round', 'register', id, ...as, '--form', 'dang-ky.yaml'], { client, files });
    await ran(['round', 'register', id, ...as, '--nominee', 'collective:khoaNoi:Khoa Nội: tầng 2'], { client });
    expect(sent.map(([, request]) => (request as { body: unknown }).body)).toEqual([
      {
        unit: 'benhVienVungTau',
        nominees: [{ kind: 'individual', id: 'bvvt.2.10', name: 'Bùi Thị Minh Họa', title: 'Điều dưỡng' }],
      },
      { unit: 'benhVienVungTau', nominees: [{ kind: 'collective', id: 'khoaNoi', name: 'Khoa Nội: tầng 2' }] },
    ]);
    const shapeless = await ran(['round', 'register', id, ...as, '--nominee', 'khoaNoi'], { client });
    expect(shapeless).toMatchObject({ exit: 2, err: expect.stringContaining('loại:mã:tên') });
    const nobody = await ran(['round', 'register', id, '--as', 'x'], { client });
    expect(nobody.err).toContain('• unit (--unit): chưa có\n• nominees (--nominee): chưa có\n');
  });

  it('records a covenant of two parties', async () => {
    const { client, sent } = knowing();
    const argv = [
      'round',
      'covenant',
      id,
      ...as,
      '--kind',
      'withinUnit',
      '--signed-on',
      '2021-05-10',
      '--party',
      'Khoa Nội',
    ];
    expect((await ran(argv, { client })).err).toContain('• parties (--party): cần ít nhất 2');
    await ran([...argv, '--party', 'Khoa Ngoại'], { client });
    expect(sent.map(([, request]) => (request as { body: unknown }).body)).toEqual([
      { unit: 'benhVienVungTau', kind: 'withinUnit', signedOn: '2021-05-10', parties: ['Khoa Nội', 'Khoa Ngoại'] },
    ]);
  });

  it('reads every refusal with what lifts it', async () => {
    const refused = {
      receipt: examples.roundReceipt,
      outcome: { kind: 'refused' as const, refusals: [{ code: 'UNIT_UNKNOWN' as const, detail: { unit: 'x' } }] },
    };
    const { client } = knowing(refused);
    const { exit, err } = await ran(['round', 'answer', id, ...as, '--yes'], { client });
    expect(exit).toBe(3);
    expect(err).toContain('• “x” không thuộc các đơn vị được phát động phong trào này.');
    expect(err).toContain('Cách tháo gỡ: Chọn đơn vị trong danh sách của đợt thi đua');
  });
});

it('sends in the role named, at the revision seen', async () => {
  const { client, sent } = knowing();
  const argv = [
    'round',
    'return',
    id,
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
    [
      'x',
      { roundId: id, type: 'plan.return', as: 'administrator', body: { reason: 'Thiếu' }, expectedRevision: 4 },
      'k',
    ],
  ]);
});

it('marks a due time that may still move in the inbox and in what is shown', async () => {
  const inbox = async () => [
    { ...examples.inboxItem, subjectId: id, nomineeName: null, state: 'open' as const, provisional: true },
  ];
  const { out } = await ran(['inbox', '--queue', 'reviewer@phongNghiepVu'], { client: { inbox } });
  expect(out).toContain('(cả đợt thi đua)');
  expect(out).toContain('Đã phát động, đang nhận đề nghị');
  expect(out).toContain('25/11/2021 23:59 (tạm tính)');
  const deadline = { ...examples.view.deadline, provisional: true as const } as typeof examples.view.deadline;
  const shown = await ran(['show', '004-0001'], { client: { show: async () => ({ ...examples.view, deadline }) } });
  expect(shown.out).toContain('25/11/2021 23:59 (tạm tính)');
});
