import { describe, expect, it } from 'vitest';
import { NoticeError } from '../../../client/notices/errors.ts';
import type { NoticesClient } from '../../../client/notices/types.ts';
import { ran, ranJson } from './fakeWorld.ts';

/** A client that knows notices only; a method the test did not give fails the command. */
function only(notices: Partial<NoticesClient>) {
  return { client: { notices } as never };
}

const notice = {
  id: 'n1',
  subjectId: '004-0001',
  template: 'deadline.remind' as const,
  subject: 'Nhắc việc, hạn ngày 20/06/2021',
  createdAt: '2021-06-10T02:00:00.000Z',
  dueAt: '2021-06-20T16:59:59.999Z',
  readAt: null,
};

describe('vinhdanh notices', () => {
  it('lists a person’s own, and says how to read one', async () => {
    const asked: unknown[] = [];
    const fakes = only({
      mine: async (person, filter) => {
        asked.push(person, filter);
        return [notice];
      },
    });
    const { out, exit } = await ran(['notices', '--as', 'bvvt.clerk', '--unread', '--limit', '5'], fakes);
    expect(exit).toBe(0);
    expect(out).toContain('MỚI');
    expect(out).toContain('Nhắc việc, hạn ngày 20/06/2021');
    expect(asked).toEqual(['bvvt.clerk', { unread: true, limit: 5 }]);
    expect(await ranJson(['notices', '--as', 'bvvt.clerk'], fakes)).toMatchObject({
      json: { notices: [{ id: 'n1' }] },
    });
  });

  it('reads one', async () => {
    const fakes = only({ read: async (_, id) => ({ ...notice, id, text: 'Kính gửi: Ông A\n' }) });
    expect((await ran(['notices', 'n1', '--as', 'a'], fakes)).out).toContain('Kính gửi: Ông A');
  });

  it('shows what a batch would send, and releases or drops it', async () => {
    const batch = {
      batchId: 'c1',
      programmeId: '004',
      by: 'a',
      appliedAt: null,
      reason: 'Bão',
      notices: 2,
      people: 1,
      posts: 2,
      webhooks: 1,
      subjects: 2,
    };
    const example = {
      template: 'deadline.change' as const,
      about: 'round' as const,
      locale: 'vi' as const,
      count: 2,
      to: 'Ông A',
      subject: 'Điều chỉnh',
      text: 'Nội dung\n',
    };
    const settled: unknown[] = [];
    const fakes = only({
      held: async () => [batch],
      preview: async () => ({
        batch,
        recipients: [{ id: 'a', name: 'Ông A', address: 'a@x.vn', notices: 2 }],
        webhooks: [{ id: 'wh_1', url: 'https://x.vn/', posts: 2 }],
        examples: [example],
      }),
      release: async (...args) => {
        settled.push(args);
        return { notices: 2, posts: 2 };
      },
      drop: async (...args) => {
        settled.push(args);
        return { notices: 0, posts: 0 };
      },
    });
    expect((await ran(['notices', 'held', '--as', 'a'], fakes)).out).toContain('Bão');
    const preview = (await ran(['notices', 'preview', 'c1', '--as', 'a'], fakes)).out;
    expect(preview).toContain('2 thông báo, 1 người nhận');
    expect(preview).toContain('Ngoài ra có 2 tin tự động đến 1 webhook.\n  https://x.vn/ (wh_1): 2 tin');
    expect(preview).toContain('Ví dụ deadline.change (vi) về đợt thi đua, 2 thông báo cùng loại');
    expect(preview).toContain('Nội dung');
    expect(preview).toContain('npx vinhdanh notices release c1');
    expect((await ran(['notices', 'release', 'c1', '--as', 'a'], fakes)).out).toContain(
      '2 thông báo được gửi đi. Cùng với đó: 2 tin đến webhook.',
    );
    expect(
      (await ran(['notices', 'drop', 'c1', '--reason', 'Trùng', '--as', 'a', '--lang', 'en'], fakes)).out,
    ).toContain('nothing is held any more');
    expect(settled).toEqual([
      ['a', 'c1'],
      ['a', 'c1', 'Trùng'],
    ]);
  });

  it('shows the delivery log by status, and has one tried again', async () => {
    const entry = {
      id: 'n1',
      subjectId: '004-0001',
      revision: 2,
      template: 'review.return' as const,
      channel: 'email' as const,
      recipient: 'a',
      address: 'a@x.vn',
      status: 'dead' as const,
      messageId: '<n1@x>',
      digestId: null,
      createdAt: notice.createdAt,
      nextAttemptAt: notice.createdAt,
      deliverBy: null,
      lastError: 'NO',
      attempts: [
        { attempt: 1, at: notice.createdAt, ok: false, response: null, error: 'PERMANENT: 550 no such mailbox' },
      ],
    };
    const asked: unknown[] = [];
    const fakes = only({
      log: async (_, filter) => {
        asked.push(filter);
        return [entry];
      },
      retry: async (_, id) => void asked.push(id),
    });
    const { out } = await ran(['notices', 'log', '--status', 'dead', '--subject', '004-0001', '--as', 'a'], fakes);
    expect(out).toContain('không gửi được');
    expect(out).toContain('nơi nhận từ chối: 550 no such mailbox');
    expect(out).not.toContain('PERMANENT');
    await ran(['notices', 'retry', 'n1', '--as', 'a'], fakes);
    expect(asked).toEqual([{ status: 'dead', subjectId: '004-0001' }, 'n1']);
    const wrong = await ran(['notices', 'log', '--status', 'lost', '--as', 'a'], fakes);
    expect(wrong).toMatchObject({ exit: 2, err: expect.stringContaining('held, pending') });
  });

  it('says in a sentence what is missing or not allowed', async () => {
    const fakes = only({
      held: async () => {
        throw new NoticeError('ADMINISTRATORS_ONLY', { person: 'a' });
      },
    });
    expect(await ran(['notices', 'held', '--as', 'a'], fakes)).toMatchObject({
      exit: 3,
      err: expect.stringContaining('quản trị viên'),
    });
    expect(await ran(['notices', 'preview', '--as', 'a'], fakes)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('notices preview'),
    });
    expect(await ran(['notices'], fakes)).toMatchObject({ exit: 2 });
    expect((await ranJson(['notices', 'held', '--as', 'a'], fakes)).json).toMatchObject({
      error: { code: 'ADMINISTRATORS_ONLY' },
    });
  });
});

