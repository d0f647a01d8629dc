import { describe, expect, it } from 'vitest';
import { programmes } from './examples/programmes.ts';
import { lines, ran, ranJson } from './fakeWorld.ts';

describe('programmes', () => {
  const client = { programmes: async () => programmes };

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
      json: { programmes },
    });
  });
});

describe('programmes in words', () => {
  const [programme] = programmes;
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
    expect(await withQuota('notStated', 'notStated')).toMatch(/ {2}không nêu$/);
    expect(await withQuota('delegated', 'delegated', '--lang', 'en')).toMatch(/ {2}as allocated$/);
  });
});
