import { describe, expect, it } from 'vitest';
import { head, people } from './examples/people.ts';
import { lines, ran, ranJson } from './fakeWorld.ts';

describe('people', () => {
  it('lists who there is with the roles held, ids where they are typed', async () => {
    const { exit, out } = await ran(['people'], { client: { people: async () => people } });
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
    expect(await ran(['people', '--body', 'vanPhong'], { client: { people } })).toMatchObject({
      exit: 2,
      err: 'Không có cơ quan, đơn vị mang mã “vanPhong”. Xem mã: npx vinhdanh people\n',
    });
    expect((await ran(['people', '--role', 'boss'])).err).toContain('Giá trị “boss” của --role không được dùng.');
    expect((await ranJson(['people'], { client: { people: async () => [head] } })).json).toEqual({
      people: [head],
    });
  });
});
