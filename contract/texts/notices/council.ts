import type { NoticeTexts } from './shape.ts';

const clearUp = {
  of: ['bodyInCharge', 'currentOwner'],
  text: {
    vi: 'Đề nghị {owner} làm rõ nội dung được nêu và xử lý lại hồ sơ chậm nhất hết ngày {dueAt}.',
    en: '{owner} is asked to clear up what was raised and handle the nomination again by the end of {dueAt}.',
  },
} as const;

/** Notices of the council. Its reasons are internal: a nominee's copy does not carry them. */
export const councilNotices = {
  'council.recommend': {
    subject: { vi: 'Hội đồng đề nghị khen thưởng: {nomineeName}', en: 'Recommended by the council: {nomineeName}' },
    body: [
      {
        vi: 'Hội đồng Thi đua - Khen thưởng đã xem xét và thống nhất trình cấp có thẩm quyền khen thưởng {nomineeName} ({unitName}) trong phong trào “{movementTitle}”. Kết quả khen thưởng chỉ có hiệu lực khi có quyết định.',
        en: 'The council has considered {nomineeName} ({unitName}) in the movement “{movementTitle}” and submits the nomination to the approving authority. Only the decision makes it an award.',
      },
    ],
    tasks: [
      {
        of: ['approvingAuthority', 'currentOwner'],
        text: {
          vi: 'Kính trình cấp có thẩm quyền xem xét, quyết định chậm nhất hết ngày {dueAt}.',
          en: 'The approving authority is asked to decide by the end of {dueAt}.',
        },
      },
    ],
    internal: true,
  },
  'council.notRecommend': {
    subject: {
      vi: 'Hội đồng không đề nghị khen thưởng: {nomineeName}',
      en: 'Not recommended by the council: {nomineeName}',
    },
    body: [
      {
        vi: 'Hội đồng Thi đua - Khen thưởng đã xem xét và không đề nghị khen thưởng {nomineeName} ({unitName}) trong phong trào “{movementTitle}”.',
        en: 'The council has considered {nomineeName} ({unitName}) in the movement “{movementTitle}” and does not recommend an award.',
      },
    ],
    tasks: [
      {
        of: ['submittingUnit', 'unitHead'],
        text: {
          vi: 'Đề nghị đơn vị thông báo kết quả cho cá nhân, tập thể được đề nghị. Hồ sơ đã kết thúc; không còn thời hạn nào phải thực hiện.',
          en: 'Please inform the nominee of the result. The nomination is over; no deadline remains.',
        },
      },
    ],
    inform: {
      vi: 'Hồ sơ đã kết thúc; Ông/Bà không phải thực hiện việc gì thêm.',
      en: 'The nomination is over; you have nothing more to do.',
    },
    internal: true,
  },
  'council.sendBack': {
    subject: { vi: 'Hội đồng trả lại hồ sơ để làm rõ: {nomineeName}', en: 'Sent back by the council: {nomineeName}' },
    body: [
      {
        vi: 'Hội đồng Thi đua - Khen thưởng trả lại bộ phận phụ trách hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) để làm rõ. Tình trạng hiện nay: {state}.',
        en: 'The council sends the nomination of {nomineeName} ({unitName}) back to the body in charge for clarification. It now stands at: {state}.',
      },
    ],
    tasks: [clearUp],
    reasonRequired: true,
    internal: true,
  },
  'authority.sendBack': {
    subject: {
      vi: 'Cấp có thẩm quyền trả lại hồ sơ để làm rõ: {nomineeName}',
      en: 'Sent back by the authority: {nomineeName}',
    },
    body: [
      {
        vi: 'Cấp có thẩm quyền trả lại bộ phận phụ trách hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) để làm rõ. Tình trạng hiện nay: {state}.',
        en: 'The approving authority sends the nomination of {nomineeName} ({unitName}) back to the body in charge for clarification. It now stands at: {state}.',
      },
    ],
    tasks: [clearUp],
    reasonRequired: true,
    internal: true,
  },
} as const satisfies NoticeTexts<
  'council.recommend' | 'council.notRecommend' | 'council.sendBack' | 'authority.sendBack'
>;
