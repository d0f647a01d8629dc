import type { Text } from './text.ts';

/** What the installation's own page says. */
export const pageTexts = {
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  title: { vi: 'Vinh Danh', en: 'Vinh Danh' },
  purpose: { vi: 'Xét, duyệt đề nghị khen thưởng', en: 'Approval of award nominations' },
  now: { vi: 'Thời điểm chương trình', en: 'Programme time' },
  mailbox: { vi: 'Hộp thư (môi trường trình diễn)', en: 'Mailbox (demonstration)' },
  engine: { vi: 'Trang của bộ máy Temporal', en: "The Temporal engine's own page" },
  data: { vi: 'Thư mục dữ liệu', en: 'Data folder' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  state: { vi: 'Tình trạng', en: 'State' },
  count: { vi: 'Số hồ sơ', en: 'Nominations' },
  none: { vi: 'Chưa có hồ sơ nào.', en: 'No nominations yet.' },
  backlog: { vi: 'Đang chờ hệ thống xử lý', en: 'Waiting for machinery' },
  undelivered: { vi: 'đã tiếp nhận, chưa xử lý', en: 'received, not yet applied' },
  unsent: { vi: 'thông báo chưa gửi', en: 'notices not sent' },
  dead: { vi: 'thông báo không gửi được', en: 'notices that cannot be sent' },
  ownerless: { vi: 'hồ sơ không có người phụ trách (phải là 0)', en: 'nominations without an owner (must be 0)' },
} as const satisfies Record<string, Text>;
