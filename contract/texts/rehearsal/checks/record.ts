import type { Text } from '../../text.ts';

/** What must hold of the record, and of engine and mailbox beside it. */
export const recordCheckTexts = {
  receiptsOnce: {
    vi: 'mỗi việc đã tiếp nhận có đúng một kết quả, như đã báo: {count} ({twice} lần gửi lặp)',
    en: 'each act acknowledged has exactly one outcome, the one told: {count} ({twice} sent twice)',
  },
  refusedLeaveNothing: {
    vi: 'việc không được chấp nhận không để lại gì trong diễn biến: {count}',
    en: 'refused acts left no event: {count}',
  },
  revisionsGapless: {
    vi: 'diễn biến liên tục, không thiếu bước: {count} sự kiện, {of} hồ sơ và đợt',
    en: 'revisions have no gaps: {count} events, {of} nominations and rounds',
  },
  openHaveOwners: {
    vi: 'mọi hồ sơ, đợt thi đua còn mở đều có người phụ trách: {count}',
    en: 'every open nomination and round has an owner: {count}',
  },
  installationChecked: {
    vi: 'vinhdanh check không thấy sai lệch: {count} lượt, có lúc {open} việc còn mở',
    en: 'vinhdanh check found no violation: {count} looks, at most {open} open subjects',
  },
  auditWhole: {
    vi: 'chuỗi kiểm toán nguyên vẹn: {count} mục, {of} chuỗi',
    en: 'the audit chains are whole: {count} entries, {of} chains',
  },
  samePlan: {
    vi: 'hạt giống {seed} luôn cho cùng kế hoạch: {hash}',
    en: 'seed {seed} always gives the same plan: {hash}',
  },
  engineAgrees: {
    vi: 'trạng thái của bộ máy trùng với sổ ghi: {count} hồ sơ, {running} còn chạy',
    en: 'the engine’s state is the one on record: {count} nominations, {running} running',
  },
  noticesSent: {
    vi: 'mọi thông báo đã đến hộp thư: {count} thông báo trong {mails} thư, {digests} thư gộp ({repeated} thư gửi lặp)',
    en: 'every notice reached the mailbox: {count} notices in {mails} mails, {digests} digests ({repeated} sent twice)',
  },
} as const satisfies Record<string, Text>;
