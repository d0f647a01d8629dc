import type { Text } from '../text.ts';

/** What a rehearsal says of itself: before, on the way, and around its table and checks. */
export const rehearsalTexts = {
  usage: {
    vi: 'cách dùng: npm run rehearse -- <chương trình|all> [--seed n] [--minutes m | --speed x] [--nominations n] [--rows 2.1,2.2] [--keep] [--lang vi|en] [--json]; diễn tập được: {known}',
    en: 'usage: npm run rehearse -- <programme|all> [--seed n] [--minutes m | --speed x] [--nominations n] [--rows 2.1,2.2] [--keep] [--lang vi|en] [--json]; can be rehearsed: {known}',
  },
  unknownProgramme: {
    vi: 'không diễn tập được chương trình “{name}”; diễn tập được: {known}',
    en: 'the programme “{name}” cannot be rehearsed; these can: {known}',
  },
  oneOnly: {
    vi: '{option} chỉ dùng được khi diễn tập một chương trình',
    en: '{option} goes with a rehearsal of one programme only',
  },
  unknownRow: {
    vi: 'chương trình không có dòng “{name}”; có: {known}',
    en: 'the programme has no row “{name}”; it has: {known}',
  },
  tooMany: {
    vi: 'không đủ người trong danh bạ trình diễn cho {name} hồ sơ',
    en: 'the demonstration has too few people for {name} nominations',
  },
  badValue: { vi: '{option} không nhận giá trị “{value}”', en: '{option} does not take the value “{value}”' },
  plan: {
    vi: 'Diễn tập chương trình {programme}: {rounds} đợt thi đua, {nominations} đề nghị, {acts} việc, hạt giống {seed}, kế hoạch {hash}',
    en: 'Rehearsing programme {programme}: {rounds} rounds, {nominations} nominations, {acts} acts, seed {seed}, plan {hash}',
  },
  span: {
    vi: 'Từ {from} đến {to} của chương trình trong {minutes} phút (× {speed}); dữ liệu: {home}',
    en: 'From {from} to {to} of the programme in {minutes} minutes (× {speed}); data: {home}',
  },
  starting: { vi: '… đang khởi động bản diễn tập', en: '… starting the installation' },
  ready: { vi: '✓ sẵn sàng sau {seconds} s: {page}', en: '✓ ready after {seconds} s: {page}' },
  progress: {
    vi: '{day} · đã mở {opened} · đang xử lý {inProgress} · xong {over} · việc đã làm {applied}, bị từ chối {refused} · thư {mails} · đợt xong {rounds}',
    en: '{day} · opened {opened} · in progress {inProgress} · done {over} · acts applied {applied}, refused {refused} · mails {mails} · rounds over {rounds}',
  },
  stopping: {
    vi: '… dừng bản diễn tập và khởi động lại',
    en: '… stopping the installation and starting it again',
  },
  restarted: { vi: '✓ đã chạy lại sau {seconds} s', en: '✓ running again after {seconds} s' },
  playing: { vi: '{index}/{of}: chương trình {programme}', en: '{index}/{of}: programme {programme}' },
  summary: {
    vi: '{failed} trên {of} chương trình có điều kiện không đạt; tổng cộng {minutes} phút',
    en: '{failed} of {of} programmes had checks that failed; {minutes} minutes in all',
  },
  notStarted: { vi: 'không khởi động được: {why}', en: 'did not start: {why}' },
  settling: { vi: '… chờ thư và bộ máy xong việc', en: '… waiting for mail and engine to finish' },
  result: {
    vi: '{failed} trên {checks} điều kiện không đạt. Diễn tập {seconds} s, {acts} việc ({perSecond}/s), trả lời p50 {p50} ms, p95 {p95} ms; chậm nhất so với kịch bản {late} ngày chương trình.',
    en: '{failed} of {checks} checks failed. Rehearsed for {seconds} s, {acts} acts ({perSecond}/s), answers p50 {p50} ms, p95 {p95} ms; at most {late} programme days behind the script.',
  },
  tooFast: {
    vi: 'Máy không theo kịp tốc độ này: kết quả lệch kịch bản có thể chỉ vì chậm. Thử lại với --minutes {minutes}.',
    en: 'The machine could not keep this pace: stories may have gone astray for that alone. Try again with --minutes {minutes}.',
  },
  changes: { vi: 'Điều chỉnh đã xem trước và áp dụng:', en: 'Changes previewed and applied:' },
  change: {
    vi: '{day} {round}: {kind} – {nominations} hồ sơ, {deadlines} thời hạn, {reminders} lần nhắc, {people} người, {notices} thông báo',
    en: '{day} {round}: {kind} – {nominations} nominations, {deadlines} deadlines, {reminders} reminders, {people} people, {notices} notices',
  },
  skipped: { vi: '(không đòi hỏi khi diễn tập ngắn)', en: '(not asked of a short rehearsal)' },
  stopped: { vi: 'đã dừng theo yêu cầu', en: 'stopped as asked' },
  keeping: {
    vi: 'Bản diễn tập vẫn chạy: {page} (dữ liệu {home}); nhấn Ctrl-C để dừng',
    en: 'The installation goes on: {page} (data {home}); press Ctrl-C to stop',
  },
  total: { vi: 'Cộng', en: 'Total' },
} as const satisfies Record<string, Text>;
