import type { Text } from '../text.ts';

/** What the commands about notices, webhooks and returned mail print. */
export const noticePrintTexts = {
  none: { vi: 'Không có thông báo nào.', en: 'No notices.' },
  of: { vi: 'Thông báo của {person}, chưa đọc xếp trước:', en: 'Notices of {person}, unread first:' },
  colId: { vi: 'Mã', en: 'Id' },
  colRead: { vi: 'Đã đọc', en: 'Read' },
  colAt: { vi: 'Lúc (giờ thực)', en: 'At (real time)' },
  colDue: { vi: 'Hạn', en: 'Due' },
  colSubject: { vi: 'Tiêu đề', en: 'Subject' },
  unread: { vi: 'MỚI', en: 'NEW' },
  howToRead: { vi: 'Đọc một thông báo: npx vinhdanh notices <mã>', en: 'To read one: npx vinhdanh notices <id>' },

  noneHeld: { vi: 'Không có lô thông báo nào đang giữ.', en: 'No batch is held.' },
  colBatch: { vi: 'Lô', en: 'Batch' },
  colBy: { vi: 'Người áp dụng', en: 'Applied by' },
  colNotices: { vi: 'Thông báo', en: 'Notices' },
  colPeople: { vi: 'Người nhận', en: 'Recipients' },
  colPosts: { vi: 'Tin webhook', en: 'Posts' },
  colSubjects: { vi: 'Hồ sơ, đợt', en: 'Subjects' },
  colReason: { vi: 'Lý do', en: 'Reason' },
  previewOf: {
    vi: 'Lô {batch}: {notices} thông báo, {people} người nhận, {subjects} hồ sơ hoặc đợt. Chưa ai được thông báo.',
    en: 'Batch {batch}: {notices} notices, {people} recipients, {subjects} nominations or rounds. Nobody has been told yet.',
  },
  colName: { vi: 'Họ và tên', en: 'Name' },
  colAddress: { vi: 'Địa chỉ', en: 'Address' },
  postsToo: {
    vi: 'Ngoài ra có {posts} tin tự động đến {webhooks} webhook.',
    en: 'Besides, {posts} posts to {webhooks} webhooks.',
  },
  postsTo: { vi: '{url} ({id}): {posts} tin', en: '{url} ({id}): {posts} posts' },
  exampleOf: {
    vi: 'Ví dụ {template} ({locale}) về {about}, {count} thông báo cùng loại, bản gửi {to}:',
    en: 'Example of {template} ({locale}) about {about}, {count} of the kind, as {to} gets it:',
  },
  howToSettle: {
    vi: 'Gửi đi: npx vinhdanh notices release {batch}\nHủy:     npx vinhdanh notices drop {batch} --reason "…"',
    en: 'To send:  npx vinhdanh notices release {batch}\nTo drop:  npx vinhdanh notices drop {batch} --reason "…"',
  },
  released: { vi: 'Lô {batch}: {count} thông báo được gửi đi.', en: 'Batch {batch}: {count} notices go out.' },
  dropped: {
    vi: 'Lô {batch}: đã hủy {count} thông báo; không ai nhận được.',
    en: 'Batch {batch}: {count} notices dropped; nobody gets them.',
  },
  postsSettled: { vi: 'Cùng với đó: {posts} tin đến webhook.', en: 'With them: {posts} posts to webhooks.' },
  settledBefore: {
    vi: 'Lô {batch}: không còn thông báo nào đang giữ; đã được gửi hoặc hủy trước đó.',
    en: 'Batch {batch}: nothing is held any more; it had been released or dropped before.',
  },

  logEmpty: { vi: 'Không có thông báo nào phù hợp.', en: 'No notice matches.' },
  colStatus: { vi: 'Trạng thái gửi', en: 'Delivery' },
  colTemplate: { vi: 'Mẫu', en: 'Template' },
  colAbout: { vi: 'Hồ sơ, đợt', en: 'About' },
  colTo: { vi: 'Người nhận', en: 'To' },
  colTries: { vi: 'Số lần gửi', en: 'Attempts' },
  colLast: { vi: 'Trả lời lần cuối', en: 'Last answer' },
  retried: {
    vi: 'Thông báo {id} được gửi lại ngay, vẫn với Message-ID cũ.',
    en: 'Notice {id} is tried again at once, under its own Message-ID.',
  },

  webhookAdded: { vi: 'Đã đăng ký {id}: {url}', en: '{id} is registered: {url}' },
  webhookReactivated: {
    vi: 'Đã dùng lại đăng ký {id}: {url}. Những tin trước đây không tới: npx vinhdanh notices log --status dead; gửi lại từng tin: npx vinhdanh notices retry <mã>',
    en: '{id} is in use again: {url}. What it missed: npx vinhdanh notices log --status dead; to send one again: npx vinhdanh notices retry <id>',
  },
  webhookSecret: {
    vi: 'Khóa ký (chỉ hiện lần này, hãy lưu ở nơi nhận): {secret}',
    en: 'Signing secret (shown this once; keep it at the receiver): {secret}',
  },
  webhookTemplates: { vi: 'Mẫu thông báo: {templates}', en: 'Templates: {templates}' },
  webhookAll: { vi: 'tất cả', en: 'all' },
  webhookNone: { vi: 'Chưa có webhook nào.', en: 'No webhooks.' },
  webhookRemoved: { vi: 'Đã xóa webhook {id}.', en: 'Webhook {id} is removed.' },
  colUrl: { vi: 'Địa chỉ nhận', en: 'Address' },
  colActive: { vi: 'Đang dùng', en: 'Active' },
  colTemplates: { vi: 'Mẫu', en: 'Templates' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },

  bounced: {
    vi: 'Đã ghi nhận thư bị trả lại: {count} thông báo ({ids}).',
    en: 'Recorded as returned: {count} notices ({ids}).',
  },
  bouncedBefore: {
    vi: 'Thư này đã được ghi nhận bị trả lại hoặc đang được gửi lại: {ids}. Không thay đổi gì.',
    en: 'This mail had been recorded as returned, or is being tried anew: {ids}. Nothing changed.',
  },
  missingTarget: {
    vi: '`{command}` còn thiếu mã hoặc địa chỉ đi sau.',
    en: '`{command}` needs an id or an address after it.',
  },
} as const satisfies Record<string, Text>;

