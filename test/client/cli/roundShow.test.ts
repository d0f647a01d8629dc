import { describe, expect, it } from 'vitest';
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
    const round = async () => ({ ...roundView, plan: { content, hash: 'e'.repeat(64), approved: true } });
    const { out } = await ran(['round', 'show', roundId], { client: { ...client, round } });
    expect(out).toMatch(/Mỗi đơn vị đề nghị tối đa +tập thể: không giới hạn; cá nhân: 3/);
  });

  it('says when there is no plan yet', async () => {
    const { client } = knowing();
    const view = { ...roundView, plan: null, state: 'planning' as const };
    const { out } = await ran(['round', 'show', roundId], { client: { ...client, round: async () => view } });
    expect(out).toContain(`npx vinhdanh round plan ${roundId}`);
  });
});
