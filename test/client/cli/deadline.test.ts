import { describe, expect, it } from 'vitest';
import { ClientError } from '../../../client/core/errors.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import type { ChangePreview, ChangeProgress } from '../../../contract/changes.ts';
import type { Fakes } from './fakeWorld.ts';
import { ran, ranJson } from './fakeWorld.ts';

const hash = 'a'.repeat(64);
const [due, moved] = ['2021-12-31T16:59:59.999Z', '2022-01-14T16:59:59.999Z'];
const reminder = '2021-12-24T01:00:00.000Z';

const preview: ChangePreview = {
  hash,
  at: '2021-10-04T02:00:00.000Z',
  spec: {},
  subjects: [
    {
      kind: 'nomination',
      id: '004-0001',
      revision: 1,
      state: { from: 'draft', to: 'draft' },
      unitId: 'benhVienVungTau',
      deadlines: [{ name: 'draft', from: due, to: moved, provisional: true }],
      timer: { from: due, to: moved },
      rules: [{ name: 'draft', from: { on: due }, to: { count: { days: 12, kind: 'working' }, on: moved } }],
      matters: [
        {
          key: 'draft',
          queue: { from: 'unitClerk@benhVienVungTau', to: 'unitClerk@benhVienVungTau' },
          dueAt: { from: due, to: moved },
          nextEscalationAt: { from: due, to: moved },
          level: { from: 0, to: 0 },
          reminders: { dropped: [reminder], added: [] },
        },
      ],
      notices: [{ template: 'deadline.change', personId: 'bvvt.clerk', personName: 'Ngô Văn Ví Dụ' }],
    },
  ],
  untouched: [
    { kind: 'nomination', id: '004-0002', because: [{ code: 'NOTHING_TO_CHANGE', detail: { deadline: 'draft' } }] },
  ],
  totals: { nominations: 1, rounds: 0, deadlines: 1, timers: 1, reminders: 1, people: 1, notices: 1 },
};
const progress: ChangeProgress = {
  changeId: '3f00000000000000',
  appliedAt: '2021-10-04T02:00:00.000Z',
  by: 'vps.secretary',
  reason: 'Gia hạn',
  spec: { kind: 'deadline', scope: { roundId: '004/2.4/nam2021' }, deadline: 'draft', to: { on: '2022-01-14' } },
  hash,
  total: 2,
  applied: 1,
  refused: 0,
  waiting: 1,
};

const given = [
  '--round',
  '004/2.4/nam2021',
  '--deadline',
  'draft',
  '--to',
  '2022-01-14',
  '--reason',
  'Gia hạn vì dịch',
];
const as = ['--as', 'vps.secretary'];

function changing(): { asked: [string, ChangeRequest, string?][]; fakes: Fakes } {
  const asked: [string, ChangeRequest, string?][] = [];
  const client = {
    previewChange: async (by: string, request: ChangeRequest) => {
      asked.push([by, request]);
      return preview;
    },
    applyChange: async (by: string, request: ChangeRequest, previewed: string) => {
      asked.push([by, request, previewed]);
      return progress;
    },
    changes: async () => [progress],
    change: async () => ({ ...progress, applied: 2, waiting: 0 }),
    changePreview: async () => preview,
  };
  return { asked, fakes: { client } };
}

