import { describe, expect, it } from 'vitest';
import { ClientError } from '../../../client/core/errors.ts';
import * as examples from './examples.ts';
import { lines, ran, ranJson } from './fakeWorld.ts';

describe('programmes', () => {
  const client = { programmes: async () => examples.programmes };

  it('lists movements with their window in local days', async () => {
    const { exit, out } = await ran(['programmes'], { client });
    expect(exit).toBe(0);
    expect(out).toBe(
      lines(
        'Chương trình 004: Kế hoạch thi đua 2021 (Sở Y tế tỉnh Bà Rịa-Vũng Tàu)',
        '',
        'Phong trào  Tên                                                  Phụ trách     Thủ tục       Nhận đề nghị             Đang mở  Số lượng (tập thể / cá nhân)',
        '──────────  ───────────────────────────────────────────────────  ────────────  ────────────  ───────────────────────  ───────  ────────────────────────────',
        '2.10        Lập thành tích chào mừng “Ngày Thầy thuốc Việt Nam”  Văn phòng Sở  thông thường  01/01/2021 – 27/02/2021  có       5 / 10',
      ),
    );
  });

  it('says which programmes there are when the named one is not', async () => {
    const { exit, err } = await ran(['programmes', '009'], { client });
    expect(exit).toBe(2);
    expect(err).toBe('Không có chương trình mang mã 009. Các chương trình hiện có: 004.\n');
  });

  it('gives JSON', async () => {
    expect(await ranJson(['programmes', '004'], { client })).toEqual({
      exit: 0,
      json: { programmes: examples.programmes },
    });
  });
});

describe('inbox', () => {
  it('shows what waits for a person, late and escalated', async () => {
    const asked: unknown[] = [];
    const inbox = async (of: unknown) => {
      asked.push(of);
      return [examples.inboxItem];
    };
    const { exit, out } = await ran(['inbox', '--as', 'nv.reviewer'], { client: { inbox } });
    expect(exit).toBe(0);
    expect(asked).toEqual([{ person: 'nv.reviewer' }]);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'Việc đang chờ: nv.reviewer',
      '',
      'Đề nghị   Tập thể, cá nhân  Phong trào              Tình trạng                 Hàng việc               Hạn               Trễ',
    ]);
    expect(out).toContain('25/11/2021 23:59  TRỄ, đã báo approvingAuthority@soYTe');
  });

  it('takes the person from VINHDANH_AS and a queue from --queue', async () => {
    const asked: unknown[] = [];
    const fakes = {
      env: { VINHDANH_AS: 'lan' },
      client: {
        inbox: async (of: unknown) => {
          asked.push(of);
          return [];
        },
      },
    };
    expect((await ran(['inbox'], fakes)).out).toBe('Không có việc nào đang chờ.\n');
    await ran(['inbox', '--queue', 'reviewer@vanPhongSo'], fakes);
    expect(asked).toEqual([{ person: 'lan' }, { queue: 'reviewer@vanPhongSo' }]);
  });

  it('names what is missing or wrong', async () => {
    expect(await ran(['inbox'])).toMatchObject({
      exit: 2,
      err: 'Chưa biết xem việc của ai: thêm `--as <mã người>` hoặc `--queue <vai trò@cơ quan>`.\n',
    });
    const { exit, err } = await ran(['inbox', '--queue', 'boss@x']);
    expect(exit).toBe(2);
    expect(err).toContain('Giá trị "boss@x" của --queue không được dùng.');
  });
});

describe('why', () => {
  const why = async () => [examples.whyWithdraw, examples.whySignOff];

  it('puts what can be done first, then every reason and what lifts it', async () => {
    const { exit, out } = await ran(['why', '004-0001', '--as', 'bvvt.head'], { client: { why } });
    expect(exit).toBe(0);
    expect(out).toBe(
      lines(
        'Với bvvt.head, đề nghị 004-0001:',
        '',
        '✓ Ký tờ trình, gửi hồ sơ (draft.signOff)  được, với vai trò: Thủ trưởng đơn vị',
        '✗ Rút hồ sơ (nomination.withdraw)         không',
        '  • Đã quá thời hạn (23:59 15/11/2021).',
        '    Cách tháo gỡ: Chỉ việc gia hạn theo kế hoạch của phong trào mới mở lại thời hạn.',
        '  Ai làm được: unitClerk@benhVienVungTau, unitHead@benhVienVungTau',
      ),
    );
  });

  it('keeps what belongs to another step to a line, at the end', async () => {
    const notNow = {
      code: 'NOT_NOW',
      detail: { event: 'result.close', state: 'draft', possibleIn: 'published' },
    } as const;
    const close = {
      ...examples.whyWithdraw,
      type: 'result.close',
      label: { vi: 'Kết thúc hồ sơ', en: 'Close' },
      refusals: [notNow],
    } as const;
    const { out } = await ran(['why', '004-0001', '--as', 'x'], {
      client: { why: async () => [{ ...close, refusals: [notNow] }, examples.whyWithdraw] },
    });
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      '✗ Kết thúc hồ sơ (result.close)    Chỉ thực hiện được ở: Đã công bố kết quả.',
    );
  });

  it('takes short names of acts and says the reasons in JSON too', async () => {
    const asked: unknown[] = [];
    const client = {
      why: async (...args: unknown[]) => {
        asked.push(args);
        return [examples.whyWithdraw];
      },
    };
    const { json } = await ranJson(['why', '004-0001', 'withdraw', '--as', 'lan'], { client });
    expect(asked).toEqual([['lan', '004-0001', 'nomination.withdraw']]);
    expect(json).toMatchObject({
      answers: [{ refusals: [{ code: 'PAST_DEADLINE', message: expect.stringContaining('quá thời hạn') }] }],
    });
  });
});

