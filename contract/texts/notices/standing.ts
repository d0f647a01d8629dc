import type { NoticeTexts } from './shape.ts';

const unit = ['submittingUnit', 'unitHead'] as const;

/** Notices that may come at any stage: hold, resumption, deadlines. */
export const standingNotices = {
  'nomination.hold': {
    subject: { vi: 'Tạm dừng xem xét hồ sơ: {nomineeName}', en: 'Nomination on hold: {nomineeName}' },
    body: [
      {
        vi: 'Việc xem xét hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) tạm dừng; đây chưa phải là kết quả từ chối. Thời hạn xử lý ngừng tính từ nay.',
        en: 'Consideration of the nomination of {nomineeName} ({unitName}) is suspended; this is not a refusal. Its deadline stops running.',
      },
      { vi: 'Căn cứ tạm dừng: {ground}.', en: 'Ground of the hold: {ground}.' },
    ],
    tasks: [
      {
        of: ['bodyInCharge', 'standingBody', 'currentOwner'],
        text: {
          vi: 'Đề nghị {owner} theo dõi kết luận của cơ quan có thẩm quyền và cho tiếp tục xem xét hồ sơ khi căn cứ tạm dừng không còn; rà soát chậm nhất hết ngày {dueAt}.',
          en: '{owner} is asked to follow the matter and resume the nomination once the ground has gone; review by the end of {dueAt}.',
        },
      },
    ],
    internal: true,
  },
  'nomination.resume': {
    subject: { vi: 'Tiếp tục xem xét hồ sơ: {nomineeName}', en: 'Nomination resumed: {nomineeName}' },
    body: [
      {
        vi: 'Hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) được tiếp tục xem xét. Tình trạng hiện nay: {state}. Thời hạn xử lý được tính tiếp.',
        en: 'Consideration of the nomination of {nomineeName} ({unitName}) goes on at: {state}. Its deadline runs again.',
      },
    ],
    tasks: [
      {
        of: ['currentOwner'],
        text: {
          vi: 'Đề nghị {owner} tiếp tục xử lý hồ sơ chậm nhất hết ngày {dueAt}.',
          en: '{owner} is asked to continue with the nomination by the end of {dueAt}.',
        },
      },
    ],
    internal: true,
  },
  'deadline.pass': {
    subject: { vi: 'Đến hạn: {nomineeName} – {state}', en: 'Deadline reached: {nomineeName} – {state}' },
    body: [
      {
        vi: 'Thời hạn ngày {dueAt} của hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) đã hết. Tình trạng hiện nay: {state}.',
        en: 'The nomination of {nomineeName} ({unitName}) was due on {dueAt}. It now stands at: {state}.',
      },
    ],
    tasks: [
      {
        of: ['currentOwner'],
        text: {
          vi: 'Đề nghị {owner} thực hiện ngay bước tiếp theo; với hồ sơ đã công bố kết quả, kết thúc hồ sơ nếu không còn ý kiến phải giải quyết.',
          en: '{owner} is asked to take the next step at once: with the result published, to close the nomination if no remark is left to settle.',
        },
      },
    ],
  },
  'deadline.expired': {
    subject: { vi: 'Hồ sơ kết thúc do quá thời hạn: {nomineeName}', en: 'Nomination expired: {nomineeName}' },
    body: [
      {
        vi: 'Hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) trong phong trào “{movementTitle}” đã kết thúc vì đơn vị không thực hiện trong thời hạn. Tình trạng: {state}.',
        en: 'The nomination of {nomineeName} ({unitName}) in the movement “{movementTitle}” is over because the unit did not act in time. State: {state}.',
      },
    ],
    tasks: [
      {
        of: unit,
        text: {
          vi: 'Không thể sửa hoặc gửi lại hồ sơ này. Nếu phong trào còn nhận đề nghị, đơn vị có thể lập hồ sơ mới.',
          en: 'This nomination can no longer be changed or submitted. While the movement is open, the unit may open a new one.',
        },
      },
    ],
    inform: {
      vi: 'Hồ sơ đã kết thúc; Ông/Bà không phải thực hiện việc gì thêm.',
      en: 'The nomination is over; you have nothing more to do.',
    },
  },
  'deadline.escalated': {
    subject: {
      vi: 'QUÁ HẠN {dueAt}: {nomineeName} – đang chờ {owner}',
      en: 'OVERDUE since {dueAt}: {nomineeName} – waiting for {owner}',
    },
    body: [
      {
        vi: 'Hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) đang chờ {owner} và đã quá hạn ngày {dueAt}. Tình trạng hiện nay: {state}. Việc chậm trễ không làm mất quyền lợi của đơn vị đề nghị.',
        en: 'The nomination of {nomineeName} ({unitName}) waits for {owner} and was due on {dueAt}. It stands at: {state}. The delay takes nothing from the nominating unit.',
      },
    ],
    tasks: [
      {
        of: ['escalation'],
        text: {
          vi: 'Kính đề nghị Ông/Bà đôn đốc {owner} xử lý ngay hoặc trực tiếp chỉ đạo giải quyết trong ngày làm việc.',
          en: 'You are asked to have {owner} handle it at once, or to direct its handling within the working day.',
        },
      },
      {
        of: ['currentOwner', 'bodyInCharge', 'standingBody', 'approvingAuthority', 'appraisingDivisions', 'nextTier'],
        text: {
          vi: 'Nếu được giao xử lý hồ sơ này, đề nghị thực hiện ngay; nếu chưa xử lý, việc này tiếp tục được báo cáo lên cấp trên.',
          en: 'If the nomination is yours to handle, please do so at once; until then it keeps being reported upward.',
        },
      },
    ],
    inform: {
      vi: 'Ông/Bà không phải thực hiện việc gì; {owner} đã được nhắc xử lý ngay.',
      en: 'You have nothing to do; {owner} has been reminded to act at once.',
    },
  },
} as const satisfies NoticeTexts<
  'nomination.hold' | 'nomination.resume' | 'deadline.pass' | 'deadline.expired' | 'deadline.escalated'
>;
