import type { NoticeTexts } from './shape.ts';

/** Notices of a movement's plan: 004 III.2, “phải trình Lãnh đạo Sở Y tế phê duyệt”. */
export const planNotices = {
  'round.begin': {
    subject: {
      vi: 'Xây dựng kế hoạch phong trào “{movementTitle}” ({phaseName})',
      en: 'Plan to be drawn up: movement “{movementTitle}” ({phaseName})',
    },
    body: [
      {
        vi: 'Chương trình “{programmeTitle}” có phong trào “{movementTitle}” ({phaseName}). Kế hoạch của phong trào phải có tiêu chí cụ thể làm căn cứ xét khen thưởng và phải được phê duyệt trước khi phát động.',
        en: 'The programme “{programmeTitle}” has the movement “{movementTitle}” ({phaseName}). Its plan needs concrete criteria and approval before the launch.',
      },
    ],
    tasks: [
      {
        of: ['bodyInCharge', 'currentOwner'],
        text: {
          vi: 'Đề nghị bộ phận phụ trách xây dựng kế hoạch (tiêu chí, hình thức khen thưởng, thời gian nhận đề nghị, số lượng) và trình phê duyệt chậm nhất ngày {dueAt}.',
          en: 'Please draw up the plan (criteria, form of award, window, quota) and submit it for approval by {dueAt}.',
        },
      },
    ],
  },
  'plan.submit': {
    subject: {
      vi: 'Trình phê duyệt kế hoạch phong trào “{movementTitle}” ({phaseName})',
      en: 'Plan submitted for approval: movement “{movementTitle}” ({phaseName})',
    },
    body: [
      {
        vi: '{actorName} đã trình kế hoạch phong trào “{movementTitle}” ({phaseName}). Nhận đề nghị khen thưởng từ ngày {windowFrom} đến hết ngày {windowTo}; hình thức khen thưởng: {awardForm}.',
        en: '{actorName} has submitted the plan of the movement “{movementTitle}” ({phaseName}). Nominations from {windowFrom} to the end of {windowTo}; form of award: {awardForm}.',
      },
      { vi: 'Tiêu chí xét khen thưởng:', en: 'Criteria:' },
      { vi: '{criteria}', en: '{criteria}' },
    ],
    tasks: [
      {
        of: ['approvingAuthority', 'currentOwner'],
        text: {
          vi: 'Kính trình cấp có thẩm quyền xem xét, phê duyệt hoặc trả lại kế hoạch chậm nhất ngày {dueAt}. Phong trào chỉ được phát động sau khi kế hoạch được phê duyệt.',
          en: 'The approving authority is asked to approve or return the plan by {dueAt}. Nothing opens before the approval.',
        },
      },
    ],
  },
  'plan.approve': {
    subject: {
      vi: 'Kế hoạch phong trào “{movementTitle}” ({phaseName}) đã được phê duyệt',
      en: 'Plan approved: movement “{movementTitle}” ({phaseName})',
    },
    body: [
      {
        vi: 'Kế hoạch phong trào “{movementTitle}” ({phaseName}) đã được phê duyệt. Phát động ngày {opensOn}; nhận đề nghị khen thưởng từ ngày {windowFrom} đến hết ngày {windowTo}. Tiêu chí được giữ nguyên từ khi phê duyệt.',
        en: 'The plan of the movement “{movementTitle}” ({phaseName}) has been approved. Launch on {opensOn}; nominations from {windowFrom} to the end of {windowTo}. Its criteria are frozen from now on.',
      },
    ],
    tasks: [
      {
        of: ['bodyInCharge'],
        text: {
          vi: 'Đề nghị bộ phận phụ trách chuẩn bị phát động; phần mềm tự mở phong trào và thông báo cho các đơn vị vào ngày phát động.',
          en: 'Please prepare the launch; the software opens the movement and tells the units on the day.',
        },
      },
    ],
    inform: {
      vi: 'Ông/Bà không phải thực hiện việc gì ở bước này; phong trào tự mở vào ngày phát động.',
      en: 'You have nothing to do at this step; the movement opens by itself on the day of the launch.',
    },
  },
  'plan.return': {
    subject: {
      vi: 'Kế hoạch phong trào “{movementTitle}” ({phaseName}) được trả lại để hoàn thiện',
      en: 'Plan returned: movement “{movementTitle}” ({phaseName})',
    },
    body: [
      {
        vi: 'Cấp có thẩm quyền trả lại kế hoạch phong trào “{movementTitle}” ({phaseName}) để hoàn thiện.',
        en: 'The approving authority returns the plan of the movement “{movementTitle}” ({phaseName}).',
      },
    ],
    tasks: [
      {
        of: ['bodyInCharge', 'currentOwner'],
        text: {
          vi: 'Đề nghị bộ phận phụ trách hoàn thiện kế hoạch theo ý kiến trên và trình lại chậm nhất ngày {dueAt}.',
          en: 'Please revise the plan accordingly and submit it again by {dueAt}.',
        },
      },
    ],
    reasonRequired: true,
  },
} as const satisfies NoticeTexts<'round.begin' | 'plan.submit' | 'plan.approve' | 'plan.return'>;
