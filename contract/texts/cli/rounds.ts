import type { Text } from '../text.ts';

/** One line on each command below `round`. */
export const roundCommandTexts = {
  show: {
    vi: 'tình trạng, kế hoạch, thời hạn, ai đang phải làm gì, tình hình các đơn vị; thêm --as: Ông/Bà làm được gì; thêm --unit: một đơn vị đã gửi những gì',
    en: 'state, plan, deadlines, who owes what, coverage of the units; with --as what you may do; with --unit what a unit sent in',
  },
  plan: {
    vi: 'in kế hoạch bị trả lại, hoặc kế hoạch theo định nghĩa chương trình, thành tệp YAML để sửa rồi trình',
    en: 'print the plan that was returned, else the definition’s, as YAML to be edited and submitted',
  },
  submit: { vi: 'trình kế hoạch phong trào', en: 'submit the movement plan' },
  approve: { vi: 'phê duyệt đúng bản kế hoạch đã xem', en: 'approve exactly the plan that was seen' },
  return: { vi: 'trả lại kế hoạch để hoàn thiện', en: 'return the plan' },
  answer: { vi: 'đơn vị trả lời có tham gia hay không', en: 'answer the launch for a unit' },
  register: { vi: 'đơn vị đăng ký thi đua', en: 'register nominees of a unit' },
  covenant: { vi: 'ghi nhận giao ước thi đua đã ký', en: 'record a signed covenant' },
  timeline: { vi: 'diễn biến: ai, khi nào, việc gì, vì sao', en: 'who did what, when and why' },
} as const satisfies Record<string, Text>;

/** What each option of the commands on rounds means. */
export const roundOptionTexts = {
  state: { vi: 'chỉ đợt đang ở bước này: {allowed}', en: 'only rounds in this state: {allowed}' },
  planForm: { vi: 'tệp kế hoạch YAML hoặc JSON', en: 'plan file, YAML or JSON' },
  proposed: { vi: 'trình đúng kế hoạch theo định nghĩa chương trình', en: 'submit the plan as the definition has it' },
  planHash: {
    vi: 'mã băm của bản được phê duyệt (mặc định: bản đang trình lúc này)',
    en: 'hash of the plan approved (default: the one submitted now)',
  },
  unit: { vi: 'mã đơn vị', en: 'unit id' },
  showUnit: {
    vi: 'đơn vị này (mã) đã trả lời, đăng ký, ký giao ước những gì',
    en: 'what this unit (id) answered, registered and signed',
  },
  yes: { vi: 'có tham gia', en: 'takes part' },
  no: { vi: 'không tham gia', en: 'takes no part' },
  planText: { vi: 'kế hoạch của đơn vị', en: 'the unit’s own plan' },
  registerForm: { vi: 'tệp đăng ký YAML hoặc JSON', en: 'registration file, YAML or JSON' },
  nominee: {
    vi: 'cá nhân, tập thể đăng ký, viết loại:mã:tên (loại: collective hoặc individual); lặp lại được',
    en: 'who is registered, kind:id:name (kind: collective or individual); repeatable',
  },
  covenantForm: { vi: 'tệp giao ước YAML hoặc JSON', en: 'covenant file, YAML or JSON' },
  covenantKind: { vi: 'loại giao ước: {allowed}', en: 'kind of covenant: {allowed}' },
  party: { vi: 'bên ký; lặp lại, ít nhất hai bên', en: 'party; repeat, two or more' },
  signedOn: { vi: 'ngày ký, YYYY-MM-DD', en: 'day of signing, YYYY-MM-DD' },
  content: { vi: 'nội dung giao ước', en: 'content of the covenant' },
  ifRevision: {
    vi: 'chỉ thực hiện nếu đợt còn ở lần thay đổi này',
    en: 'only if the round is still at this revision',
  },
} as const satisfies Record<string, Text>;