describe('deadline preview', () => {
  it('prints totals, every move, who is told, what stays and why, and the command that applies it', async () => {
    const { asked, fakes } = changing();
    const { exit, out } = await ran(['deadline', 'preview', ...given, ...as], fakes);
    expect(exit).toBe(0);
    expect(asked).toEqual([
      [
        'vps.secretary',
        {
          spec: {
            kind: 'deadline',
            scope: { roundId: '004/2.4/nam2021' },
            deadline: 'draft',
            to: { on: '2022-01-14' },
          },
          as: 'councilSecretary',
          reason: 'Gia hạn vì dịch',
          holdNotices: false,
        },
      ],
    ]);
    const lines = out.split('\n');
    expect(lines[0]).toBe('XEM TRƯỚC, chưa thay đổi gì: “Hạn nộp hồ sơ” đến hết ngày 14/01/2022, đợt 004/2.4/nam2021');
    expect(lines[1]).toContain('1 đề nghị, 0 đợt, 1 thời hạn, 1 hẹn giờ, 1 lần nhắc, 1 người, 1 thông báo');
    expect(lines[2]).toContain('Cảnh báo: 1 thời hạn là tạm tính');
    expect(out).toMatch(
      /004-0001 \(Bệnh viện Vũng Tàu\) +Hạn nộp hồ sơ +31\/12\/2021 23:59 +14\/01\/2022 23:59 \(tạm tính\)/,
    );
    expect(out).toMatch(/Hẹn giờ +31\/12\/2021 23:59 +14\/01\/2022 23:59/);
    expect(out).toContain('12 ngày làm việc / ngày 14/01/2022 23:59, lấy thời điểm muộn hơn');
    expect(out).toMatch(/Lần nhắc cho Cán bộ lập hồ sơ của đơn vị \(Bệnh viện Vũng Tàu\) +24\/12\/2021 08:00 +–/);
    expect(out).toContain('Ngô Văn Ví Dụ (bvvt.clerk)');
    expect(out).toContain('Giữ nguyên 1:');
    expect(lines.at(-2)).toBe(
      `  npx vinhdanh deadline apply --round 004/2.4/nam2021 --deadline draft --to 2022-01-14 --reason 'Gia hạn vì dịch' --as vps.secretary --role councilSecretary --hash ${hash}`,
    );
  });

  it('gives programs the preview itself', async () => {
    const { json } = await ranJson(['deadline', 'preview', ...given, ...as], changing().fakes);
    expect(json).toEqual(preview);
  });

  it('takes added days, working or not, a person, and the recount by the calendar', async () => {
    const { asked, fakes } = changing();
    const reason = ['--reason', 'Nghỉ bù', ...as];
    await ran(
      [
        'deadline',
        'preview',
        '--nomination',
        '004-0001',
        '--deadline',
        'review',
        '--add-days',
        '5',
        '--working',
        ...reason,
      ],
      fakes,
    );
    await ran(
      [
        'deadline',
        'preview',
        '--round',
        'r',
        '--person',
        'khtc.reviewer',
        '--deadline',
        'review',
        '--add-days=-3',
        ...reason,
      ],
      fakes,
    );
    await ran(['deadline', 'preview', '--calendar', '--programme', '004', ...reason], fakes);
    expect(asked.map(([, { spec }]) => spec)).toEqual([
      {
        kind: 'deadline',
        scope: { nominationId: '004-0001' },
        deadline: 'review',
        to: { addDays: 5, counting: 'working' },
      },
      {
        kind: 'deadline',
        scope: { roundId: 'r', personId: 'khtc.reviewer' },
        deadline: 'review',
        to: { addDays: -3, counting: 'calendar' },
      },
      { kind: 'calendar', scope: { programmeId: '004' } },
    ]);
  });

  it.each([
    ['no scope', ['--deadline', 'draft', '--to', '2022-01-14', '--reason', 'x']],
    ['two scopes', [...given, '--nomination', '004-0001']],
    [
      'a unit without its round',
      ['--programme', '004', '--unit', 'u', '--deadline', 'draft', '--to', '2022-01-14', '--reason', 'x'],
    ],
    ['two due times', [...given, '--add-days', '3']],
    ['no reason', given.slice(0, -2)],
    ['a deadline there is none of', [...given.slice(0, 2), '--deadline', 'x', ...given.slice(4)]],
    ['no number of days', ['--round', 'r', '--deadline', 'draft', '--add-days', 'ba', '--reason', 'x']],
  ])('tells what is wrong with %s', async (_, options) => {
    const { asked, fakes } = changing();
    const { exit, err } = await ran(['deadline', 'preview', ...options, ...as], fakes);
    expect(exit).toBe(2);
    expect(err).not.toBe('');
    expect(asked).toEqual([]);
  });

  it.each([
    [['--deadline', 'review', '--add-days', '400'], 'spec.to.addDays (--add-days): không được quá 366'],
    [['--deadline', 'review', '--add-days=-400'], 'spec.to.addDays (--add-days): phải từ -366 trở lên'],
    [['--deadline', 'review', '--add-days', 'abc'], 'spec.to.addDays (--add-days): phải là số nguyên'],
    [['--deadline', 'review', '--add-days', '1.5'], 'spec.to.addDays (--add-days): phải là số nguyên'],
    [['--deadline', 'review', '--add-days', '0'], 'spec.to.addDays (--add-days): phải khác 0'],
    [['--deadline', 'review', '--to', '9999-12-31'], 'spec.to.on (--to): phải là ngày từ 2000-01-01 đến 2099-12-31'],
    [['--deadline', 'review', '--to', '2022-02-30'], 'spec.to.on (--to): phải là ngày có thật, viết YYYY-MM-DD'],
    [['--deadline', 'foo', '--to', '2022-01-14'], 'spec.deadline (--deadline): phải là một trong: draft, supplement,'],
  ])('names the option and what would do: %j', async (options, told) => {
    const argv = ['deadline', 'preview', '--nomination', '004-0001', ...options, '--reason', 'x', ...as];
    const { exit, err } = await ran(argv, changing().fakes);
    expect(exit).toBe(2);
    expect(err).toContain(told);
  });

  it('tells a person without a fitting role who may', async () => {
    const { exit, err } = await ran(['deadline', 'preview', ...given, '--as', 'bvvt.clerk'], changing().fakes);
    expect(exit).toBe(3);
    expect(err).toContain('Thư ký thường trực Hội đồng');
  });
});

