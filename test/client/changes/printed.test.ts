import { describe, expect, it } from 'vitest';
import type { ChangedSubject, ChangePreview } from '../../../contract/changes.ts';
import { ran, ranJson } from '../cli/fakeWorld.ts';

const due = '2021-12-31T16:59:59.999Z';
const options = ['--to', '2022-01-14', '--reason', 'Gia hạn vì dịch', '--as', 'vps.secretary'];

function printed(subject: Partial<ChangedSubject>, ...more: string[]) {
  const nothing = { from: null, to: null };
  const round: ChangedSubject = {
    ...{ kind: 'round', id: '004/2.4/nam2021', revision: 4, state: { from: 'open', to: 'open' }, unitId: null },
    ...{ deadlines: [], timer: nothing, rules: [], matters: [], notices: [], ...subject },
  };
  const preview: ChangePreview = {
    ...{ hash: 'a'.repeat(64), at: '2021-10-04T02:00:00.000Z', spec: {}, subjects: [round], untouched: [] },
    totals: { nominations: 0, rounds: 1, deadlines: 1, timers: 0, reminders: 0, people: 0, notices: 0 },
  };
  const fakes = { client: { previewChange: async () => preview } };
  const scope = ['--round', round.id, ...more];
  const deadline = more.includes('--deadline') ? [] : ['--deadline', 'closing'];
  const argv = ['deadline', 'preview', ...scope, ...deadline, ...options];
  return {
    preview,
    text: (language: 'vi' | 'en') => ran([...argv, '--lang', language], fakes),
    json: () => ranJson(argv, fakes),
  };
}

describe('a printed preview', () => {
  it('says of a deadline that stands still that the time of the pause is still added', async () => {
    const moved = {
      name: 'closing',
      from: due,
      to: '2022-01-14T16:59:59.999Z',
      provisional: false,
      paused: true,
    } as const;
    const { text, json, preview } = printed({ deadlines: [moved] });
    const vi = (await text('vi')).out;
    expect(vi).toContain('14/01/2022 23:59 (chưa cộng thời gian tạm dừng)');
    expect(vi).toMatch(/Cảnh báo: 1 thời hạn đang tạm dừng; khi chạy tiếp, .*thời gian tạm dừng/);
    const en = (await text('en')).out;
    expect(en).toContain('14/01/2022 23:59 (the pause still to be added)');
    expect(en).toContain('Warning: 1 deadlines are paused');
    expect((await json()).json).toEqual(preview);
  });

  it('warns of a new due time on a day off', async () => {
    const moved = {
      name: 'closing',
      from: due,
      to: '2022-01-01T16:59:59.999Z',
      provisional: true,
      dayOff: true,
    } as const;
    const { text, json, preview } = printed({ deadlines: [moved] });
    const vi = (await text('vi')).out;
    expect(vi).toContain('01/01/2022 23:59 (tạm tính) (ngày nghỉ)');
    expect(vi).toContain('Cảnh báo: 1 thời hạn mới rơi vào ngày nghỉ');
    const en = (await text('en')).out;
    expect(en).toContain('01/01/2022 23:59 (provisional) (day off)');
    expect(en).toContain('Warning: 1 new due times fall on a day off');
    expect((await json()).json).toEqual(preview);
  });

  it('shows from when nominations are taken, and nothing of all this in a preview kept before', async () => {
    const moved = { from: '2021-10-19T17:00:00.000Z', to: '2021-10-31T17:00:00.000Z' };
    const { out } = await printed({ nominationsFrom: moved }).text('vi');
    expect(out).toMatch(/Nhận đề nghị từ +20\/10\/2021 00:00 +01\/11\/2021 00:00/);
    const plain = { name: 'closing', from: due, to: '2022-01-14T16:59:59.999Z', provisional: false } as const;
    const old = (await printed({ deadlines: [plain] }).text('vi')).out;
    expect(old).not.toMatch(/Nhận đề nghị từ|tạm dừng|ngày nghỉ|Cảnh báo/);
  });

  it('names a few who are told in the row, and many below the table, one a line', async () => {
    const notice = (number: number) => ({
      template: 'round.suspend' as const,
      personId: `don-vi.${number}`,
      personName: `Nguyễn Văn Ví Dụ ${number}`,
    });
    const notices = Array.from({ length: 37 }, (_, number) => notice(number));
    const many = await printed({ notices: [...notices, { ...notice(0), template: 'deadline.change' }] }).text('vi');
    expect(many.out).toMatch(/Được thông báo +37 người, danh sách ở dưới\n/);
    expect(many.out).toContain('Những người được thông báo:\n  Nguyễn Văn Ví Dụ 0 (don-vi.0): 2 thông báo\n');
    expect(many.out).toContain('\n  Nguyễn Văn Ví Dụ 36 (don-vi.36): 1 thông báo\n');
    const table = many.out.split('\n').filter((line) => !line.startsWith('  npx'));
    expect(Math.max(...table.map((line) => line.length))).toBeLessThan(160);
    const few = (await printed({ notices: notices.slice(0, 2) }).text('vi')).out;
    expect(few).toContain('Nguyễn Văn Ví Dụ 0 (don-vi.0), Nguyễn Văn Ví Dụ 1 (don-vi.1)');
    expect(few).not.toContain('Những người');
  });

  it('calls a rule of the round and that of its nominations to come each by its own name', async () => {
    const rule = (days: number) => ({ count: { days, kind: 'calendar' as const } });
    const rules: ChangedSubject['rules'] = [
      { of: 'round', name: 'appraisal', from: rule(30), to: rule(33) },
      { of: 'nominations', name: 'appraisal', from: rule(10), to: rule(13) },
    ];
    const { out } = await printed({ rules }).text('vi');
    expect(out).toMatch(/Quy định: Hạn xét chọn, đề cử của bộ phận phụ trách +30 ngày +33 ngày\n/);
    expect(out).toMatch(/Quy định cho đề nghị sẽ mở: Hạn cho ý kiến thẩm định +10 ngày +13 ngày\n/);
  });

  it('names the webhooks that are told, apart from the people', async () => {
    const post = { template: 'deadline.change', webhookId: 'wh_1', url: 'https://van-ban.example/' } as const;
    const { out } = await printed({ posts: [post, { ...post, template: 'round.open' }] }).text('en');
    expect(out).toContain('Besides, 2 posts to 1 webhooks.\n  https://van-ban.example/ (wh_1): 2 posts\n');
  });

  it('calls the closing of a unit the end of nominating, and that of a person’s nominations the complaint window', async () => {
    const heading = async (...more: string[]) => (await printed({}, ...more).text('en')).out.split('\n')[0];
    expect(await heading()).toContain('End of the nominations');
    expect(await heading('--unit', 'u')).toContain('End of the nominations');
    expect(await heading('--person', 'khtc.reviewer')).toContain('End of the complaint window');
    const { out } = await ran(['deadline', 'preview', '--help', '--lang', 'en']);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('of one nomination or person closing ends the complaint window');
  });
});
