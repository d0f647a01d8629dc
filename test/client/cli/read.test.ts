import { describe, expect, it } from 'vitest';
import { ClientError } from '../../../client/core/errors.ts';
import * as examples from './examples.ts';
import { ran, ranJson } from './fakeWorld.ts';

const lines = (...text: string[]) => `${text.join('\n')}\n`;

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
      '✗ Kết thúc hồ sơ (result.close)  Chỉ thực hiện được ở: Đã công bố kết quả.',
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

describe('timeline', () => {
  it('tells who, when, what and why, refused attempts too', async () => {
    const { exit, out } = await ran(['timeline', '004-0001'], { client: { timeline: async () => examples.timeline } });
    expect(exit).toBe(0);
    expect(out).toBe(
      lines(
        'Diễn biến đề nghị 004-0001',
        '',
        '20/11/2021 09:00  Lập hồ sơ đề nghị – Ngô Văn Ví Dụ, Cán bộ lập hồ sơ của đơn vị',
        '                  → Đang soạn hồ sơ',
        '21/11/2021 09:00  Trả hồ sơ để bổ sung – Phan Văn Minh Họa, Người xem xét của bộ phận phụ trách',
        '                  Bộ phận phụ trách xem xét → Trả để bổ sung',
        '                  Nội dung phải bổ sung: Biên bản họp bình xét',
        '                  Hạn: 30/11/2021 23:59',
        '                  Lý do: Hồ sơ chưa đủ',
        '01/12/2021 09:00  Sửa hồ sơ – Ngô Văn Ví Dụ, Cán bộ lập hồ sơ của đơn vị – không được chấp nhận, không thay đổi gì',
        '                  • Đã quá thời hạn (23:59 15/11/2021).',
        '                    Cách tháo gỡ: Chỉ việc gia hạn theo kế hoạch của phong trào mới mở lại thời hạn.',
        '01/12/2021 07:00  Hết thời hạn – hệ thống',
        '                  Trả để bổ sung → Hết hạn nộp',
      ),
    );
  });
});

describe('history', () => {
  const client = { history: async () => examples.history };

  it('is for administrators', async () => {
    const { exit, err } = await ran(['history', '004-0001', '--as', 'lan'], {
      client,
      roles: [{ role: 'reviewer', body: 'soYTe' }],
    });
    expect(exit).toBe(3);
    expect(err).toContain('chỉ dành cho quản trị viên; lan không giữ vai trò quản trị viên');
  });

  it('explains each event', async () => {
    const fakes = { client, roles: [{ role: 'administrator', body: 'soYTe' } as const] };
    const { exit, out } = await ran(['history', '004-0001', '--as', 'admin'], fakes);
    expect(exit).toBe(0);
    expect(out).toContain('1   20/11/2021 09:00  WorkflowExecutionStarted  Bắt đầu theo dõi đề nghị');
    expect((await ranJson(['history', '004-0001', '--as', 'admin'], fakes)).json).toEqual({
      nominationId: '004-0001',
      events: examples.history,
    });
  });
});

describe('diagram', () => {
  const client = { show: async () => examples.view, path: async () => ['draft', 'departmentReview'] as const as never };

  it('prints Mermaid with the current state, the path taken and what can come next', async () => {
    const { out } = await ran(['diagram', '004-0001'], { client });
    expect(out).toMatch(/^stateDiagram-v2\n/);
    expect(out).toContain('  class departmentReview current\n  class draft taken\n');
    expect((await ranJson(['diagram', '004-0001'], { client })).json).toMatchObject({
      current: 'departmentReview',
      pathTaken: ['draft', 'departmentReview'],
      next: expect.arrayContaining([{ to: 'councilReview', types: ['review.shortlist'] }]),
      diagram: out,
    });
  });

  it('writes a file, its name says the format', async () => {
    const { out, written } = await ran(['diagram', '004-0001', '--out', 'so-do.svg'], { client });
    expect(out).toBe('Đã ghi sơ đồ vào so-do.svg.\n');
    expect(written['so-do.svg']).toMatch(/^<svg .*<\/svg>\n$/s);
  });

  it('refuses other formats', async () => {
    expect(await ran(['diagram', '004-0001', '--format', 'png'], { client })).toMatchObject({
      exit: 2,
      err: 'Giá trị "png" của --format không được dùng. Các giá trị được dùng: mermaid, svg.\n',
    });
  });
});

describe('mail', () => {
  const mail = {
    id: '0'.repeat(32),
    messageId: '<0@x>',
    at: '2021-11-20T02:05:00.000Z',
    from: 'vinhdanh@syt.example',
    to: ['bvvt.clerk@vinhdanh.example'],
    subject: 'Hồ sơ được trả để bổ sung',
    nomination: '004-0001',
    template: 'review.return',
    sizeBytes: 100,
    deliveries: 1,
    lastAt: '2021-11-20T02:05:00.000Z',
    headers: [],
    text: 'Kính gửi Ông/Bà,\n\n',
    html: null,
  };

  it('lists and reads', async () => {
    expect((await ran(['mail'], { mails: [mail] })).out).toContain(
      '20/11/2021 09:05  bvvt.clerk@vinhdanh.example  Hồ sơ được trả để bổ sung  004-0001',
    );
    expect((await ran(['mail', mail.id], { mails: [mail] })).out).toBe(
      lines(
        '  Người gửi   vinhdanh@syt.example',
        '  Người nhận  bvvt.clerk@vinhdanh.example',
        '  Lúc         20/11/2021 09:05',
        '  Tiêu đề     Hồ sơ được trả để bổ sung',
        '',
        'Kính gửi Ông/Bà,',
      ),
    );
    expect(await ran(['mail', 'x'])).toMatchObject({ exit: 2, err: 'Không có thư mang mã x.\n' });
    expect((await ran(['mail'])).out).toBe('Không có thư nào.\n');
  });
});

describe('verify and status', () => {
  it('ends done only for a sound chain', async () => {
    const chains = [{ chain: '004', entries: 12, head: 'abc' }];
    expect(await ran(['verify'], { client: { verify: async () => ({ chains, broken: [] }) } })).toMatchObject({
      exit: 0,
      out: lines(
        'Sổ kiểm toán nguyên vẹn: 1 chuỗi, 12 mục.',
        '',
        'Chuỗi  Số mục  Mã băm cuối',
        '─────  ──────  ───────────',
        '004    12      abc',
      ),
    });
    const broken = [{ chain: '004', seq: 7, at: null, problem: 'hash' }];
    const verify = async () => ({ chains, broken });
    expect(await ran(['verify'], { client: { verify } })).toMatchObject({
      exit: 1,
      out: expect.stringContaining('SỔ KIỂM TOÁN KHÔNG NGUYÊN VẸN: 1 chỗ sai.'),
    });
    expect(await ranJson(['verify'], { client: { verify } })).toEqual({
      exit: 1,
      json: { sound: false, chains, broken },
    });
  });

  it('ends done only when every part answers', async () => {
    const good = { name: 'database', ok: true, detail: '127.0.0.1:5432' } as const;
    const bad = { name: 'engine', ok: false, detail: 'ECONNREFUSED' } as const;
    expect(await ran(['status'], { status: { ok: true, parts: [good] } })).toMatchObject({
      exit: 0,
      out: expect.stringContaining('Mọi phần đều trả lời.'),
    });
    expect(await ran(['status'], { status: { ok: false, parts: [good, bad] } })).toMatchObject({
      exit: 4,
      out: expect.stringContaining('Có phần không trả lời: bộ máy Temporal.'),
    });
  });
});