/** What went wrong, and what to do instead. */
export const roundFailTexts = {
  isNomination: {
    vi: '“{id}” là mã hồ sơ, không phải mã đợt (chương trình/phong trào/đợt). Hãy dùng: npx vinhdanh {command}',
    en: '“{id}” is the id of a nomination, not of a round (programme/movement/phase). Use: npx vinhdanh {command}',
  },
  isRound: {
    vi: '“{id}” là mã đợt thi đua, không phải mã hồ sơ. Hãy dùng: npx vinhdanh {command}',
    en: '“{id}” is the id of a round, not of a nomination. Use: npx vinhdanh {command}',
  },
  unknownProgramme: {
    vi: 'Không có chương trình “{value}”. Các chương trình hiện có: {allowed}.',
    en: 'There is no programme “{value}”. The programmes are: {allowed}.',
  },
  planGivenHow: {
    vi: 'Cần đúng một trong hai: --form <tệp kế hoạch> hoặc --proposed.',
    en: 'Give exactly one of --form <plan file> and --proposed.',
  },
  noPlan: {
    vi: 'Đợt {id} chưa có kế hoạch nào được trình; chưa có gì để phê duyệt.',
    en: 'No plan has been submitted for round {id}: there is nothing to approve.',
  },
  planReturned: {
    vi: 'Kế hoạch của đợt {id} đã bị trả lại; chờ bộ phận phụ trách trình lại thì mới phê duyệt được.',
    en: 'The plan of round {id} was returned: it can be approved once the body in charge has submitted it anew.',
  },
  answerHow: { vi: 'Cần đúng một trong hai: --yes hoặc --no.', en: 'Give exactly one of --yes and --no.' },
  nomineeShape: {
    vi: '--nominee phải có dạng loại:mã:tên, ví dụ --nominee "individual:bvvt.dd1:Bùi Thị Minh Họa"; nhận được “{value}”.',
    en: '--nominee must be kind:id:name, for example --nominee "individual:bvvt.dd1:Bùi Thị Minh Họa"; got “{value}”.',
  },
  conflict: {
    vi: 'Không thực hiện, vì đợt thi đua đã thay đổi so với bản đang xem:',
    en: 'Not done: the round has changed since it was read:',
  },
} as const satisfies Record<string, Text>;

