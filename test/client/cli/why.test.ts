import { describe, expect, it } from 'vitest';
import { whySignOff, whyWithdraw } from './examples/acts.ts';
import { lines, ran, ranJson } from './fakeWorld.ts';

describe('why', () => {
  const notNow = {
    code: 'NOT_NOW',
    detail: { event: 'result.close', state: 'draft', possibleIn: 'published' },
  } as const;
  const close = {
    ...whyWithdraw,
    type: 'result.close',
    label: { vi: 'Kết thúc hồ sơ', en: 'Close' },
    refusals: [notNow],
  } as const;
  const notMine = { code: 'NOT_YOUR_ROLE', detail: { as: 'unitClerk', roles: 'unitClerk' } } as const;
  const amend = {
    ...whyWithdraw,
    type: 'draft.amend',
    label: { vi: 'Sửa hồ sơ', en: 'Amend' },
    refusals: [notMine],
    who: ['unitClerk@benhVienVungTau'],
  } as const;
  const twice = { code: 'SECOND_CAPACITY', detail: { actedAs: 'reviewer', as: 'councilSecretary' } } as const;
  const hold = {
    ...whyWithdraw,
    type: 'nomination.hold',
    label: { vi: 'Tạm dừng xem xét', en: 'Put on hold' },
    refusals: [twice],
    who: ['councilSecretary@vanPhongSo', 'councilSecretary@soYTe'],
  } as const;
  const why = async () =>
    [whyWithdraw, { ...close }, { ...hold, who: [...hold.who] }, { ...amend, who: [...amend.who] }, whySignOff].map(
      (one) => ({ ...one, refusals: [...one.refusals] }),
    );

  it('tells what the person can do, then what others can and who they are', async () => {
    const { exit, out } = await ran(['why', '004-0001', '--as', 'bvvt.head'], { client: { why } });
    expect(exit).toBe(0);
    expect(out).toBe(
      lines(
        'Với Phan Thị Bản Mẫu (bvvt.head), đề nghị 004-0001:',
        '',
        'Ông/Bà làm được lúc này:',
        '  ✓ Ký tờ trình, gửi hồ sơ (sign-off)  với vai trò: Thủ trưởng đơn vị',
        '',
        'Người khác làm được lúc này:',
        '  • Tạm dừng xem xét (hold)            Thư ký thường trực Hội đồng (Văn phòng Sở): Đỗ Thị Thử Nghiệm (vps.secretary)',
        '                                       Thư ký thường trực Hội đồng (Sở Y tế): CHƯA CÓ AI GIỮ VAI TRÒ NÀY',
        '                                       Ông/Bà đã xử lý hồ sơ này với vai trò Người xem xét của bộ phận phụ trách, không được xử lý tiếp với vai trò Thư ký thường trực Hội đồng.',
        '  • Sửa hồ sơ (amend)                  Cán bộ lập hồ sơ của đơn vị (Bệnh viện Vũng Tàu): Ngô Văn Ví Dụ (bvvt.clerk)',
        '',
        'Còn 2 việc lúc này chưa ai làm được: thêm --all để xem. Vì sao một việc không làm được: `npx vinhdanh why 004-0001 <việc>`.',
      ),
    );
  });

  it('adds with --all what nobody can do now, one line for what belongs to another step', async () => {
    const { out } = await ran(['why', '004-0001', '--all', '--as', 'bvvt.head'], { client: { why } });
    expect(out.slice(out.indexOf('Lúc này chưa'))).toBe(
      lines(
        'Lúc này chưa ai làm được:',
        '  ✗ Rút hồ sơ (withdraw)               không',
        '    • Đã quá thời hạn (23:59 15/11/2021).',
        '      Cách tháo gỡ: Chỉ việc gia hạn theo kế hoạch của phong trào mới mở lại thời hạn.',
        '    Ai làm được: Cán bộ lập hồ sơ của đơn vị (Bệnh viện Vũng Tàu): Ngô Văn Ví Dụ (bvvt.clerk); Thủ trưởng đơn vị (Bệnh viện Vũng Tàu): Phan Thị Bản Mẫu (bvvt.head)',
        '  ✗ Kết thúc hồ sơ (close)             Chỉ thực hiện được ở: Đã công bố kết quả.',
      ),
    );
  });

  it('gives every reason and who may for the act that is asked about', async () => {
    const client = { why: async () => [{ ...close, refusals: [notNow] }] };
    expect((await ran(['why', '004-0001', 'close', '--as', 'bvvt.clerk'], { client })).out).toBe(
      lines(
        'Với Ngô Văn Ví Dụ (bvvt.clerk), đề nghị 004-0001:',
        '',
        '✗ Kết thúc hồ sơ (close)  không',
        '  • Không thể thực hiện “Kết thúc hồ sơ” khi hồ sơ đang ở bước “Đang soạn hồ sơ”.',
        '    Cách tháo gỡ: Chỉ thực hiện được ở: Đã công bố kết quả.',
        '  Ai làm được: Cán bộ lập hồ sơ của đơn vị (Bệnh viện Vũng Tàu): Ngô Văn Ví Dụ (bvvt.clerk); Thủ trưởng đơn vị (Bệnh viện Vũng Tàu): Phan Thị Bản Mẫu (bvvt.head)',
      ),
    );
  });

  it('names nobody where only the person holds the role and may not', async () => {
    const own = { ...hold, refusals: [twice], who: ['councilSecretary@vanPhongSo' as const] };
    const { out } = await ran(['why', '004-0001', '--as', 'vps.secretary'], { client: { why: async () => [own] } });
    expect(out).toContain('(Văn phòng Sở): không còn ai khác giữ vai trò này');
  });

  it('takes short names of acts and says the reasons in JSON too', async () => {
    const asked: unknown[] = [];
    const client = {
      why: async (...args: unknown[]) => {
        asked.push(args);
        return [whyWithdraw];
      },
    };
    const { json } = await ranJson(['why', '004-0001', 'withdraw', '--as', 'lan'], { client });
    expect(asked).toEqual([['lan', '004-0001', 'nomination.withdraw']]);
    expect(json).toMatchObject({
      answers: [{ refusals: [{ code: 'PAST_DEADLINE', message: expect.stringContaining('quá thời hạn') }] }],
    });
  });
});
