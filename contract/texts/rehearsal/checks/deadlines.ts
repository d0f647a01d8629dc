import type { Text } from '../../text.ts';

/** What must hold of whatever has its day: deadlines, their changes, reminders, reports. */
export const deadlineCheckTexts = {
  changesAsForetold: {
    vi: 'điều chỉnh diễn ra đúng như đã báo trước: {count} điều chỉnh, {subjects} hồ sơ và đợt, {notices} thông báo',
    en: 'changes did what they foretold: {count} changes, {subjects} subjects, {notices} notices',
  },
  noLateReminders: {
    vi: 'không nhắc việc đã xong: {count} lần nhắc',
    en: 'nobody was reminded of what was already done: {count} reminders',
  },
  reportsDelivered: {
    vi: 'báo cáo sơ kết, tổng kết gửi đúng nơi, đúng ngày: {count}/{of}; tổng kết {final}',
    en: 'reports went to their desks on their days: {count}/{of}; final {final}',
  },
  onlyUnitsExpire: {
    vi: 'chỉ hồ sơ đơn vị để quá hạn mới hết hạn, và đúng hạn: {count}',
    en: 'only what units left undone expired, and no sooner than due: {count}',
  },
  latenessEscalates: {
    vi: 'cơ quan xét chậm: hồ sơ được báo lên cấp trên và vẫn mở: {count} hồ sơ, {escalations} lần báo lên',
    en: 'late officials’ nominations were escalated and stayed open: {count}, {escalations} escalations',
  },
  inTimeNeverLate: {
    vi: 'không việc nào đúng hạn bị coi là quá hạn: {count} việc quá hạn',
    en: 'nothing in time was judged late: {count} were late',
  },
} as const satisfies Record<string, Text>;
