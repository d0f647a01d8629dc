import type { NoticeTexts } from './shape.ts';

const over = {
  vi: 'Hồ sơ đã kết thúc do hủy đợt thi đua; Ông/Bà không phải thực hiện việc gì thêm.',
  en: 'The nomination ended with the round; you have nothing more to do.',
} as const;

const moved = [
  { vi: 'Thời hạn thay đổi như sau:', en: 'What changes:', when: 'changes' },
  { vi: '{changes}', en: '{changes}', when: 'changes' },
] as const;

/** A stage is one to come, or one to which the nomination can still be sent back. */
const newRules = {
  vi: 'Quy định mới về thời hạn, áp dụng khi hồ sơ đến hoặc phải quay lại bước đó: {ruleChanges}.',
  en: 'New rules, for when the nomination comes to such a stage or has to go back to it: {ruleChanges}.',
  when: 'ruleChanges',
} as const;

const newRulesOfRound = {
  vi: 'Quy định thời hạn của các bước sau cũng được điều chỉnh: {ruleChanges}.',
  en: 'The rules of later stages change as well: {ruleChanges}.',
  when: 'ruleChanges',
} as const;

/** Notices of a change that reaches a round and its nominations. */
export const changeNotices = {
  'deadline.change': {
    subject: {
      vi: 'Điều chỉnh thời hạn: {nomineeName} – {movementTitle}',
      en: 'Deadline changed: {nomineeName} – {movementTitle}',
    },
    body: [
      {
        vi: 'Thời hạn liên quan đến hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) trong phong trào “{movementTitle}” đã được điều chỉnh.',
        en: 'Deadlines that concern the nomination of {nomineeName} ({unitName}) in the movement “{movementTitle}” have been changed.',
      },
      ...moved,
      newRules,
    ],
    tasks: [
      {
        of: ['currentOwner'],
        text: {
          vi: 'Đề nghị {owner} thực hiện bước hiện nay chậm nhất ngày {dueAt}.',
          en: '{owner} is asked to take the present step by {dueAt}.',
        },
      },
    ],
    reasonRequired: true,
    ofRound: {
      subject: {
        vi: 'Điều chỉnh thời hạn phong trào “{movementTitle}” ({phaseName})',
        en: 'Deadlines changed: movement “{movementTitle}” ({phaseName})',
      },
      body: [
        {
          vi: 'Thời hạn của phong trào “{movementTitle}” ({phaseName}) đã được điều chỉnh.',
          en: 'The deadlines of the movement “{movementTitle}” ({phaseName}) have been changed.',
        },
        ...moved,
        newRulesOfRound,
      ],
      tasks: [
        {
          of: ['units', 'unansweredUnits'],
          text: {
            vi: 'Đề nghị đơn vị thực hiện theo thời hạn mới và thông báo cho cá nhân, tập thể liên quan.',
            en: 'Please keep to the new deadlines and tell the people concerned.',
          },
        },
      ],
      inform: {
        vi: 'Đề nghị Ông/Bà lưu ý thời hạn mới khi thực hiện nhiệm vụ của mình.',
        en: 'Please mind the new deadlines in what you have to do.',
      },
      reasonRequired: true,
    },
  },
  'round.suspend': {
    subject: { vi: 'Tạm dừng cùng đợt thi đua: {nomineeName}', en: 'Suspended with its round: {nomineeName}' },
    body: [
      {
        vi: 'Đợt thi đua thuộc phong trào “{movementTitle}” tạm dừng. Hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) được giữ nguyên ở bước “{state}”; thời hạn xử lý ngừng tính từ nay.',
        en: 'The round of the movement “{movementTitle}” is suspended. The nomination of {nomineeName} ({unitName}) stays at “{state}”; its deadline stops running.',
      },
    ],
    tasks: [],
    inform: {
      vi: 'Trong thời gian tạm dừng, không thực hiện bước nào đối với hồ sơ. Khi đợt thi đua được tiếp tục, thời hạn được tính tiếp với thời gian còn lại.',
      en: 'Nothing can be done with the nomination meanwhile. When the round goes on, the remaining time runs again.',
    },
    reasonRequired: true,
    ofRound: {
      subject: {
        vi: 'Tạm dừng đợt thi đua “{movementTitle}” ({phaseName})',
        en: 'Round suspended: “{movementTitle}” ({phaseName})',
      },
      body: [
        {
          vi: 'Đợt thi đua thuộc phong trào “{movementTitle}” ({phaseName}) tạm dừng từ nay. Các hồ sơ đã gửi được giữ nguyên; mọi thời hạn ngừng tính.',
          en: 'The round of the movement “{movementTitle}” ({phaseName}) is suspended. Nominations stay as they are; all deadlines stop running.',
        },
      ],
      tasks: [
        {
          of: ['approvingAuthority', 'currentOwner'],
          text: {
            vi: 'Đề nghị {owner} rà soát việc tạm dừng và quyết định cho tiếp tục hoặc hủy đợt thi đua, chậm nhất ngày {dueAt}.',
            en: '{owner} is asked to review the suspension and to resume or cancel the round by {dueAt}.',
          },
        },
      ],
      inform: {
        vi: 'Ông/Bà không phải thực hiện việc gì cho đến khi đợt thi đua được tiếp tục; hệ thống sẽ thông báo thời hạn mới.',
        en: 'You have nothing to do until the round goes on; you will be told the new deadlines.',
      },
      reasonRequired: true,
    },
  },
  'round.resume': {
    subject: { vi: 'Tiếp tục cùng đợt thi đua: {nomineeName}', en: 'Resumed with its round: {nomineeName}' },
    body: [
      {
        vi: 'Đợt thi đua thuộc phong trào “{movementTitle}” được tiếp tục. Hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) được xử lý tiếp ở bước “{state}”; thời hạn tính tiếp với thời gian còn lại.',
        en: 'The round of the movement “{movementTitle}” goes on. The nomination of {nomineeName} ({unitName}) continues at “{state}” with the time that was left.',
      },
      ...moved,
      newRules,
    ],
    tasks: [
      {
        of: ['currentOwner'],
        text: {
          vi: 'Đề nghị {owner} tiếp tục xử lý hồ sơ chậm nhất ngày {dueAt}.',
          en: '{owner} is asked to continue with the nomination by {dueAt}.',
        },
      },
    ],
    ofRound: {
      subject: {
        vi: 'Tiếp tục đợt thi đua “{movementTitle}” ({phaseName})',
        en: 'Round resumed: “{movementTitle}” ({phaseName})',
      },
      body: [
        {
          vi: 'Đợt thi đua thuộc phong trào “{movementTitle}” ({phaseName}) được tiếp tục từ nay. Tình trạng hiện nay: {state}. Các thời hạn được tính tiếp với thời gian còn lại.',
          en: 'The round of the movement “{movementTitle}” ({phaseName}) goes on at: {state}. Deadlines run again with the time that was left.',
        },
        ...moved,
        newRulesOfRound,
      ],
      tasks: [
        {
          of: ['units', 'unansweredUnits'],
          text: {
            vi: 'Đề nghị đơn vị tiếp tục thực hiện phong trào và các đề nghị khen thưởng theo thời hạn mới.',
            en: 'Please go on with the movement and your nominations by the new deadlines.',
          },
        },
      ],
      inform: {
        vi: 'Đề nghị Ông/Bà lưu ý thời hạn mới khi thực hiện nhiệm vụ của mình.',
        en: 'Please mind the new deadlines in what you have to do.',
      },
    },
  },
  'round.cancel': {
    subject: { vi: 'Kết thúc do hủy đợt thi đua: {nomineeName}', en: 'Ended with its round: {nomineeName}' },
    body: [
      {
        vi: 'Đợt thi đua thuộc phong trào “{movementTitle}” đã bị hủy. Hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) kết thúc theo; đây không phải là kết quả từ chối đối với cá nhân, tập thể được đề nghị.',
        en: 'The round of the movement “{movementTitle}” has been cancelled. The nomination of {nomineeName} ({unitName}) ends with it; this is not a refusal of the nominee.',
      },
    ],
    tasks: [
      {
        of: ['submittingUnit', 'unitHead'],
        text: {
          vi: 'Đề nghị đơn vị thông báo cho cá nhân, tập thể được đề nghị. Hồ sơ đã kết thúc; không còn thời hạn nào phải thực hiện.',
          en: 'Please inform the nominee. The nomination is over; no deadline remains.',
        },
      },
    ],
    inform: over,
    reasonRequired: true,
    ofRound: {
      subject: {
        vi: 'Hủy đợt thi đua “{movementTitle}” ({phaseName})',
        en: 'Round cancelled: “{movementTitle}” ({phaseName})',
      },
      body: [
        {
          vi: 'Đợt thi đua thuộc phong trào “{movementTitle}” ({phaseName}) đã bị hủy. Các hồ sơ của đợt kết thúc theo, không bị coi là từ chối khen thưởng.',
          en: 'The round of the movement “{movementTitle}” ({phaseName}) has been cancelled. Its nominations end with it and do not count as refused.',
        },
      ],
      tasks: [],
      inform: {
        vi: 'Ông/Bà không phải thực hiện việc gì thêm đối với đợt này.',
        en: 'You have nothing more to do in this round.',
      },
      reasonRequired: true,
    },
  },
} as const satisfies NoticeTexts<'deadline.change' | 'round.suspend' | 'round.resume' | 'round.cancel'>;