describe('vinhdanh webhook', () => {
  it('adds one and shows its secret, lists without, removes', async () => {
    const webhook = {
      id: 'wh_1',
      url: 'https://x.vn/',
      templates: [] as string[],
      active: true,
      createdAt: notice.createdAt,
    };
    const asked: unknown[] = [];
    const fakes = only({
      addWebhook: async (_, wanted) => {
        asked.push(wanted);
        const reactivated = wanted.url.endsWith('/lai');
        return { ...webhook, templates: wanted.templates ?? [], secret: 'whsec_abc', reactivated };
      },
      webhooks: async () => [webhook],
      removeWebhook: async (_, id) => void asked.push(id),
    });
    const added = await ran(
      ['webhook', 'add', 'https://x.vn', '--template', 'authority.award', '--template', 'round.open', '--as', 'a'],
      fakes,
    );
    expect(added.out).toContain('Đã đăng ký wh_1');
    expect(added.out).toContain('whsec_abc');
    expect((await ran(['webhook', 'list', '--as', 'a'], fakes)).out).toMatch(/wh_1.*tất cả/);
    expect((await ran(['webhook', 'remove', 'wh_1', '--as', 'a'], fakes)).exit).toBe(0);
    expect(asked).toEqual([{ url: 'https://x.vn', templates: ['authority.award', 'round.open'] }, 'wh_1']);
    const again = await ran(['webhook', 'add', 'https://x.vn/lai', '--as', 'a'], fakes);
    expect(again.out).toMatch(/Đã dùng lại đăng ký wh_1.*notices retry/);
    expect(again.out).toContain('whsec_abc');
    expect(await ran(['webhook', 'dance', '--as', 'a'], fakes)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('add, list, remove'),
    });
  });
});

describe('vinhdanh mail bounce', () => {
  it('says in its help who may', async () => {
    const { out } = await ran(['mail', '--help']);
    expect(out.replaceAll(/\s+/g, ' ')).toContain('ai vận hành hệ thống đều chạy được, không cần --as');
  });

  it('takes a report from a file or from standard input, and says what came back', async () => {
    const reports: unknown[] = [];
    const fakes = {
      ...only({
        recordBounce: async (raw) => {
          reports.push(raw);
          return { outcome: reports.length === 1 ? ('bounced' as const) : ('already' as const), notices: ['n1'] };
        },
      }),
      files: { 'bao-cao.eml': 'report', '/dev/stdin': 'piped' },
    };
    expect((await ran(['mail', 'bounce', 'bao-cao.eml'], fakes)).out).toContain('Đã ghi nhận thư bị trả lại: 1');
    expect((await ran(['mail', 'bounce', '-'], fakes)).out).toContain('Không thay đổi gì');
    expect(reports).toEqual(['report', 'piped']);
    expect(await ran(['mail', 'bounce', 'none.eml'], fakes)).toMatchObject({
      exit: 2,
      err: expect.stringContaining('không có tệp này'),
    });
  });
});