/** What a notice is about. */
export const aboutTexts = {
  round: { vi: 'đợt thi đua', en: 'a round' },
  nomination: { vi: 'đề nghị', en: 'a nomination' },
} as const satisfies Record<string, Text>;

/** Why an attempt failed, in place of the code that stands before the server's words in the log. */
export const failureKindTexts = {
  UNREACHABLE: { vi: 'không kết nối được', en: 'unreachable' },
  TEMPORARY: { vi: 'tạm thời chưa nhận', en: 'not this time' },
  PERMANENT: { vi: 'nơi nhận từ chối', en: 'refused' },
  HOPELESS: { vi: 'không thể gửi', en: 'cannot be sent' },
  BOUNCED: { vi: 'bị trả lại', en: 'returned' },
} as const satisfies Record<string, Text>;

/** What became of a notice. */
export const deliveryStatusTexts = {
  held: { vi: 'đang giữ', en: 'held' },
  pending: { vi: 'chờ gửi', en: 'waiting' },
  sent: { vi: 'đã gửi', en: 'sent' },
  failed: { vi: 'lỗi, sẽ gửi lại', en: 'failed, will be tried again' },
  dead: { vi: 'không gửi được', en: 'undeliverable' },
  bounced: { vi: 'bị trả lại', en: 'returned' },
  dropped: { vi: 'đã hủy', en: 'dropped' },
} as const satisfies Record<string, Text>;