describe('show and list', () => {
  it('shows state, deadline, who owes what and what is not yet applied', async () => {
    const { exit, out } = await ran(['show', '004-0001'], { client: { show: async () => examples.view } });
    expect(exit).toBe(0);
    expect(out).toBe(
      lines(
        'Đề nghị 004-0001: Bùi Thị Minh Họa (cá nhân)',
        '',
        '  Chương trình    Kế hoạch thi đua 2021 (004@1#abc)',
        '  Phong trào      2.4 Thầy thuốc như mẹ hiền',
        '  Thủ tục         thông thường',
        '  Đơn vị đề nghị  Bệnh viện Vũng Tàu (benhVienVungTau)',
        '  Tình trạng      Bộ phận phụ trách xem xét (lần thay đổi 2, 20/11/2021 09:05)',
        '  Thời hạn        Hạn xem xét của bộ phận phụ trách: 25/11/2021 23:59',
        '  Hồ sơ           bản 1, mã băm aaaaaaaaaaaa…',
        '  Lập lúc         20/11/2021 09:00',
        '',
        'Đang chờ ai:',
        '  Việc                       Hàng việc               Người có thể làm                 Hạn               Nếu trễ, báo lên lúc  Trễ',
        '  ─────────────────────────  ──────────────────────  ───────────────────────────────  ────────────────  ────────────────────  ───',
        '  Bộ phận phụ trách xem xét  reviewer@phongNghiepVu  Phan Văn Minh Họa (nv.reviewer)  25/11/2021 23:59  25/11/2021 23:59',
        '',
        'Đã tiếp nhận, chưa áp dụng:',
        '  20/11/2021 10:00  Xét chọn, đề cử  (0193-later)',
      ),
    );
  });

  it('shows hold, decision and ground when there are', async () => {
    const show = async () => ({
      ...examples.view,
      openMatters: [],
      hold: { ground: 'complaint', since: '2021-12-01T02:00:00.000Z' },
      decision: { number: '12/QĐ-SYT', date: '2021-12-20', body: 'soYTe' },
      refusalGround: 'belowStandard',
    });
    const { out } = await ran(['show', '004-0001', '--lang', 'en'], { client: { show } });
    expect(out).toContain('On hold            A complaint is being verified, since 01/12/2021 09:00');
    expect(out).toContain('no. 12/QĐ-SYT, 20/12/2021, soYTe');
    expect(out).toContain('Below the standard');
    expect(out).toContain('Nobody owes anything.');
  });

  it('gives the view as JSON', async () => {
    const { json } = await ranJson(['show', '004-0001'], { client: { show: async () => examples.view } });
    expect(json).toEqual(examples.view);
  });

  it('says when there is no such nomination', async () => {
    const show = async () => {
      throw new ClientError('UNKNOWN_NOMINATION', { vi: 'Không có đề nghị x.', en: 'There is no nomination x.' });
    };
    expect(await ran(['show', 'x'], { client: { show } })).toMatchObject({
      exit: 2,
      out: '',
      err: 'Không có đề nghị x.\n',
    });
    expect(await ranJson(['show', 'x', '--lang=en'], { client: { show } })).toEqual({
      exit: 2,
      json: { error: { code: 'UNKNOWN_NOMINATION', message: 'There is no nomination x.' } },
    });
  });

  it('lists by filter', async () => {
    const asked: unknown[] = [];
    const list = async (filter: unknown) => {
      asked.push(filter);
      return [examples.view];
    };
    const { out } = await ran(
      ['list', '--programme', '004', '--movement', '2.10', '--state', 'returned', '--limit', '5'],
      { client: { list } },
    );
    expect(asked).toEqual([{ programmeId: '004', movementId: '2.10', state: 'returned', limit: 5 }]);
    expect(out).toContain('004-0001  Bùi Thị Minh Họa (cá nhân)  Bệnh viện Vũng Tàu');
    expect(out.trimEnd().endsWith('1 dòng')).toBe(true);
    expect((await ran(['list', '--state', 'lost'])).err).toContain(
      'Giá trị "lost" của --state không được dùng. Các giá trị được dùng: draft,',
    );
    expect((await ran(['list', '--limit', '0'])).err).toBe('--limit phải là số nguyên dương.\n');
  });
});
