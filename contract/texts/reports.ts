import type { Text } from './text.ts';

/** Words of a report: sơ kết, tổng kết, or the numbers as they stand. */
export const reportTexts = {
  interim: { vi: 'Báo cáo sơ kết', en: 'Interim report' },
  final: { vi: 'Báo cáo tổng kết', en: 'Final report' },
  current: { vi: 'Số liệu hiện thời', en: 'Current figures' },
  state: { vi: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', en: 'SOCIALIST REPUBLIC OF VIET NAM' },
  motto: { vi: 'Độc lập - Tự do - Hạnh phúc', en: 'Independence - Freedom - Happiness' },
  subject: { vi: 'Kết quả thi đua, khen thưởng: {title}', en: 'Emulation and commendation: {title}' },
  period: { vi: 'Kỳ báo cáo: từ {from} đến {to}', en: 'Period: {from} to {to}' },
  asOf: {
    vi: 'Số liệu từ {sinceTime} ngày {sinceDay} đến {time} ngày {day}',
    en: 'Figures from {sinceTime}, {sinceDay} to {time}, {day}',
  },
  to: { vi: 'Kính gửi: {to}', en: 'To: {to}' },
  via: { vi: 'qua {via}', en: 'through {via}' },
  duty: { vi: 'Căn cứ báo cáo: “{quote}” ({source})', en: 'Duty to report: “{quote}” ({source})' },
  forwarded: {
    vi: 'Nơi nhận chưa có người dùng phần mềm này: bộ phận thường trực ({body}) nhận và chuyển báo cáo bằng văn bản.',
    en: 'Nobody at the recipient uses this program: the standing body ({body}) receives the report and forwards it.',
  },
  unsigned: {
    vi: 'Bản số liệu do phần mềm lập từ sổ ghi các hồ sơ, chưa phải văn bản đã ký ban hành.',
    en: 'Figures compiled by the program from its record; not a signed document.',
  },
  summary: { vi: 'Kết quả chung', en: 'Summary' },
  perMovement: { vi: 'Theo phong trào', en: 'By movement' },
  perUnit: { vi: 'Theo đơn vị đề nghị', en: 'By nominating unit' },
  coverage: { vi: 'Mức độ tham gia của các đơn vị', en: 'Coverage' },
  refusals: { vi: 'Lý do không khen thưởng', en: 'Grounds of refusal' },
  states: { vi: 'Tình trạng hồ sơ cuối kỳ', en: 'Where nominations stood' },
  shares: { vi: 'Tỷ lệ', en: 'Shares' },
  punctuality: { vi: 'Đúng hạn', en: 'Punctuality' },
  unconfirmed: { vi: 'Nội dung tạm tính, chưa xác nhận', en: 'Provisional and unconfirmed' },
  sources: { vi: 'Nguồn số liệu', en: 'Where the numbers come from' },
  figure: { vi: 'Chỉ số', en: 'Figure' },
  collective: { vi: 'Tập thể', en: 'Collectives' },
  individual: { vi: 'Cá nhân', en: 'Individuals' },
  total: { vi: 'Tổng số', en: 'Total' },
  source: { vi: 'Nguồn', en: 'Source' },
  movement: { vi: 'Phong trào', en: 'Movement' },
  code: { vi: 'Mã', en: 'Id' },
  inCharge: { vi: 'Bộ phận phụ trách', en: 'In charge' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  ground: { vi: 'Lý do', en: 'Ground' },
  groundUnknown: { vi: 'Không ghi lý do', en: 'Ground not recorded' },
  kind: { vi: 'Đối tượng', en: 'Recipient' },
  stateColumn: { vi: 'Tình trạng', en: 'State' },
  count: { vi: 'Số lượng', en: 'Count' },
  quota: { vi: 'Số lượng xét (T/C)', en: 'Quota (coll./ind.)' },
  quotaOf: { vi: 'Số lượng xét {kind}', en: 'Quota, {kind}' },
  quotaOpen: { vi: 'không nêu', en: 'none stated' },
  quotaDelegated: { vi: 'theo phân bổ', en: 'as allocated' },
  target: { vi: 'Chỉ tiêu', en: 'Target' },
  reached: { vi: 'Đạt', en: 'Reached' },
  targetNote: {
    vi: 'Chỉ tiêu về “{of}” được đo bằng số đơn vị tham gia trên số đơn vị được phát động.',
    en: 'The target for “{of}” is measured by units taking part out of the units launched to.',
  },
  shareDirect: { vi: 'Người lao động trực tiếp trong số cá nhân', en: 'Direct workers among individuals' },
  shareAdHoc: { vi: 'Đột xuất trong tổng số', en: 'Ad hoc among all' },
  shareCollectives: { vi: 'Tập thể trong tổng số', en: 'Collectives among all' },
  amongReceived: { vi: 'Trong số tiếp nhận', en: 'Of those received' },
  amongAwarded: { vi: 'Trong số khen thưởng', en: 'Of those awarded' },
  share: { vi: 'Tỷ lệ', en: 'Share' },
  ofAll: { vi: '{part}/{whole} ({percent})', en: '{part}/{whole} ({percent})' },
  nominationsRow: { vi: 'Hồ sơ', en: 'Nominations' },
  roundsRow: { vi: 'Đợt thi đua', en: 'Rounds' },
  empty: { vi: 'Không có.', en: 'None.' },
  recipients: { vi: 'Nơi nhận', en: 'Distribution' },
  file: { vi: 'Lưu', en: 'On file' },
} as const satisfies Record<string, Text>;

/** What of a report is provisional or rests on settings no document gives; `why` is the setting's own reason. */
export const unconfirmedTexts = {
  recordBegun: {
    vi: 'Sổ ghi của phần mềm bắt đầu từ ngày {day}; việc trước ngày đó không có trong số liệu.',
    en: 'The record of this installation began on {day}; what happened before is in no number.',
  },
  dueOn: {
    vi: 'Ngày báo cáo {day} do cấu hình đặt, văn bản không nêu.',
    en: 'The due day {day} is configured; the document gives none.',
  },
  phases: { vi: 'Thời gian của {phase} do cấu hình đặt.', en: 'The days of {phase} are configured.' },
  windows: {
    vi: 'Thời gian nhận đề nghị của các phong trào do cấu hình đặt.',
    en: 'The movements’ windows are configured.',
  },
  quota: {
    vi: 'Số lượng xét của các phong trào {movements} không nêu trong văn bản hoặc do cơ quan khác phân bổ.',
    en: 'The quota of movements {movements} is not stated, or is allocated elsewhere.',
  },
  programmeList: {
    vi: 'Số lượng xét của phong trào {movement} tính cho {count} chương trình do cấu hình đặt: {programmes}.',
    en: 'The quota of movement {movement} is counted for {count} configured programmes: {programmes}.',
  },
  deadlines: { vi: 'Thời hạn xử lý các bước do cấu hình đặt.', en: 'The deadlines of the stages are configured.' },
  shareTargets: {
    vi: 'Văn bản yêu cầu ưu tiên người lao động trực tiếp và khen thưởng đột xuất nhưng không nêu tỷ lệ: chỉ báo cáo số thực tế.',
    en: 'Priority for direct workers and ad-hoc awards is asked for without a number: only the actual shares are reported.',
  },
  undelivered: {
    vi: '{count} việc đã tiếp nhận nhưng chưa được áp dụng, chưa có trong số liệu.',
    en: '{count} acts were received and not yet applied; they are in no number.',
  },
  provisional: {
    vi: '{count} việc đang mở có thời hạn tính qua những ngày chưa có thông báo lịch nghỉ.',
    en: '{count} open matters have due times over days not yet announced.',
  },
} as const satisfies Record<string, Text>;

/** The list of reports, and what went wrong with one. */
export const reportListTexts = {
  id: { vi: 'Mã báo cáo', en: 'Report' },
  kind: { vi: 'Loại', en: 'Kind' },
  due: { vi: 'Hạn', en: 'Due' },
  periodColumn: { vi: 'Kỳ', en: 'Period' },
  recipients: { vi: 'Nơi nhận', en: 'Recipients' },
  status: { vi: 'Tình trạng', en: 'Status' },
  none: {
    vi: 'Không có báo cáo nào: văn bản không nêu nghĩa vụ báo cáo.',
    en: 'No reports: the documents state no duty to report.',
  },
  compiled: { vi: 'đã lập lúc {at}', en: 'compiled at {at}' },
  scheduled: { vi: 'sẽ lập lúc {at}', en: 'due at {at}' },
  overdue: { vi: 'đến hạn {at}, chưa lập', en: 'due at {at}, not compiled' },
  beforeInstallation: {
    vi: 'không lập: hạn {at} trước khi phần mềm bắt đầu ghi sổ ({begun}); số liệu kỳ đó sẽ không đủ',
    en: 'not compiled: due at {at}, before this installation began its record ({begun}); the figures would not be whole',
  },
  notScheduled: { vi: 'đã lập lúc {at}; nay không còn trong lịch', en: 'compiled at {at}; no longer scheduled' },
  forwardedBy: { vi: '{to} (chuyển qua {people})', en: '{to} (forwarded by {people})' },
  unknown: {
    vi: 'Không có báo cáo mang mã {id}. Xem danh sách: npx vinhdanh reports',
    en: 'There is no report {id}. See the list: npx vinhdanh reports',
  },
  notCompiled: { vi: 'Báo cáo {id} chưa được lập ({status}).', en: 'The report {id} is not compiled yet ({status}).' },
  written: { vi: 'Đã ghi {file}', en: 'Written to {file}' },
  daysReversed: { vi: 'Ngày đầu {from} sau ngày cuối {to}.', en: 'The first day {from} is after the last, {to}.' },
  notADay: {
    vi: '{option} phải là ngày có thật, viết YYYY-MM-DD; nhận được “{value}”.',
    en: '{option} must be a real day, YYYY-MM-DD; got “{value}”.',
  },
} as const satisfies Record<string, Text>;
