import { describe, expect, it } from 'vitest';
import { history, timeline, view } from './examples/nomination.ts';
import { lines, ran, ranJson } from './fakeWorld.ts';

describe('timeline', () => {
  it('tells who, when, what and why, refused attempts too', async () => {
    const { exit, out } = await ran(['timeline', '004-0001'], { client: { timeline: async () => timeline } });
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

it('names bodies in the timeline', async () => {
  const [first] = timeline;
  if (!first) throw new Error('no example');
  const asked = { ...first, facts: { divisions: 'phongNghiepVu, vanPhongSo' } };
  const { out } = await ran(['timeline', '004-0001'], { client: { timeline: async () => [asked] } });
  expect(out).toContain('Các phòng được lấy ý kiến: Phòng Nghiệp vụ, Văn phòng Sở');
});

describe('history', () => {
  const client = { history: async () => history };

  it('is for administrators', async () => {
    const { exit, err } = await ran(['history', '004-0001', '--as', 'lan'], {
      client,
      roles: [{ role: 'reviewer', body: 'soYTe' }],
    });
    expect(exit).toBe(3);
    expect(err).toContain('chỉ dành cho quản trị viên; Phan Văn Minh Họa (lan) không giữ vai trò quản trị viên');
  });

  it('explains each event', async () => {
    const fakes = { client, roles: [{ role: 'administrator', body: 'soYTe' } as const] };
    const { exit, out } = await ran(['history', '004-0001', '--as', 'admin'], fakes);
    expect(exit).toBe(0);
    expect(out).toContain('1   20/11/2021 09:00  WorkflowExecutionStarted  Bắt đầu theo dõi đề nghị');
    expect((await ranJson(['history', '004-0001', '--as', 'admin'], fakes)).json).toEqual({
      nominationId: '004-0001',
      events: history,
    });
  });
});

describe('diagram', () => {
  const client = { show: async () => view, path: async () => ['draft', 'departmentReview'] as const as never };

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
      err: 'Giá trị “png” của --format không được dùng. Các giá trị được dùng: mermaid, svg.\n',
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
        '  Người gửi       vinhdanh@syt.example',
        '  Người nhận      bvvt.clerk@vinhdanh.example',
        '  Lúc (giờ thực)  20/11/2021 09:05',
        '  Tiêu đề         Hồ sơ được trả để bổ sung',
        '',
        'Kính gửi Ông/Bà,',
      ),
    );
    expect(await ran(['mail', 'x'])).toMatchObject({
      exit: 2,
      err: 'Không có thư mang mã x. Xem danh sách: npx vinhdanh mail\n',
    });
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
