import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../../../client/core/types.ts';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import type { ChangedSubject, ChangePreview, ChangeProgress, UntouchedSubject } from '../../../contract/changes.ts';
import { ran, ranJson } from '../cli/fakeWorld.ts';
import { yaml } from '../cli/sending.ts';

const hash = 'a'.repeat(64);
const roundId = '004/2.4/nam2021';
const [due, moved] = ['2021-12-31T16:59:59.999Z', '2022-01-14T16:59:59.999Z'];
const scope = ['--round', roundId];
const to = ['--deadline', 'draft', '--to', '2022-01-14'];
const reason = ['--reason', 'Gia hạn'];
const as = ['--as', 'vps.secretary'];

const subject: ChangedSubject = {
  ...{ kind: 'round', id: roundId, revision: 4, state: { from: 'open', to: 'open' }, unitId: null },
  deadlines: [{ name: 'closing', from: due, to: moved, provisional: false }],
  ...{ timer: { from: null, to: null }, matters: [], notices: [] },
  rules: [{ of: 'round', name: 'council', from: { withinDays: 10 }, to: { withinDays: 13 } }],
};
const preview: ChangePreview = {
  ...{ hash, at: '2021-10-04T02:00:00.000Z', spec: {}, subjects: [subject], untouched: [] },
  totals: { nominations: 0, rounds: 1, deadlines: 1, timers: 0, reminders: 0, people: 0, notices: 0 },
};
const progress: ChangeProgress = {
  ...{ changeId: '3f00000000000000', appliedAt: '2021-10-04T02:00:00.000Z', by: 'vps.secretary', reason: 'Gia hạn' },
  spec: { kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: '2022-01-14' } },
  ...{ hash, total: 1, applied: 1, refused: 0, waiting: 0 },
};

/** A client that previews and applies, and what it was asked. */
function changing(seen: ChangePreview = preview) {
  const applied: unknown[][] = [];
  const client = {
    previewChange: async () => seen,
    applyChange: async (...asked: [string, ChangeRequest, string, unknown?]) => {
      applied.push(asked);
      return progress;
    },
    change: async () => progress,
    changePreview: async () => preview,
  };
  return { applied, client };
}

describe('a saved preview', () => {
  async function saved(): Promise<Record<string, string>> {
    const argv = ['deadline', 'preview', ...scope, ...to, ...reason, ...as, '--save', 'f.json'];
    return (await ran(argv, changing())).written;
  }

  it('is applied with what it said of each subject, so that what has changed since can be told', async () => {
    const { applied, client } = changing();
    const { exit } = await ran(['deadline', 'apply', '--preview', 'f.json', ...as], { client, files: await saved() });
    expect(exit).toBe(0);
    expect(applied).toMatchObject([['vps.secretary', { reason: 'Gia hạn' }, hash, { [roundId]: expect.any(String) }]]);
  });

  it('of an earlier version is still applied', async () => {
    const { applied, client } = changing();
    const { request } = JSON.parse((await saved())['f.json'] ?? '') as { request: unknown };
    const files = { 'f.json': JSON.stringify({ request, hash }) };
    expect((await ran(['deadline', 'apply', '--preview', 'f.json', ...as], { client, files })).exit).toBe(0);
    expect(applied).toHaveLength(1);
  });

  it('is for its author, and others are told so', async () => {
    const { applied, client } = changing();
    const argv = ['deadline', 'apply', '--preview', 'f.json', '--as', 'syt.admin'];
    const { exit, err } = await ran(argv, { client, files: await saved() });
    expect([exit, applied]).toEqual([2, []]);
    expect(err).toContain('do vps.secretary lập');
  });

  it.each([
    ['another hash', ['--hash', 'b'.repeat(64)], 'mã khác'],
    ['a reason', reason, '--reason'],
    ['a scope', scope, '--round'],
    ['a due time', ['--add-days', '3'], '--add-days'],
    ['holding', ['--hold-notices'], '--hold-notices'],
  ])('is not applied with %s beside it', async (_, more, said) => {
    const { applied, client } = changing();
    const argv = ['deadline', 'apply', '--preview', 'f.json', ...as, ...more];
    const { exit, err } = await ran(argv, { client, files: await saved() });
    expect([exit, applied]).toEqual([2, []]);
    expect(err).toContain(said);
  });
});

describe('options that say nothing together', () => {
  it.each([
    ['--working', [...scope, ...to, '--working']],
    ['--deadline', ['--programme', '004', '--calendar', '--deadline', 'draft']],
    ['--to', ['--programme', '004', '--calendar', '--to', '2022-01-14']],
    ['--add-days', ['--programme', '004', '--calendar', '--add-days', '3']],
  ])('are refused by name: %s', async (name, options) => {
    const { exit, err } = await ran(['deadline', 'preview', ...options, ...reason, ...as], changing());
    expect(exit).toBe(2);
    expect(err).toContain(`${name} không dùng cùng`);
  });
});

