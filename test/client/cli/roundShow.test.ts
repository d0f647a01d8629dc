import { describe, expect, it } from 'vitest';
import type { MovementPlan } from '../../../contract/roundActs.ts';
import { plan, roundView } from './examples/round.ts';
import { ran, ranJson } from './fakeWorld.ts';
import { knowing, roundId } from './knownRound.ts';

describe('round show', () => {
  it('shows plan, deadlines, owners, units, nominations', async () => {
    const { client } = knowing();
    const { exit, out } = await ran(['round', 'show', roundId], { client });
    expect(exit).toBe(0);
    for (const line of [
      `Đợt ${roundId}: Thi đua thực hiện nhiệm vụ năm 2021 (Năm 2021)`,
      'Kế hoạch đã phê duyệt',
      'Giấy khen',
      'tập thể: 5; cá nhân: không giới hạn',
      'e'.repeat(64),
      'Lê Văn Giám Đốc (syt.director), 20/03/2021 09:00',
      'TC1: Hoàn thành xuất sắc nhiệm vụ',
      'TRỄ, báo lên bậc 1; tạm tính',
      'từ 01/04/2021 00:00 đến 15/12/2021 23:59',
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
    const { out } = await ran(['round', 'show', roundId, '--as', 'bvvt.head'], { client });
    expect(out).toContain('Với Phan Thị Bản Mẫu (bvvt.head):');
    expect(out).toContain('✓ Phê duyệt kế hoạch (round approve); với vai trò: Cấp có thẩm quyền');
    expect(out).toContain('✗ Trình kế hoạch phong trào (round submit)');
    expect(out).toContain('Cách tháo gỡ: Người được thực hiện: Người xem xét của bộ phận phụ trách.');
    const { json } = await ranJson(['round', 'show', roundId, '--as', 'bvvt.head'], { client });
    expect(json).toMatchObject({
      roundId,
      person: 'bvvt.head',
      answers: [{ allowed: true }, { allowed: false }],
    });
  });

  it('says how many nominations the plan takes from a unit, when it says so', async () => {
    const { client } = knowing();
    expect((await ran(['round', 'show', roundId], { client })).out).not.toContain('Mỗi đơn vị đề nghị tối đa');
    const content = { ...plan, nominationsPerUnit: { individual: 3 } };
    const round = async () => ({
      ...roundView,
      plan: { content, hash: 'e'.repeat(64), approved: true, returned: false },
    });
    const { out } = await ran(['round', 'show', roundId], { client: { ...client, round } });
    expect(out).toMatch(/Mỗi đơn vị đề nghị tối đa +tập thể: không giới hạn; cá nhân: 3/);
  });

  it('tells the plan’s own deadlines in words', async () => {
    const { client } = knowing();
    const content: MovementPlan = {
      ...plan,
      deadlines: {
        review: {
          ...{ withinDays: 20, counting: 'working', firstDay: 'counted', cutOffHour: 16, endHour: 17 },
          ...{ grace: { kind: 'soft', days: 2 }, remindBefore: [3, 1], pausesWhileReturned: true },
        },
        decision: { on: '2022-02-28', withinDays: 30, rollForward: true, grace: { kind: 'hard', days: 1 } },
      },
    };
    const round = async () => ({
      ...roundView,
      plan: { content, hash: 'e'.repeat(64), approved: true, returned: false },
    });
    const { out } = await ran(['round', 'show', roundId], { client: { ...client, round } });
    const line = out.split('\n').find((one) => one.includes('Thời hạn riêng'));
    expect(line).toContain('20 ngày làm việc, tính cả ngày đầu, việc đến từ 16 giờ tính sang ngày sau, hết lúc 17 giờ');
    expect(line).toContain('ân hạn 2 ngày, vẫn nhận nộp muộn, nhắc trước 3, 1 ngày, dừng tính khi trả hồ sơ; ');
    expect(line).toContain('30 ngày / ngày 28/02/2022 23:59, lấy thời điểm muộn hơn');
    expect(line).not.toMatch(/[{}"]|withinDays|undefined/);
  });

  it('says that a plan was returned, by whom and why, and gives that plan to be edited', async () => {
    const { client } = knowing();
    const content = { ...plan, note: 'Bản đã trình' };
    const returned = {
      ...client,
      round: async () => ({
        ...roundView,
        state: 'planning' as const,
        plan: { content, hash: 'e'.repeat(64), approved: false, returned: true },
      }),
      timeline: async () => [
        {
          ...{ revision: 3, type: 'plan.return' as const, at: '2021-03-20T02:00:00.000Z', from: 'planReview' as const },
          ...{ to: 'planning' as const, reason: 'Bổ sung tiêu chí', facts: {}, refusals: [] },
          who: { id: 'syt.director', name: 'Lê Văn Giám Đốc', role: 'approvingAuthority' as const },
        },
      ],
    };
    const { out } = await ran(['round', 'show', roundId], { client: returned });
    expect(out).toContain('Kế hoạch đã bị trả lại\n');
    expect(out).not.toContain('đang trình');
    expect(out).toMatch(/Người trả lại +Lê Văn Giám Đốc \(syt\.director\), 20\/03\/2021 09:00/);
    expect(out).toMatch(/Lý do trả lại +Bổ sung tiêu chí/);
    expect((await ranJson(['round', 'show', roundId], { client: returned })).json).toMatchObject({ approval: null });
    expect((await ranJson(['round', 'plan', roundId], { client: returned })).json).toEqual(content);
    expect((await ran(['round', 'plan', roundId], { client: returned })).out).toContain('đã trình và bị trả lại');
    expect(await ran(['round', 'approve', roundId, '--as', 'x'], { client: returned })).toMatchObject({
      exit: 3,
      err: expect.stringContaining('đã bị trả lại'),
    });
  });

  it('shows what one unit has sent in', async () => {
    const { client } = knowing();
    const at = '2021-05-10T02:00:00.000Z';
    const view = {
      ...{ roundId, unitId: 'benhVienVungTau', answer: { answeredAt: at, takesPart: true, unitPlan: 'Toàn đơn vị' } },
      registrations: [
        { kind: 'individual' as const, id: 'bvvt.dd1', name: 'Bùi Thị Minh Họa', title: null, registeredAt: at },
      ],
      covenants: [
        {
          ...{ kind: 'withinUnit' as const, parties: ['Khoa Nội', 'Khoa Ngoại'], signedOn: '2021-05-09' },
          ...{ content: 'Thi đua phòng, chống dịch', recordedAt: at },
        },
      ],
    };
    const argv = ['round', 'show', roundId, '--unit', 'benhVienVungTau'];
    const { out } = await ran(argv, { client: { ...client, roundUnit: async () => view } });
    for (const line of [
      `Đợt ${roundId}: Bệnh viện Vũng Tàu (benhVienVungTau)`,
      'Kế hoạch của đơn vị',
      'Toàn đơn vị',
      'Cá nhân, tập thể đăng ký: 1',
      'Bùi Thị Minh Họa (bvvt.dd1)',
      '09/05/2021, trong nội bộ đơn vị: Khoa Nội, Khoa Ngoại',
      'Thi đua phòng, chống dịch',
    ])
      expect(out).toContain(line);
    expect((await ranJson(argv, { client: { ...client, roundUnit: async () => view } })).json).toEqual(view);
    const none = { ...view, answer: null, registrations: [], covenants: [] };
    const { out: empty } = await ran(argv, { client: { ...client, roundUnit: async () => none } });
    expect(empty).toMatch(/Trả lời +chưa/);
    expect(empty).toContain('Giao ước đã ký: 0');
  });

  it('says when there is no plan yet', async () => {
    const { client } = knowing();
    const view = { ...roundView, plan: null, state: 'planning' as const };
    const { out } = await ran(['round', 'show', roundId], { client: { ...client, round: async () => view } });
    expect(out).toContain(`npx vinhdanh round plan ${roundId}`);
  });
});
