import type { Text } from './text.ts';

/** Texts of the mailbox pages. */
export const mailboxTexts = {
  title: { vi: 'Hộp thư thử nghiệm', en: 'Development mailbox' },
  purpose: {
    vi: 'Thư hệ thống đã gửi trên máy này. Không thư nào được chuyển ra ngoài.',
    en: 'Mail the system has sent on this machine. None of it leaves the machine.',
  },
  recipient: { vi: 'Người nhận', en: 'Recipient' },
  nomination: { vi: 'Mã hồ sơ', en: 'Nomination' },
  filter: { vi: 'Lọc', en: 'Filter' },
  clear: { vi: 'Bỏ lọc', en: 'Clear' },
  count: { vi: 'Có {total} thư, mới nhất trước.', en: '{total} mails, newest first.' },
  none: { vi: 'Không có thư nào.', en: 'No mail.' },
  sentAt: { vi: 'Gửi lúc', en: 'Sent' },
  from: { vi: 'Người gửi', en: 'From' },
  subject: { vi: 'Tiêu đề', en: 'Subject' },
  noSubject: { vi: '(không có tiêu đề)', en: '(no subject)' },
  deliveries: { vi: 'Số lần gửi', en: 'Deliveries' },
  repeated: {
    vi: 'Thư này được gửi {count} lần với cùng một Message-ID; người nhận chỉ thấy một thư.',
    en: 'Delivered {count} times under one Message-ID; mail programs show it once.',
  },
  newer: { vi: '← Mới hơn', en: '← Newer' },
  older: { vi: 'Cũ hơn →', en: 'Older →' },
  pages: { vi: 'Phân trang', en: 'Pages' },
  back: { vi: '← Danh sách thư', en: '← All mail' },
  plain: { vi: 'Nội dung văn bản', en: 'Plain text' },
  html: { vi: 'Nội dung HTML', en: 'HTML' },
  headers: { vi: 'Tiêu đề kỹ thuật', en: 'Headers' },
  missing: { vi: 'Không tìm thấy thư này.', en: 'There is no such mail.' },
} as const satisfies Record<string, Text>;