describe('deadline show', () => {
  it('tells what the change did: deadlines and rules of each subject, before and after', async () => {
    const { out } = await ran(['deadline', 'show', progress.changeId], changing());
    expect(out).toMatch(/004\/2\.4\/nam2021 +Hết thời gian nhận đề nghị +31\/12\/2021 23:59 +14\/01\/2022 23:59\n/);
    expect(out).toMatch(/Quy định: Hạn xem xét của Hội đồng +10 ngày +13 ngày/);
    const { json } = await ranJson(['deadline', 'show', progress.changeId], changing());
    expect(json).toMatchObject({ changeId: progress.changeId, subjects: [{ id: roundId }] });
  });
});

describe('a timeline', () => {
  it('says of a change which deadline it moved, from when to when', async () => {
    const entry: TimelineEntry = {
      ...{ revision: 5, type: 'deadline.change', at: preview.at, who: null, from: 'open', to: 'open' },
      ...{ reason: 'Gia hạn', facts: {}, refusals: [], moves: subject },
    };
    const { out } = await ran(['round', 'timeline', roundId], { client: { timeline: async () => [entry] } });
    expect(out).toContain('Hết thời gian nhận đề nghị: 31/12/2021 23:59 → 14/01/2022 23:59\n');
    expect(out).toContain('Quy định: Hạn xem xét của Hội đồng: 10 ngày → 13 ngày\n');
  });
});

describe('a printed change', () => {
  it('with days taken away says so', async () => {
    const argv = ['deadline', 'preview', ...scope, '--deadline', 'draft', '--add-days=-3', ...reason, ...as];
    expect((await ran(argv, changing())).out.split('\n')[0]).toContain('bớt 3 ngày, đợt');
    expect((await ran([...argv, '--working', '--lang', 'en'], changing())).out).toContain('3 working days fewer');
  });

  it('gives those left for one reason in one line, with their number and a few of them', async () => {
    const left = (number: number): UntouchedSubject => ({
      ...{ kind: 'nomination', id: `004-${number}` },
      because: [number < 100 ? { code: 'NOTHING_TO_CHANGE', detail: {} } : { code: 'RULE_INCOMPLETE', detail: {} }],
    });
    const untouched = Array.from({ length: 101 }, (_, number) => left(number));
    const { out } = await ran(
      ['deadline', 'preview', ...scope, ...to, ...reason, ...as],
      changing({ ...preview, untouched }),
    );
    const lines = out.slice(out.indexOf('Giữ nguyên 101')).split('\n');
    expect(lines[1]).toContain('100 trường hợp (004-0, 004-1, 004-2, 004-3, 004-4, …): Điều chỉnh này');
    expect(lines[2]).toContain('004-100: Quy định mới');
    expect(lines[3]).toBe('');
  });

  it('that touches nothing says that nothing would change', async () => {
    const totals = { nominations: 0, rounds: 0, deadlines: 0, timers: 0, reminders: 0, people: 0, notices: 0 };
    const { exit, out } = await ran(
      ['deadline', 'preview', ...scope, ...to, ...reason, ...as],
      changing({ ...preview, subjects: [], totals }),
    );
    expect(exit).toBe(0);
    expect(out.split('\n')[1]).toBe('Điều chỉnh này sẽ không làm thay đổi gì.');
    expect(out).not.toContain('Sẽ ảnh hưởng đến');
  });
});

describe('a database lost while a command runs', () => {
  it('is not reached, and the same command is to be run again', async () => {
    const lost = Object.assign(new Error('write CONNECTION_CLOSED 127.0.0.1:5432'), { code: 'CONNECTION_CLOSED' });
    for (const error of [lost, new Error('Failed query', { cause: lost })]) {
      const client = {
        applyChange: async () => {
          throw error;
        },
      };
      const argv = ['deadline', 'apply', ...scope, ...to, ...reason, ...as, '--hash', hash];
      const { exit, err } = await ran(argv, { client });
      expect(exit).toBe(4);
      expect(err).toContain('chạy lại đúng lệnh này');
    }
  });

  it('names the key with which something is sent again, instead', async () => {
    const client = {
      nominate: async () => {
        throw Object.assign(new Error('lost'), { code: 'CONNECTION_CLOSED' });
      },
    };
    const argv = ['nominate', '--as', 'lan', '--form', 'f.yaml', '--key', 'k1'];
    const { exit, err } = await ran(argv, { client, files: { 'f.yaml': yaml } });
    expect(exit).toBe(4);
    expect(err).toContain('--key k1');
    expect(err).not.toContain('chạy lại đúng lệnh này');
  });
});
