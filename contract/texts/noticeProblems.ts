import type { Text } from './text.ts';

/** Why a request about notices, batches or webhooks is not taken up, and what to do. */
export const noticeProblemTexts = {
  ADMINISTRATORS_ONLY: {
    vi: 'Việc này chỉ dành cho quản trị viên; {person} không giữ vai trò quản trị viên.',
    en: 'This is for administrators; {person} does not hold that role.',
  },
  NOT_YOUR_BATCH: {
    vi: 'Chỉ quản trị viên hoặc người đã áp dụng điều chỉnh được xem, gửi hoặc hủy lô thông báo {batch}.',
    en: 'Only an administrator, or whoever applied the change, may see, release or drop the batch {batch}.',
  },
  UNKNOWN_PERSON: {
    vi: 'Không có người mang mã “{person}”. Xem danh sách: npx vinhdanh people',
    en: 'There is no person “{person}”. See the list: npx vinhdanh people',
  },
  UNKNOWN_NOTICE: {
    vi: 'Không có thông báo mang mã {id} của người này. Xem danh sách: npx vinhdanh notices',
    en: 'There is no notice {id} for this person. See the list: npx vinhdanh notices',
  },
  NOT_RETRYABLE: {
    vi: 'Không có thông báo nào mang mã {id} đang lỗi, không gửi được hoặc bị trả lại; không có gì để gửi lại.',
    en: 'No notice {id} has failed, died or bounced; there is nothing to try again.',
  },
  WEBHOOK_ENDED: {
    vi: 'Chưa gửi lại: nơi nhận {url} ({webhook}) đã trả lời là không nhận nữa (410) nên không còn được dùng, gửi lại cũng không tới. Khi nơi nhận hoạt động trở lại, đăng ký lại rồi gửi lại thông báo: npx vinhdanh {command}',
    en: 'Not tried again: the receiver {url} ({webhook}) answered that it is gone for good (410) and is no longer used; another attempt would not arrive. Once it is back, register it again, then try the notice again: npx vinhdanh {command}',
  },
  WEBHOOK_REMOVED: {
    vi: 'Chưa gửi lại: đăng ký {webhook} ({url}) đã bị xóa, thông báo gửi đến đăng ký đó không gửi lại được nữa. Đăng ký mới chỉ nhận những tin phát sinh sau khi đăng ký.',
    en: 'Not tried again: the registration {webhook} ({url}) was removed, and what was sent to it cannot be sent any more. A new registration is told of what happens after it.',
  },
  UNKNOWN_BATCH: {
    vi: 'Không có lô thông báo mang mã {batch}. Các lô đang giữ: npx vinhdanh notices held',
    en: 'There is no batch {batch}. Those held: npx vinhdanh notices held',
  },
  NOTHING_HELD: {
    vi: 'Lô {batch} không còn thông báo nào đang giữ: đã được gửi hoặc hủy trước đó.',
    en: 'Nothing of the batch {batch} is held any more: it was released or dropped before.',
  },
  REASON_MISSING: {
    vi: 'Hủy một lô thông báo phải nêu lý do (--reason).',
    en: 'Dropping a batch takes a reason (--reason).',
  },
  UNKNOWN_WEBHOOK: {
    vi: 'Không có webhook mang mã {id}. Xem danh sách: npx vinhdanh webhook list',
    en: 'There is no webhook {id}. See the list: npx vinhdanh webhook list',
  },
  INVALID_URL: {
    vi: 'Địa chỉ “{url}” không dùng được: phải là http:// hoặc https://, không kèm tên và mật khẩu. Địa chỉ trong mạng nội bộ dùng được.',
    en: 'The address “{url}” cannot be used: it must be http:// or https://, without user and password. Addresses of your own network are allowed.',
  },
  UNKNOWN_TEMPLATE: {
    vi: 'Không có mẫu thông báo “{template}”. Các mẫu: {allowed}.',
    en: 'There is no notice template “{template}”. The templates: {allowed}.',
  },
  TEMPLATE_NOT_POSTED: {
    vi: 'Mẫu “{template}” không bao giờ được gửi đến webhook. Các mẫu được gửi: {allowed}.',
    en: '“{template}” is never posted to webhooks. Those that are: {allowed}.',
  },
  WEBHOOK_EXISTS: {
    vi: 'Địa chỉ {url} đang được dùng với mã {id}; đăng ký lần nữa thì mỗi tin sẽ đến hai lần. Chưa thay đổi gì. Để đổi mẫu thông báo hoặc khóa ký, xóa rồi đăng ký lại (tin đang chờ gửi đến mã cũ sẽ không tới nữa): npx vinhdanh webhook remove {id}',
    en: 'The address {url} is in use as {id}; registered again it would be told everything twice. Nothing was changed. For other templates or another secret remove it and register it anew (what still waits for the old id will not arrive): npx vinhdanh webhook remove {id}',
  },
  NOT_A_BOUNCE: {
    vi: 'Thư này không phải là báo cáo gửi thư (multipart/report có phần message/delivery-status); chưa ghi nhận gì.',
    en: 'This mail is not a delivery report (multipart/report with a message/delivery-status part); nothing was recorded.',
  },
  NOT_A_FAILURE: {
    vi: 'Báo cáo này không báo thư bị trả lại (hành động: {action}); chưa ghi nhận gì.',
    en: 'This report does not say that the mail came back (action: {action}); nothing was recorded.',
  },
  UNKNOWN_MESSAGE: {
    vi: 'Không có thông báo nào được gửi với Message-ID {messageId}; chưa ghi nhận gì.',
    en: 'No notice was sent under the Message-ID {messageId}; nothing was recorded.',
  },
} as const satisfies Record<string, Text>;
export type NoticeProblem = keyof typeof noticeProblemTexts;