/** Headings and sentences of what is printed about rounds. */
export const roundPrintTexts = {
  noRounds: { vi: 'Không có đợt thi đua nào.', en: 'There are no rounds.' },
  count: { vi: '{count} đợt', en: '{count} rounds' },
  colRound: { vi: 'Mã đợt', en: 'Round' },
  colMovement: { vi: 'Phong trào', en: 'Movement' },
  colPhase: { vi: 'Đợt', en: 'Phase' },
  colState: { vi: 'Bước', en: 'State' },
  colWindow: { vi: 'Nhận đề nghị', en: 'Takes nominations' },
  colNext: { vi: 'Hạn gần nhất', en: 'Next deadline' },
  colCoverage: { vi: 'Đơn vị trả lời', en: 'Units answered' },
  colMarks: { vi: 'Lưu ý', en: 'Marks' },
  none: { vi: '–', en: '–' },
  late: { vi: 'TRỄ', en: 'LATE' },
  lateLevel: { vi: 'TRỄ, báo lên bậc {level}', en: 'LATE, escalation level {level}' },
  stalled: { vi: 'PHÁT MÀ KHÔNG ĐỘNG', en: 'STALLED' },
  provisional: { vi: 'tạm tính', en: 'provisional' },
  answeredOf: { vi: '{answered}/{units} ({share} %)', en: '{answered}/{units} ({share}%)' },

  heading: { vi: 'Đợt {id}: {movement} ({phase})', en: 'Round {id}: {movement} ({phase})' },
  programme: { vi: 'Chương trình', en: 'Programme' },
  inCharge: { vi: 'Bộ phận phụ trách', en: 'Body in charge' },
  state: { vi: 'Bước', en: 'State' },
  stateValue: { vi: '{state} (lần thay đổi {revision})', en: '{state} (revision {revision})' },
  window: { vi: 'Nhận đề nghị', en: 'Takes nominations' },
  windowValue: { vi: 'từ {from} đến hết {to}', en: '{from} to the end of {to}' },
  /** With instants: a suspension may have moved the end from the end of its day. */
  windowInstants: { vi: 'từ {from} đến {to}', en: '{from} to {to}' },
  unitWindow: { vi: 'Riêng {unit}', en: 'For {unit}' },
  unitWindowValue: { vi: 'đến {to}', en: 'until {to}' },
  suspendedSince: { vi: 'Tạm dừng từ', en: 'Suspended since' },
  stalledSince: { vi: 'Phát mà không động từ', en: 'Stalled since' },

  planApproved: { vi: 'Kế hoạch đã phê duyệt', en: 'Approved plan' },
  planSubmitted: { vi: 'Kế hoạch đang trình, chưa phê duyệt', en: 'Plan submitted, not approved' },
  planReturned: { vi: 'Kế hoạch đã bị trả lại', en: 'Plan returned' },
  planNone: {
    vi: 'Chưa có kế hoạch. Xem bản theo định nghĩa: npx vinhdanh round plan {id}',
    en: 'There is no plan yet. The definition’s: npx vinhdanh round plan {id}',
  },
  awardForm: { vi: 'Hình thức khen thưởng', en: 'Form of award' },
  opensOn: { vi: 'Phát động ngày', en: 'Launch' },
  answerBy: { vi: 'Đơn vị trả lời chậm nhất ngày', en: 'Units answer by' },
  quota: { vi: 'Số lượng', en: 'Quota' },
  quotaValue: {
    vi: 'tập thể: {collective}; cá nhân: {individual}',
    en: 'collectives: {collective}; individuals: {individual}',
  },
  quotaUnlimited: { vi: 'không giới hạn', en: 'unlimited' },
  quotaNone: { vi: 'không xét', en: 'none' },
  quotaPerProgramme: { vi: '{count} mỗi chương trình ({programmes})', en: '{count} per programme ({programmes})' },
  perUnit: { vi: 'Mỗi đơn vị đề nghị tối đa', en: 'Nominations per unit, at most' },
  planRules: { vi: 'Thời hạn riêng', en: 'Deadlines of its own' },
  note: { vi: 'Ghi chú', en: 'Note' },
  hash: { vi: 'Mã băm', en: 'Hash' },
  approvedBy: { vi: 'Người phê duyệt', en: 'Approved by' },
  approvedByValue: { vi: '{name}, {at}', en: '{name}, {at}' },
  returnedBy: { vi: 'Người trả lại', en: 'Returned by' },
  returnReason: { vi: 'Lý do trả lại', en: 'Reason' },
  criteria: { vi: 'Tiêu chí:', en: 'Criteria:' },

  deadlines: { vi: 'Thời hạn đang chạy:', en: 'Deadlines running:' },
  colDeadline: { vi: 'Thời hạn', en: 'Deadline' },
  colDue: { vi: 'Hạn', en: 'Due' },
  colNote: { vi: 'Ghi chú', en: 'Note' },
  stalledMatter: { vi: 'Phát mà không động: đôn đốc các đơn vị', en: 'Stalled: chase the units' },

  coverage: { vi: 'Tình hình các đơn vị:', en: 'Coverage of the units:' },
  colUnit: { vi: 'Đơn vị', en: 'Unit' },
  colAnswered: { vi: 'Trả lời', en: 'Answered' },
  colTakesPart: { vi: 'Tham gia', en: 'Takes part' },
  colRegistered: { vi: 'Đăng ký', en: 'Registered' },
  colCovenants: { vi: 'Giao ước', en: 'Covenants' },
  colNominations: { vi: 'Đề nghị', en: 'Nominations' },
  notAnswered: { vi: 'chưa', en: 'no' },
  coverageTotal: {
    vi: 'Đã trả lời {answered}/{units} ({share} %), tham gia {takingPart}; đăng ký {registrations}, giao ước {covenants}, đề nghị {nominations}.',
    en: 'Answered {answered}/{units} ({share}%), taking part {takingPart}; registered {registrations}, covenants {covenants}, nominations {nominations}.',
  },

  stages: { vi: 'Hồ sơ đề nghị:', en: 'Nominations:' },
  handedOn: { vi: 'Đã chuyển bước:', en: 'Handed on:' },
  handedOnLine: { vi: '{at}  {stage}  danh sách {hash}…', en: '{at}  {stage}  list {hash}…' },

  mayDo: { vi: 'Với {person}:', en: 'For {person}:' },
  mayAs: { vi: 'với vai trò: {role}', en: 'as {role}' },

  approving: {
    vi: 'Bản kế hoạch được phê duyệt: mã băm {hash}, nhận đề nghị từ {from} đến hết {to}.',
    en: 'The plan approved: hash {hash}, nominations from {from} to the end of {to}.',
  },
  done: { vi: 'Đợt {id}: đã thực hiện “{label}”.', en: 'Round {id}: “{label}” is done.' },
  received: {
    vi: 'Đợt {id}: đã tiếp nhận “{label}”, chưa áp dụng.',
    en: 'Round {id}: “{label}” is received and not yet applied.',
  },
  timelineOf: { vi: 'Diễn biến đợt {id}', en: 'Timeline of round {id}' },
  unitHeading: { vi: 'Đợt {id}: {unit}', en: 'Round {id}: {unit}' },
  unitPlan: { vi: 'Kế hoạch của đơn vị', en: 'The unit’s plan' },
  registered: { vi: 'Cá nhân, tập thể đăng ký: {count}', en: 'Registered: {count}' },
  colNominee: { vi: 'Cá nhân, tập thể', en: 'Nominee' },
  colKind: { vi: 'Đối tượng', en: 'Kind' },
  colNomineeTitle: { vi: 'Chức danh', en: 'Position' },
  colRegisteredOn: { vi: 'Ngày đăng ký', en: 'Registered on' },
  covenantsSigned: { vi: 'Giao ước đã ký: {count}', en: 'Covenants signed: {count}' },
  covenantLine: { vi: '{day}, {kind}: {parties}', en: '{day}, {kind}: {parties}' },
  planFileReturned: {
    vi: 'Kế hoạch phong trào {movement} ({phase}) đã trình và bị trả lại.\nSửa rồi trình lại: npx vinhdanh round submit {id} --form <tệp này> --as <mã người>',
    en: 'Plan of the movement {movement} ({phase}) as it was submitted and returned.\nEdit, then submit again: npx vinhdanh round submit {id} --form <this file> --as <person id>',
  },
  planFileHead: {
    vi: 'Kế hoạch phong trào {movement} ({phase}), theo định nghĩa chương trình.\nSửa rồi trình: npx vinhdanh round submit {id} --form <tệp này> --as <mã người>',
    en: 'Plan of the movement {movement} ({phase}), as the definition has it.\nEdit, then submit: npx vinhdanh round submit {id} --form <this file> --as <person id>',
  },
} as const satisfies Record<string, Text>;

