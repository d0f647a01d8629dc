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
    // Programs get the ids and codes.
    expect(await ranJson(['programmes', '004'], { client })).toEqual({
      exit: 0,
      json: { programmes: examples.programmes },
    });
  });
});

describe('programmes in words', () => {
  const [programme] = examples.programmes;
  const [movement] = programme?.movements ?? [];
  const withQuota = async (collective: string, individual: string, ...argv: string[]) => {
    if (!programme || !movement) throw new Error('no example');
    const one = { ...programme, movements: [{ ...movement, quota: { collective, individual } }] };
    const { out } = await ran(['programmes', ...argv], { client: { programmes: async () => [one] } });
    return out.trimEnd().split('\n').at(-1);
  };

  it('says what a document states instead of a number', async () => {
    expect(await withQuota('none', '10')).toMatch(/ {2}không xét \/ 10$/);
    expect(await withQuota('5 × n', '10 × n')).toMatch(/ {2}5 mỗi chương trình \/ 10 mỗi chương trình$/);
    expect(await withQuota('notStated', 'notStated')).toMatch(/ {2}chưa nêu$/);
    expect(await withQuota('delegated', 'delegated', '--lang', 'en')).toMatch(/ {2}as allocated$/);
  });
});

describe('people', () => {
  it('lists who there is with the roles held, ids where they are typed', async () => {
    const { exit, out } = await ran(['people'], { client: { people: async () => examples.people } });
    expect(exit).toBe(0);
    expect(out).toBe(
      lines(
        'Mã             Họ và tên          Nơi công tác                          Vai trò đang giữ',
        '─────────────  ─────────────────  ────────────────────────────────────  ───────────────────────────────────────────────────────────────────',
        'bvvt.clerk     Ngô Văn Ví Dụ      Bệnh viện Vũng Tàu (benhVienVungTau)  Cán bộ lập hồ sơ của đơn vị (Bệnh viện Vũng Tàu)',
        'bvvt.head      Phan Thị Bản Mẫu   Bệnh viện Vũng Tàu (benhVienVungTau)  Thủ trưởng đơn vị (Bệnh viện Vũng Tàu)',
        'vps.secretary  Đỗ Thị Thử Nghiệm  Văn phòng Sở (vanPhongSo)             Quản trị viên (Sở Y tế); Thư ký thường trực Hội đồng (Văn phòng Sở)',
        '',
        '3 dòng',
      ),
    );
  });

  it('filters by role and body', async () => {
    const asked: unknown[] = [];
    const people = async (filter: unknown) => {
      asked.push(filter);
      return [];
    };
    const argv = ['people', '--role', 'reviewer', '--body', 'vanPhongSo'];
    expect(await ran(argv, { client: { people } })).toMatchObject({ exit: 0, out: 'Không có ai phù hợp.\n' });
    expect(asked).toEqual([{ role: 'reviewer', body: 'vanPhongSo' }]);
    expect((await ran(['people', '--role', 'boss'])).err).toContain('Giá trị "boss" của --role không được dùng.');
    expect((await ranJson(['people'], { client: { people: async () => [examples.head] } })).json).toEqual({
      people: [examples.head],
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
      'Việc đang chờ: Phan Văn Minh Họa (nv.reviewer)',
      '',
      'Đề nghị   Tập thể, cá nhân  Phong trào              Tình trạng                 Hàng việc                                              Hạn               Trễ',
    ]);
    expect(out).toContain(
      'Người xem xét của bộ phận phụ trách (Phòng Nghiệp vụ)  25/11/2021 23:59  TRỄ, đã báo Cấp có thẩm quyền (Sở Y tế)',
    );
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
  const notMine = { code: 'NOT_YOUR_ROLE', detail: { as: 'unitClerk', roles: 'unitClerk' } } as const;
  const amend = {
    ...examples.whyWithdraw,
    type: 'draft.amend',
    label: { vi: 'Sửa hồ sơ', en: 'Amend' },
    refusals: [notMine],
    who: ['unitClerk@benhVienVungTau'],
  } as const;
  const twice = { code: 'SECOND_CAPACITY', detail: { actedAs: 'reviewer', as: 'councilSecretary' } } as const;
  const hold = {
    ...examples.whyWithdraw,
    type: 'nomination.hold',
    label: { vi: 'Tạm dừng xem xét', en: 'Put on hold' },
    refusals: [twice],
    who: ['councilSecretary@vanPhongSo', 'councilSecretary@soYTe'],
  } as const;
  const why = async () =>
    [
      examples.whyWithdraw,
      { ...close },
      { ...hold, who: [...hold.who] },
      { ...amend, who: [...amend.who] },
      examples.whySignOff,
    ].map((one) => ({ ...one, refusals: [...one.refusals] }));

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
        '  Chương trình    Kế hoạch thi đua 2021 (004, bản 1)',
        '  Phong trào      2.4 Thầy thuốc như mẹ hiền',
        '  Thủ tục         thông thường',
        '  Đơn vị đề nghị  Bệnh viện Vũng Tàu (benhVienVungTau)',
        '  Tình trạng      Bộ phận phụ trách xem xét (lần thay đổi 2, 20/11/2021 09:05)',
        '  Thời hạn        Hạn xem xét của bộ phận phụ trách: 25/11/2021 23:59',
        '  Hồ sơ           bản 1, mã băm aaaaaaaaaaaa…',
        '  Lập lúc         20/11/2021 09:00',
        '',
        'Đang chờ ai:',
        '  Bước                       Hàng việc                                              Người có thể làm                 Hạn               Nếu trễ                            Trễ',
        '  ─────────────────────────  ─────────────────────────────────────────────────────  ───────────────────────────────  ────────────────  ─────────────────────────────────  ───',
        '  Bộ phận phụ trách xem xét  Người xem xét của bộ phận phụ trách (Phòng Nghiệp vụ)  Phan Văn Minh Họa (nv.reviewer)  25/11/2021 23:59  báo cấp trên lúc 25/11/2021 23:59',
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
    expect(out).toContain('no. 12/QĐ-SYT, 20/12/2021, Sở Y tế');
    expect(out).toContain('Below the standard');
    expect(out).toContain('Nobody owes anything.');
  });

  it('gives the view as JSON', async () => {
    const { json } = await ranJson(['show', '004-0001'], { client: { show: async () => examples.view } });
    expect(json).toEqual(examples.view);
  });

  it('names divisions with the id that is typed, and whom a matter was escalated to', async () => {
    const [matter] = examples.view.openMatters;
    if (!matter) throw new Error('no example');
    const asked = { ...matter, key: 'appraisal:phongNghiepVu', escalatedTo: 'approvingAuthority@soYTe' } as const;
    const draft = { ...matter, key: 'draft' };
    const show = async () => ({ ...examples.view, openMatters: [asked, draft] });
    const { out } = await ran(['show', '004-0001'], { client: { show } });
    expect(out).toContain('Lấy ý kiến thẩm định: Phòng Nghiệp vụ (phongNghiepVu)');
    expect(out).toContain('TRỄ, đã báo Cấp có thẩm quyền (Sở Y tế)');
    expect(out).toMatch(/Đang soạn hồ sơ .* hồ sơ hết hiệu lực/);
  });

  it.each([['show'], ['why', '--as', 'bvvt.clerk'], ['timeline'], ['diagram']])(
    'says of an opening not yet delivered that it is kept: %s',
    async (name, ...more) => {
      const notYet = async () => {
        throw new ClientError('NOT_APPLIED_YET', { vi: 'Đã được tiếp nhận.', en: 'Received.' });
      };
      const client = { show: notYet, why: notYet, timeline: notYet, path: async () => [] };
      const ended = await ran([name ?? '', '004-0001', ...more], { client });
      expect(ended).toMatchObject({ exit: 5, out: '', err: 'Đã được tiếp nhận.\n' });
    },
  );

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
