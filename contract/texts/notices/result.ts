import type { NoticeTexts } from './shape.ts';

const unit = ['submittingUnit', 'unitHead'] as const;
const over = {
  vi: 'Hồ sơ đã kết thúc; Ông/Bà không phải thực hiện việc gì thêm.',
  en: 'The nomination is over; you have nothing more to do.',
} as const;

/** Notices of the decision and its publication. */
export const resultNotices = {
  'authority.award': {
    subject: {
      vi: 'Quyết định khen thưởng {decisionNumber}: {nomineeName}',
      en: 'Award decision {decisionNumber}: {nomineeName}',
    },
    body: [
      {
        vi: 'Cấp có thẩm quyền đã ban hành Quyết định số {decisionNumber} ngày {decisionDate} khen thưởng {nomineeName} ({unitName}) trong phong trào “{movementTitle}”.',
        en: 'By Decision No. {decisionNumber} of {decisionDate} the approving authority commends {nomineeName} ({unitName}) in the movement “{movementTitle}”.',
      },
    ],
    tasks: [
      {
        of: ['standingBody', 'currentOwner'],
        text: {
          vi: 'Đề nghị bộ phận thường trực Hội đồng công bố kết quả chậm nhất hết ngày {dueAt}.',
          en: 'The standing body of the council is asked to publish the result by the end of {dueAt}.',
        },
      },
    ],
  },
  'authority.refuse': {
    subject: { vi: 'Không khen thưởng ({ground}): {nomineeName}', en: 'Award refused ({ground}): {nomineeName}' },
    body: [
      {
        vi: 'Cấp có thẩm quyền không khen thưởng {nomineeName} ({unitName}) trong phong trào “{movementTitle}”.',
        en: 'The approving authority refuses an award to {nomineeName} ({unitName}) in the movement “{movementTitle}”.',
      },
      { vi: 'Căn cứ: {ground}.', en: 'Ground: {ground}.' },
    ],
    tasks: [
      {
        of: unit,
        text: {
          vi: 'Đề nghị đơn vị thông báo kết quả và căn cứ nêu trên cho cá nhân, tập thể được đề nghị. Hồ sơ đã kết thúc; không còn thời hạn nào phải thực hiện.',
          en: 'Please inform the nominee of the result and its ground. The nomination is over; no deadline remains.',
        },
      },
    ],
    inform: over,
    reasonRequired: true,
  },
  'authority.submitUp': {
    subject: {
      vi: 'Hồ sơ trình cấp trên: {nomineeName} – {unitName}',
      en: 'Submitted to the next tier: {nomineeName} – {unitName}',
    },
    body: [
      {
        vi: 'Hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}) đã được trình cấp có thẩm quyền cao hơn xem xét, quyết định.',
        en: 'The nomination of {nomineeName} ({unitName}) has been submitted to the next tier of authority.',
      },
    ],
    tasks: [
      {
        of: ['nextTier', 'currentOwner'],
        text: {
          vi: 'Kính trình {owner} xem xét, quyết định chậm nhất hết ngày {dueAt}.',
          en: '{owner} is asked to decide by the end of {dueAt}.',
        },
      },
    ],
  },
  'result.publish': {
    subject: { vi: 'Công bố kết quả khen thưởng: {nomineeName}', en: 'Result published: {nomineeName}' },
    body: [
      {
        vi: 'Kết quả khen thưởng {nomineeName} ({unitName}) theo Quyết định số {decisionNumber} ngày {decisionDate} đã được công bố.',
        en: 'The award to {nomineeName} ({unitName}) by Decision No. {decisionNumber} of {decisionDate} has been published.',
      },
    ],
    tasks: [
      {
        of: unit,
        text: {
          vi: 'Đề nghị đơn vị thông báo kết quả cho cá nhân, tập thể được khen thưởng chậm nhất hết ngày {dueAt}.',
          en: 'Please pass the result on to the person or collective commended by the end of {dueAt}.',
        },
      },
      {
        of: ['standingBody', 'currentOwner'],
        text: {
          vi: 'Đề nghị bộ phận thường trực theo dõi ý kiến sau công bố và kết thúc hồ sơ khi đến hạn ngày {dueAt}.',
          en: 'The standing body is asked to watch for remarks and close the nomination when due on {dueAt}.',
        },
      },
    ],
  },
  'result.close': {
    subject: { vi: 'Kết thúc hồ sơ: {nomineeName} – {unitName}', en: 'Nomination closed: {nomineeName} – {unitName}' },
    body: [
      {
        vi: 'Hồ sơ khen thưởng của {nomineeName} ({unitName}) theo Quyết định số {decisionNumber} ngày {decisionDate} đã kết thúc và được lưu theo quy định.',
        en: 'The nomination of {nomineeName} ({unitName}), Decision No. {decisionNumber} of {decisionDate}, is closed and filed.',
      },
    ],
    tasks: [],
    inform: over,
  },
} as const satisfies NoticeTexts<
  'authority.award' | 'authority.refuse' | 'authority.submitUp' | 'result.publish' | 'result.close'
>;
