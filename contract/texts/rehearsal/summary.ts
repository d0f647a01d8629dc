import type { Text } from '../text.ts';

/** Heads of the summary of several programmes. */
export const summaryTexts = {
  programme: { vi: 'Chương trình', en: 'Programme' },
  rounds: { vi: 'Đợt thi đua', en: 'Rounds' },
  nominations: { vi: 'Hồ sơ', en: 'Nominations' },
  awards: { vi: 'Khen thưởng', en: 'Awards' },
  acts: { vi: 'Việc', en: 'Acts' },
  changes: { vi: 'Điều chỉnh', en: 'Changes' },
  notices: { vi: 'Thông báo', en: 'Notices' },
  mails: { vi: 'Thư', en: 'Mails' },
  seconds: { vi: 'Giây', en: 'Seconds' },
  behind: { vi: 'Chậm nhất (ngày)', en: 'Behind (days)' },
  checks: { vi: 'Điều kiện', en: 'Checks' },
} as const satisfies Record<string, Text>;
