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

  it('calls the closing of a unit the end of nominating, and that of a person’s nominations the complaint window', async () => {
    const heading = async (...more: string[]) => (await printed({}, ...more).text('en')).out.split('\n')[0];
    expect(await heading()).toContain('End of the nominations');
    expect(await heading('--unit', 'u')).toContain('End of the nominations');
    expect(await heading('--person', 'khtc.reviewer')).toContain('End of the complaint window');
    const { out } = await ran(['deadline', 'preview', '--help', '--lang', 'en']);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('of one nomination or person closing ends the complaint window');
  });
});