/** What a plan's own rule of a deadline says besides its day or its count. */
export const ruleDetailTexts = {
  firstDayCounted: { vi: 'tính cả ngày đầu', en: 'the first day counted' },
  cutOffHour: { vi: 'việc đến từ {hour} giờ tính sang ngày sau', en: 'from {hour}:00 on it counts as of the next day' },
  endHour: { vi: 'hết lúc {hour} giờ', en: 'ending at {hour}:00' },
  rollForward: { vi: 'gặp ngày nghỉ thì chuyển sang ngày làm việc sau', en: 'moved on from a day of rest' },
  soft: { vi: 'ân hạn {days} ngày, vẫn nhận nộp muộn', en: '{days} days of grace, late papers accepted' },
  hard: { vi: 'ân hạn {days} ngày chỉ để gia hạn', en: '{days} days of grace for an extension only' },
  remindBefore: { vi: 'nhắc trước {days} ngày', en: 'reminded {days} days before' },
  pausesWhileReturned: { vi: 'dừng tính khi trả hồ sơ', en: 'standing still while the dossier is returned' },
} as const satisfies Record<string, Text>;

/** How many of a round's nominations stand where. */
export const stageCountTexts = {
  units: { vi: 'ở đơn vị', en: 'with the units' },
  department: { vi: 'ở bộ phận phụ trách', en: 'with the body in charge' },
  council: { vi: 'ở Hội đồng', en: 'before the council' },
  decision: { vi: 'chờ quyết định', en: 'awaiting the decision' },
  awarded: { vi: 'đã có quyết định', en: 'awarded' },
  published: { vi: 'đã công bố', en: 'published' },
  onHold: { vi: 'tạm dừng', en: 'on hold' },
  over: { vi: 'đã kết thúc', en: 'over' },
} as const satisfies Record<string, Text>;
