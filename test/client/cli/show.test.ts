import { describe, expect, it } from 'vitest';
import { ClientError } from '../../../client/core/errors.ts';
import { view } from './examples/nomination.ts';
import { lines, ran, ranJson } from './fakeWorld.ts';

describe('show and list', () => {
  it('shows state, deadline, who owes what and what is not yet applied', async () => {
    const { exit, out } = await ran(['show', '004-0001'], { client: { show: async () => view } });
    expect(exit).toBe(0);
    expect(out).toBe(
      lines(
        'Đề nghị 004-0001: Bùi Thị Minh Họa (cá nhân)',
        '',
        '  Chương trình    Kế hoạch thi đua 2021 (004, bản 1)',
        '  Phong trào      2.4 Thầy thuốc như mẹ hiền',
        '  Đợt thi đua     004/2.4/nam2021',
        '  Thủ tục         thông thường',
        '  Đơn vị đề nghị  Bệnh viện Vũng Tàu (benhVienVungTau)',
        '  Tình trạng      Bộ phận phụ trách xem xét (lần thay đổi 2, 20/11/2021 09:05)',
        '  Thời hạn        Hạn xem xét của bộ phận phụ trách: 25/11/2021 23:59',
        '  Hồ sơ           bản 1, mã băm aaaaaaaaaaaa…',
        '  Lập lúc         20/11/2021 09:00',
        '',
        'Đang chờ ai:',
        '  Bước                       Nơi giải quyết                                         Người có thể làm                 Hạn               Nếu trễ                            Trễ',
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
      ...view,
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

  it('says that the round is suspended, and that then nothing lapses', async () => {
    const [matter] = view.openMatters;
    if (!matter) throw new Error('no example');
    const draft = { ...view, state: 'draft' as const, openMatters: [{ ...matter, key: 'draft' }] };
    const running = await ran(['show', '004-0001'], { client: { show: async () => draft } });
    expect(running.out).toContain('hồ sơ hết hiệu lực');
    const show = async () => ({ ...draft, suspendedSince: '2021-12-02T03:00:00.000Z' });
    const { out } = await ran(['show', '004-0001'], { client: { show } });
    expect(out).toContain('004/2.4/nam2021 (ĐANG TẠM DỪNG từ 02/12/2021 10:00)');
    expect(out).not.toContain('hồ sơ hết hiệu lực');
    expect(out).toContain('báo cấp trên lúc 25/11/2021 23:59');
  });

  it('gives the view as JSON', async () => {
    const { json } = await ranJson(['show', '004-0001'], { client: { show: async () => view } });
    expect(json).toEqual(view);
  });

  it('names divisions with the id that is typed, and whom a matter was escalated to', async () => {
    const [matter] = view.openMatters;
    if (!matter) throw new Error('no example');
    const asked = { ...matter, key: 'appraisal:phongNghiepVu', escalatedTo: 'approvingAuthority@soYTe' } as const;
    const draft = { ...matter, key: 'draft' };
    const show = async () => ({ ...view, openMatters: [asked, draft] });
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
      return [view];
    };
    const { out } = await ran(
      ['list', '--programme', '004', '--movement', '2.10', '--state', 'returned', '--limit', '5'],
      { client: { list } },
    );
    expect(asked).toEqual([{ programmeId: '004', movementId: '2.10', state: 'returned', limit: 5 }]);
    expect(out).toContain('004-0001  Bùi Thị Minh Họa (cá nhân)  Bệnh viện Vũng Tàu');
    expect(out.trimEnd().endsWith('1 dòng')).toBe(true);
    expect((await ran(['list', '--state', 'lost'])).err).toContain(
      'Giá trị “lost” của --state không được dùng. Các giá trị được dùng: draft,',
    );
    expect((await ran(['list', '--limit', '0'])).err).toBe('--limit phải là số nguyên dương.\n');
  });
});
