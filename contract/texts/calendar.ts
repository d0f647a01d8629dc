import type { Text } from './text.ts';

/** The holidays by their ids in `programmes/calendar/law.yaml`. */
export const holidayTexts = {
  newYear: { vi: 'Tết Dương lịch', en: 'New Year’s Day' },
  tet: { vi: 'Tết Âm lịch', en: 'Lunar New Year (Tết)' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ Commemoration Day' },
  victoryDay: { vi: 'Ngày Chiến thắng', en: 'Victory Day' },
  labourDay: { vi: 'Ngày Quốc tế lao động', en: 'International Labour Day' },
  nationalDay: { vi: 'Quốc khánh', en: 'National Day' },
  besideNationalDay: { vi: 'Ngày liền kề Quốc khánh', en: 'Day beside National Day' },
  cultureDay: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnamese Culture Day' },
} as const satisfies Record<string, Text>;
export type HolidayId = keyof typeof holidayTexts;

/** Why a day is off or worked. Dates are written dd/MM/yyyy. */
export const dayReasonTexts = {
  working: { vi: 'Ngày làm việc', en: 'Working day' },
  saturday: { vi: 'Nghỉ hằng tuần (thứ Bảy)', en: 'Weekly rest (Saturday)' },
  sunday: { vi: 'Nghỉ hằng tuần (Chủ nhật)', en: 'Weekly rest (Sunday)' },
  holiday: { vi: '{nameVi}', en: '{nameEn}' },
  holidayOnRest: {
    vi: '{nameVi}, trùng ngày nghỉ hằng tuần, nghỉ bù ngày {lieu}',
    en: '{nameEn}, on a weekly rest day, made up on {lieu}',
  },
  holidayNotMadeUp: {
    vi: '{nameVi}, trùng ngày nghỉ hằng tuần, không được nghỉ bù',
    en: '{nameEn}, on a weekly rest day, not made up',
  },
  inLieu: { vi: 'Nghỉ bù {nameVi} ({holiday})', en: 'Day in lieu of {nameEn} ({holiday})' },
  swappedOff: { vi: 'Nghỉ hoán đổi, làm bù vào ngày {working}', en: 'Off by a swap, worked on {working} instead' },
  swappedIn: { vi: 'Làm bù cho ngày {off} được nghỉ hoán đổi', en: 'Worked instead of {off}, off by a swap' },
  unannounced: { vi: '{reasonVi}; chưa có thông báo năm {year}', en: '{reasonEn}; {year} not yet announced' },
  unconfirmedYear: {
    vi: '{reasonVi}; thông báo năm {year} chưa đối chiếu nên chưa áp dụng',
    en: '{reasonEn}; the notice of {year} is not confirmed and so not applied',
  },
  unconfirmedOff: {
    vi: '{reasonVi}; có thể nghỉ theo {sourceVi}, chưa đối chiếu nên chưa áp dụng',
    en: '{reasonEn}; may be off by {sourceEn}, not confirmed and so not applied',
  },
  unconfirmedWorking: {
    vi: '{reasonVi}; có thể làm bù theo {sourceVi}, chưa đối chiếu nên chưa áp dụng',
    en: '{reasonEn}; may be worked by {sourceEn}, not confirmed and so not applied',
  },
} as const satisfies Record<string, Text>;

/** What people are told of a year whose days are not all settled. */
export const calendarWarningTexts = {
  tet: {
    vi: 'Năm {year} chưa có thông báo áp dụng được về các ngày nghỉ Tết Âm lịch: trong {days} ngày nghỉ theo luật, hiện chỉ tính từ mùng 1 đến mùng {certain} ({from} – {through}).',
    en: 'No notice to apply yet on the days of Tết {year}: of the {days} days the law gives, only the first {certain} of the new year are off here ({from} – {through}).',
  },
  besideNationalDay: {
    vi: 'Năm {year} chưa có thông báo áp dụng được về ngày nghỉ liền kề Quốc khánh 02/9: chưa tính ngày nào.',
    en: 'No notice to apply yet on the day beside National Day 2 September {year}: neither day is off here.',
  },
  swaps: {
    vi: 'Các ngày hoán đổi của năm {year} chưa rõ. Mọi thời hạn tính theo ngày làm việc của năm {year} là tạm tính.',
    en: 'Swapped days of {year} are not known. Every deadline counted in working days of {year} is provisional.',
  },
  unconfirmed: {
    vi: 'Chưa đối chiếu nên chưa áp dụng: {sourceVi} ({days}).',
    en: 'Not confirmed and so not applied: {sourceEn} ({days}).',
  },
  proposal: { vi: 'đề nghị hoán đổi của {issuer}', en: 'a swap proposed by {issuer}' },
  notice: { vi: 'thông báo số {number}', en: 'notice {number}' },
  noNumber: { vi: 'thông báo của {issuer} (chưa rõ số)', en: 'a notice of {issuer} (number not known)' },
} as const satisfies Record<string, Text>;

/** Sentences and headings of the printed calendar. */
export const calendarTexts = {
  yearNotCovered: {
    vi: 'Lịch làm việc chỉ có các năm từ {from} đến {through}; không có năm “{year}”.',
    en: 'The working-day calendar covers the years {from} to {through}; there is no “{year}”.',
  },
  heading: { vi: 'Lịch làm việc năm {year} ({ref})', en: 'Working-day calendar {year} ({ref})' },
  totals: {
    vi: '{working} ngày làm việc, {off} ngày nghỉ',
    en: '{working} working days, {off} days off',
  },
  months: { vi: 'Ngày làm việc theo tháng: {months}', en: 'Working days by month: {months}' },
  month: { vi: 'tháng {month}: {working}', en: '{monthEn} {working}' },
  colDay: { vi: 'Ngày', en: 'Day' },
  colStatus: { vi: 'Tình trạng', en: 'Status' },
  colReason: { vi: 'Lý do', en: 'Reason' },
  colSource: { vi: 'Căn cứ', en: 'Source' },
  off: { vi: 'nghỉ', en: 'off' },
  working: { vi: 'làm việc', en: 'working' },
  warning: { vi: 'Lưu ý: {text}', en: 'Note: {text}' },
  provisional: { vi: '(tạm tính)', en: '(provisional)' },
  onlyExceptions: {
    vi: 'Chỉ in ngày khác với tuần làm việc thông thường (nghỉ thứ Bảy, Chủ nhật); mọi ngày trong năm: thêm --json.',
    en: 'Only days that differ from the usual week (Saturday and Sunday off) are printed; every day of the year: add --json.',
  },
} as const satisfies Record<string, Text>;

/** Days of the week from Sunday, short. */
export const weekdayTexts: readonly Text[] = [
  { vi: 'CN', en: 'Sun' },
  { vi: 'T2', en: 'Mon' },
  { vi: 'T3', en: 'Tue' },
  { vi: 'T4', en: 'Wed' },
  { vi: 'T5', en: 'Thu' },
  { vi: 'T6', en: 'Fri' },
  { vi: 'T7', en: 'Sat' },
];

/** English names of the months; in Vietnamese they are numbered. */
export const monthNamesEn: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
