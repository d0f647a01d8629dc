import { describe, expect, it } from 'vitest';
import { inboxItem, view } from './examples/nomination.ts';
import { round } from './examples/round.ts';
import { ran } from './fakeWorld.ts';

describe('inbox', () => {
  it('shows what waits for a person, late and escalated', async () => {
    const asked: unknown[] = [];
    const inbox = async (of: unknown) => {
      asked.push(of);
      return [inboxItem];
    };
    const { exit, out } = await ran(['inbox', '--as', 'nv.reviewer'], { client: { inbox } });
    expect(exit).toBe(0);
    expect(asked).toEqual([{ person: 'nv.reviewer' }]);
    expect(out.split('\n').slice(0, 3)).toEqual([
      'Việc đang chờ: Phan Văn Minh Họa (nv.reviewer)',
      '',
      'Đề nghị   Tập thể, cá nhân  Phong trào              Tình trạng                 Nơi giải quyết                                         Hạn               Trễ',
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
    expect(err).toContain('Giá trị “boss@x” của --queue không được dùng.');
  });
});

it('marks a due time that may still move in the inbox and in what is shown', async () => {
  const inbox = async () => [
    { ...inboxItem, subjectId: round.roundId, nomineeName: null, state: 'open' as const, provisional: true },
  ];
  const { out } = await ran(['inbox', '--queue', 'reviewer@phongNghiepVu'], { client: { inbox } });
  expect(out).toContain('(cả đợt thi đua)');
  expect(out).toContain('Đã phát động, đang nhận đề nghị');
  expect(out).toContain('25/11/2021 23:59 (tạm tính)');
  const deadline = { ...view.deadline, provisional: true as const } as typeof view.deadline;
  const shown = await ran(['show', '004-0001'], { client: { show: async () => ({ ...view, deadline }) } });
  expect(shown.out).toContain('25/11/2021 23:59 (tạm tính)');
});
