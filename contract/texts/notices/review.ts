import type { NoticeTexts } from './shape.ts';

const unitOwns = ['submittingUnit', 'unitHead', 'currentOwner'] as const;
const reviewer = ['bodyInCharge', 'currentOwner'] as const;

/** Notices of the body in charge and of the appraising divisions. */
export const reviewNotices = {
  'review.return': {
    subject: {
      vi: 'Đề nghị bổ sung hồ sơ chậm nhất ngày {dueAt}: {nomineeName}',
      en: 'Supplement needed by {dueAt}: {nomineeName}',
    },
    body: [
      {
        vi: 'Hồ sơ đề nghị khen thưởng của {nomineeName} được trả lại để {unitName} bổ sung. Các nội dung cần bổ sung, hướng dẫn một lần đầy đủ:',
        en: 'The nomination of {nomineeName} is returned to {unitName} for supplement. What is missing, in one complete list:',
      },
      { vi: '{items}', en: '{items}' },
    ],
    tasks: [
      {
        of: unitOwns,
        text: {
          vi: 'Đề nghị đơn vị bổ sung đủ các nội dung trên và gửi lại hồ sơ chậm nhất hết ngày {dueAt}. Quá thời hạn này, hồ sơ sẽ hết hiệu lực.',
          en: 'Please supply every item above and submit the dossier again by the end of {dueAt}. After that the nomination expires.',
        },
      },
    ],
  },
  'appraisal.request': {
    subject: {
      vi: 'Đề nghị thẩm định chậm nhất ngày {dueAt}: {nomineeName}',
      en: 'Appraisal requested by {dueAt}: {nomineeName}',
    },
    body: [
      {
        vi: 'Bộ phận phụ trách phong trào “{movementTitle}” đề nghị thẩm định nội dung thuộc lĩnh vực chuyên môn trong hồ sơ đề nghị khen thưởng của {nomineeName} ({unitName}).',
        en: 'The body in charge of the movement “{movementTitle}” asks for an appraisal, in your field, of the nomination of {nomineeName} ({unitName}).',
      },
    ],
    tasks: [
      {
        of: ['appraisingDivisions', 'currentOwner'],
        text: {
          vi: 'Đề nghị phòng chuyên môn xem hồ sơ và cho ý kiến (đồng ý; đồng ý, có ý kiến thêm; hoặc không đồng ý) chậm nhất hết ngày {dueAt}.',
          en: 'Please read the dossier and give your opinion (agree, agree with remarks, or disagree) by the end of {dueAt}.',
        },
      },
    ],
  },
  'appraisal.give': {
    subject: { vi: 'Đã có ý kiến thẩm định: {nomineeName}', en: 'Appraisal given: {nomineeName}' },
    body: [
      {
        vi: 'Đã có ý kiến thẩm định đối với hồ sơ đề nghị khen thưởng của {nomineeName}.',
        en: 'An appraisal of the nomination of {nomineeName} has been given.',
      },
      { vi: 'Người cho ý kiến: {actorName}.', en: 'Given by: {actorName}.' },
    ],
    tasks: [
      {
        of: reviewer,
        text: {
          vi: 'Đề nghị bộ phận phụ trách xem ý kiến và tiếp tục xem xét hồ sơ khi đã đủ ý kiến, chậm nhất hết ngày {dueAt}.',
          en: 'Please read the opinion and go on with the review once all opinions are in, by the end of {dueAt}.',
        },
      },
    ],
    internal: true,
  },
  'appraisal.close': {
    subject: { vi: 'Kết thúc thẩm định: {nomineeName}', en: 'Appraisal closed: {nomineeName}' },
    body: [
      {
        vi: 'Việc thẩm định hồ sơ đề nghị khen thưởng của {nomineeName} đã kết thúc.',
        en: 'The appraisal of the nomination of {nomineeName} is closed.',
      },
    ],
    tasks: [
      {
        of: reviewer,
        text: {
          vi: 'Đề nghị bộ phận phụ trách căn cứ ý kiến thẩm định để xét chọn hoặc trả lại hồ sơ chậm nhất hết ngày {dueAt}.',
          en: 'In the light of the opinions, please shortlist or return the nomination by the end of {dueAt}.',
        },
      },
    ],
    internal: true,
  },
  'review.shortlist': {
    subject: { vi: 'Hồ sơ được xét chọn, đề cử: {nomineeName}', en: 'Nomination shortlisted: {nomineeName}' },
    body: [
      {
        vi: 'Bộ phận phụ trách đã xét chọn, đề cử {nomineeName} ({unitName}) trong phong trào “{movementTitle}”. Tình trạng hiện nay: {state}.',
        en: 'The body in charge has shortlisted {nomineeName} ({unitName}) in the movement “{movementTitle}”. The nomination now stands at: {state}.',
      },
    ],
    tasks: [
      {
        of: ['currentOwner', 'standingBody', 'approvingAuthority'],
        text: {
          vi: 'Đề nghị {owner} tổng hợp và xem xét hồ sơ chậm nhất hết ngày {dueAt}.',
          en: '{owner} is asked to take the nomination up by the end of {dueAt}.',
        },
      },
    ],
  },
  'review.notSelect': {
    subject: { vi: 'Hồ sơ không được chọn: {nomineeName}', en: 'Nomination not selected: {nomineeName}' },
    body: [
      {
        vi: 'Sau khi xét chọn trong phong trào “{movementTitle}”, bộ phận phụ trách không đề cử hồ sơ của {nomineeName} ({unitName}).',
        en: 'After the selection in the movement “{movementTitle}” the body in charge does not put forward the nomination of {nomineeName} ({unitName}).',
      },
    ],
    tasks: [
      {
        of: unitOwns,
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
    reasonRequired: true,
  },
} as const satisfies NoticeTexts<
  'review.return' | 'appraisal.request' | 'appraisal.give' | 'appraisal.close' | 'review.shortlist' | 'review.notSelect'
>;
