import type { NoticeTexts } from './shape.ts';

const unit = ['submittingUnit', 'unitHead'] as const;
const reviewer = ['bodyInCharge', 'currentOwner'] as const;
const unitOwns = [...unit, 'currentOwner'] as const;

/** Notices of what the nominating unit does. */
export const unitNotices = {
  'nomination.open': {
    subject: {
      vi: 'Hồ sơ mới: {nomineeName} – {movementTitle}',
      en: 'New nomination: {nomineeName} – {movementTitle}',
    },
    body: [
      {
        vi: '{unitName} đã lập hồ sơ đề nghị khen thưởng cho {nomineeName} trong phong trào “{movementTitle}” thuộc chương trình “{programmeTitle}”.',
        en: '{unitName} has opened a nomination of {nomineeName} in the movement “{movementTitle}” of the programme “{programmeTitle}”.',
      },
    ],
    tasks: [
      {
        of: unitOwns,
        text: {
          vi: 'Đề nghị đơn vị hoàn thiện hồ sơ và thủ trưởng đơn vị ký trình chậm nhất hết ngày {dueAt}. Quá thời hạn này, hồ sơ chưa ký trình sẽ hết hiệu lực.',
          en: 'Please complete the dossier and have the head of the unit sign it off by the end of {dueAt}. A draft not signed off by then expires.',
        },
      },
    ],
  },
  'draft.amend': {
    subject: { vi: 'Hồ sơ đã được sửa: {nomineeName}', en: 'Draft amended: {nomineeName}' },
    body: [
      {
        vi: '{actorName} đã sửa dự thảo hồ sơ đề nghị khen thưởng của {nomineeName}.',
        en: '{actorName} has amended the draft nomination of {nomineeName}.',
      },
    ],
    tasks: [
      {
        of: unitOwns,
        text: {
          vi: 'Đề nghị kiểm tra nội dung đã sửa và ký trình chậm nhất hết ngày {dueAt}.',
          en: 'Please check what was amended and sign the nomination off by the end of {dueAt}.',
        },
      },
    ],
  },
  'draft.signOff': {
    subject: {
      vi: 'Đơn vị đã trình hồ sơ: {nomineeName} – {unitName}',
      en: 'Nomination submitted: {nomineeName} – {unitName}',
    },
    body: [
      {
        vi: 'Thủ trưởng {unitName} đã ký trình hồ sơ đề nghị khen thưởng của {nomineeName} trong phong trào “{movementTitle}”.',
        en: 'The head of {unitName} has signed off the nomination of {nomineeName} in the movement “{movementTitle}”.',
      },
    ],
    tasks: [
      {
        of: reviewer,
        text: {
          vi: 'Đề nghị bộ phận phụ trách kiểm tra hồ sơ và xét chọn, trả lại bổ sung hoặc lấy ý kiến thẩm định chậm nhất hết ngày {dueAt}.',
          en: 'Please check the dossier and shortlist it, return it for supplement or ask for an appraisal by the end of {dueAt}.',
        },
      },
    ],
  },
  'supplement.submit': {
    subject: {
      vi: 'Đơn vị đã bổ sung hồ sơ: {nomineeName} – {unitName}',
      en: 'Supplement received: {nomineeName} – {unitName}',
    },
    body: [
      {
        vi: '{unitName} đã gửi hồ sơ bổ sung theo yêu cầu đối với đề nghị khen thưởng của {nomineeName}.',
        en: '{unitName} has submitted the supplement asked for in the nomination of {nomineeName}.',
      },
    ],
    tasks: [
      {
        of: reviewer,
        text: {
          vi: 'Đề nghị bộ phận phụ trách đối chiếu nội dung bổ sung với yêu cầu và tiếp tục xem xét chậm nhất hết ngày {dueAt}.',
          en: 'Please compare the supplement with what was asked for and continue the review by the end of {dueAt}.',
        },
      },
    ],
  },
  'nomination.withdraw': {
    subject: {
      vi: 'Đơn vị rút hồ sơ: {nomineeName} – {unitName}',
      en: 'Nomination withdrawn: {nomineeName} – {unitName}',
    },
    body: [
      {
        vi: '{unitName} đã rút hồ sơ đề nghị khen thưởng của {nomineeName}. Việc xem xét hồ sơ này dừng lại.',
        en: '{unitName} has withdrawn the nomination of {nomineeName}. Its consideration stops.',
      },
    ],
    tasks: [
      {
        of: unitOwns,
        text: {
          vi: 'Nếu vẫn muốn đề nghị khen thưởng, đơn vị khôi phục hồ sơ chậm nhất hết ngày {dueAt}; sau đó hồ sơ coi như rút hẳn. Nếu không, đơn vị không phải làm gì thêm.',
          en: 'To pursue the nomination after all, revive it by the end of {dueAt}; after that it counts as withdrawn for good. Otherwise nothing remains to be done.',
        },
      },
    ],
    inform: {
      vi: 'Ông/Bà không phải thực hiện việc gì. Đơn vị có thể khôi phục hồ sơ đến hết ngày {dueAt}.',
      en: 'You have nothing to do. The unit may revive the nomination until the end of {dueAt}.',
    },
  },
  'nomination.revive': {
    subject: {
      vi: 'Hồ sơ được khôi phục: {nomineeName} – {unitName}',
      en: 'Nomination revived: {nomineeName} – {unitName}',
    },
    body: [
      {
        vi: '{unitName} đã khôi phục hồ sơ đề nghị khen thưởng của {nomineeName}. Tình trạng hiện nay: {state}.',
        en: '{unitName} has revived the nomination of {nomineeName}. It now stands at: {state}.',
      },
    ],
    tasks: [
      {
        of: ['currentOwner', ...unit],
        text: {
          vi: 'Đề nghị {owner} tiếp tục xử lý hồ sơ chậm nhất hết ngày {dueAt}.',
          en: '{owner} is asked to continue with the nomination by the end of {dueAt}.',
        },
      },
    ],
  },
} as const satisfies NoticeTexts<
  | 'nomination.open'
  | 'draft.amend'
  | 'draft.signOff'
  | 'supplement.submit'
  | 'nomination.withdraw'
  | 'nomination.revive'
>;