describe('deadline apply, list and show', () => {
  it('applies with the preview’s hash and tells how far it has got', async () => {
    const { asked, fakes } = changing();
    const { exit, out } = await ran(['deadline', 'apply', ...given, ...as, '--hash', hash], fakes);
    expect(exit).toBe(0);
    expect(asked[0]?.[2]).toBe(hash);
    expect(out).toContain('Đã áp dụng điều chỉnh 3f00000000000000.');
    expect(out).toContain('1 trong 2 hồ sơ, đợt đã thay đổi, 1 đang chuyển, 0 không được chấp nhận.');
    const waited = await ran(['deadline', 'apply', ...given, ...as, '--hash', hash, '--wait'], changing().fakes);
    expect(waited.out).toContain('2 trong 2 hồ sơ, đợt đã thay đổi');
  });

  it('asks for the hash, and passes on that the preview is stale', async () => {
    const without = await ran(['deadline', 'apply', ...given, ...as], changing().fakes);
    expect(without.exit).toBe(2);
    const client = {
      applyChange: async () => {
        throw new ClientError('PREVIEW_STALE', { vi: 'Đã có thay đổi.', en: 'Something has changed.' });
      },
    };
    const stale = await ran(['deadline', 'apply', ...given, ...as, '--hash', hash], { client });
    expect(stale).toMatchObject({ exit: 6, err: 'Đã có thay đổi.\n' });
  });

  it('lists and shows what was applied', async () => {
    const listed = await ran(['deadline', 'list'], changing().fakes);
    expect(listed.out).toMatch(/3f0+ +04\/10\/2021 09:00 +vps\.secretary .*1\/2/);
    const shown = await ran(['deadline', 'show', '3f00000000000000', '--wait'], changing().fakes);
    expect(shown.out).toContain('Trước điều chỉnh');
    expect(shown.out).not.toContain('Hiện nay');
    const { json } = await ranJson(['deadline', 'show', '3f00000000000000', '--wait'], changing().fakes);
    expect(json).toMatchObject({ changeId: '3f00000000000000', waiting: 0 });
  });
});

describe('round suspend, resume and cancel', () => {
  it('previews and applies', async () => {
    const { asked, fakes } = changing();
    const options = ['004/2.4/nam2021', '--reason', 'Dịch', '--as', 'syt.admin', '--role', 'administrator'];
    const { out } = await ran(['round', 'suspend', 'preview', ...options], fakes);
    expect(out.split('\n').at(-2)).toBe(
      `  npx vinhdanh round suspend apply 004/2.4/nam2021 --reason 'Dịch' --as syt.admin --role administrator --hash ${hash}`,
    );
    await ran(['round', 'cancel', 'apply', ...options, '--hash', hash], fakes);
    expect(asked.map(([, { spec }]) => spec.kind)).toEqual(['suspend', 'cancel']);
    expect((await ran(['round', 'resume', 'now', ...options], fakes)).exit).toBe(2);
  });
});
