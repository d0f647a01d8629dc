import type { NoticeTexts } from './shape.ts';

/** Notices of how a round goes: a stage completed, nobody acting, somebody late. */
export const courseNotices = {
  'stage.complete': {
    subject: {
      vi: 'Hoàn thành một bước của phong trào “{movementTitle}” ({phaseName}): {state}',
      en: 'Stage completed: movement “{movementTitle}” ({phaseName}), now {state}',
    },
    body: [
      {
        vi: 'Mọi hồ sơ của phong trào “{movementTitle}” ({phaseName}) đã qua bước trước. Tình trạng hiện nay: {state}.',
        en: 'Every nomination of the movement “{movementTitle}” ({phaseName}) has left the stage before. It now stands at: {state}.',
      },
      { vi: 'Số hồ sơ theo tình trạng:', en: 'Nominations by where they stand:', when: 'counts' },
      { vi: '{counts}', en: '{counts}', when: 'counts' },
    ],
    tasks: [
      {
        of: ['currentOwner'],
        text: {
          vi: 'Đề nghị {owner} thực hiện bước tiếp theo chậm nhất ngày {dueAt}.',
          en: '{owner} is asked to take the next step by {dueAt}.',
        },
      },
    ],
  },
  'movement.stall': {
    subject: {
      vi: 'CẢNH BÁO “phát mà không động”: phong trào “{movementTitle}” ({phaseName})',
      en: 'ALERT, launched but nobody acts: movement “{movementTitle}” ({phaseName})',
    },
    body: [
      {
        vi: 'Phong trào “{movementTitle}” ({phaseName}) đã được phát động nhưng từ đó chưa đơn vị nào trả lời, đăng ký hoặc gửi đề nghị trong thời gian quy định.',
        en: 'The movement “{movementTitle}” ({phaseName}) was launched, and since then no unit has answered, registered or nominated within the time its rule gives.',
      },
    ],
    tasks: [
      {
        of: ['units', 'unansweredUnits'],
        text: {
          vi: 'Đề nghị đơn vị triển khai phong trào và trả lời việc tham gia.',
          en: 'Please carry the movement into your unit and answer the launch.',
        },
      },
      {
        of: ['bodyInCharge', 'standingBody', 'currentOwner', 'escalation', 'approvingAuthority'],
        text: {
          vi: 'Đề nghị theo dõi, đôn đốc các đơn vị triển khai phong trào; nếu cần, điều chỉnh kế hoạch hoặc thời hạn.',
          en: 'Please follow the matter up with the units; if need be, have the plan or its deadlines changed.',
        },
      },
    ],
  },
  'round.escalated': {
    subject: {
      vi: 'QUÁ HẠN {dueAt}: phong trào “{movementTitle}” ({phaseName}) – đang chờ {owner}',
      en: 'OVERDUE since {dueAt}: movement “{movementTitle}” ({phaseName}) – waiting for {owner}',
    },
    body: [
      {
        vi: 'Phong trào “{movementTitle}” ({phaseName}) đang chờ {owner} và đã quá hạn: {deadlineName}, ngày {dueAt}. Tình trạng hiện nay: {state}.',
        en: 'The movement “{movementTitle}” ({phaseName}) waits for {owner} and is overdue: {deadlineName}, {dueAt}. It stands at: {state}.',
      },
    ],
    tasks: [
      {
        of: ['escalation'],
        text: {
          vi: 'Kính đề nghị Ông/Bà đôn đốc {owner} thực hiện ngay hoặc trực tiếp chỉ đạo giải quyết trong ngày làm việc.',
          en: 'You are asked to have {owner} act at once, or to direct the matter within the working day.',
        },
      },
      {
        of: [
          'currentOwner',
          'bodyInCharge',
          'standingBody',
          'approvingAuthority',
          'nextTier',
          'units',
          'unansweredUnits',
        ],
        text: {
          vi: 'Nếu được giao việc này, đề nghị thực hiện ngay; nếu chưa thực hiện, việc này tiếp tục được báo cáo lên cấp trên.',
          en: 'If this is yours to do, please do so at once; until then it keeps being reported upward.',
        },
      },
    ],
    inform: {
      vi: 'Ông/Bà không phải thực hiện việc gì; {owner} đã được nhắc thực hiện ngay.',
      en: 'You have nothing to do; {owner} has been reminded to act at once.',
    },
  },
} as const satisfies NoticeTexts<'stage.complete' | 'movement.stall' | 'round.escalated'>;
