import type { Text } from '../../text.ts';

/** What must hold of the rounds: their plans, windows, stages and units. */
export const roundCheckTexts = {
  roundsOver: {
    vi: 'mọi đợt thi đua đã tự kết thúc: {count}; đã hủy: {cancelled}',
    en: 'every round closed by itself: {count}; cancelled: {cancelled}',
  },
  roundsAsTold: {
    vi: 'mọi việc của đợt thi đua diễn ra đúng kịch bản: {count}',
    en: 'everything planned for the rounds went as told: {count}',
  },
  plansApproved: {
    vi: 'kế hoạch được phê duyệt giữ nguyên văn, người phê duyệt khác người lập: {count}; trả lại {returned}',
    en: 'approved plans stayed as they were, approved by somebody else: {count}; returned {returned}',
  },
  nothingBeforeApproval: {
    vi: 'không hồ sơ nào được lập trước khi kế hoạch được phê duyệt: {count} hồ sơ, {tried} lần thử',
    en: 'nothing opened before its plan was approved: {count}, {tried} tries',
  },
  openedInWindow: {
    vi: 'hồ sơ được nhận đúng đợt theo thời điểm tiếp nhận: {count}; ngoài thời gian {turnedAway}',
    en: 'each was taken by the round in whose window it was received: {count}; turned away {turnedAway}',
  },
  stagesHandedOn: {
    vi: 'danh sách chuyển giao giữa các bước khớp mã băm: {count}',
    en: 'the lists handed on between stages match their hashes: {count}',
  },
  unitsAnswered: {
    vi: 'đơn vị trả lời phát động: {count}/{of}; {covered} đợt đạt 100 %',
    en: 'units answered the launch: {count}/{of}; {covered} rounds reached 100%',
  },
  lateUnitsChased: {
    vi: 'đơn vị trả lời chậm được báo lên cấp trên: {count} đợt',
    en: 'units late with their answer were escalated: {count} rounds',
  },
  covenantsSigned: {
    vi: 'giao ước thi đua: trong đơn vị {within}, giữa các đơn vị {between}; {registrations} lượt đăng ký',
    en: 'covenants: within units {within}, between units {between}; registrations {registrations}',
  },
} as const satisfies Record<string, Text>;
