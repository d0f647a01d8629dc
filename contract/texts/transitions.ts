import type { EventType } from '../events.ts';
import type { Text } from './text.ts';

/** What each act is called on a button, in the timeline and on the diagram. */
export const transitionTexts = {
  'nomination.open': { vi: 'Lập hồ sơ đề nghị', en: 'Open the nomination' },
  'draft.amend': { vi: 'Sửa hồ sơ', en: 'Amend the dossier' },
  'draft.signOff': { vi: 'Ký tờ trình, gửi hồ sơ', en: 'Sign off and submit' },
  'review.return': { vi: 'Trả hồ sơ để bổ sung', en: 'Return for supplement' },
  'supplement.submit': { vi: 'Nộp hồ sơ bổ sung', en: 'Submit the supplement' },
  'appraisal.request': { vi: 'Lấy ý kiến thẩm định', en: 'Ask for appraisal' },
  'appraisal.give': { vi: 'Cho ý kiến thẩm định', en: 'Give an appraisal' },
  'appraisal.close': { vi: 'Kết thúc lấy ý kiến', en: 'Go on without the missing opinions' },
  'review.shortlist': { vi: 'Xét chọn, đề cử', en: 'Shortlist' },
  'review.notSelect': { vi: 'Không xét chọn', en: 'Do not select' },
  'council.recommend': { vi: 'Hội đồng đề nghị khen thưởng', en: 'Council recommends' },
  'council.notRecommend': { vi: 'Hội đồng không đề nghị', en: 'Council does not recommend' },
  'council.sendBack': { vi: 'Hội đồng trả lại bộ phận phụ trách', en: 'Council sends back' },
  'authority.award': { vi: 'Quyết định khen thưởng', en: 'Award' },
  'authority.refuse': { vi: 'Không khen thưởng', en: 'Refuse' },
  'authority.sendBack': { vi: 'Trả lại bộ phận phụ trách', en: 'Send back' },
  'authority.submitUp': { vi: 'Trình cấp trên', en: 'Submit to the next tier' },
  'result.publish': { vi: 'Công bố kết quả', en: 'Publish the result' },
  'result.close': { vi: 'Kết thúc hồ sơ', en: 'Close the file' },
  'nomination.hold': { vi: 'Tạm dừng xem xét', en: 'Put on hold' },
  'nomination.resume': { vi: 'Tiếp tục xem xét', en: 'Resume' },
  'nomination.withdraw': { vi: 'Rút hồ sơ', en: 'Withdraw' },
  'nomination.revive': { vi: 'Khôi phục hồ sơ đã rút', en: 'Revive' },
  'deadline.change': { vi: 'Điều chỉnh thời hạn', en: 'Change deadlines' },
  'round.suspend': { vi: 'Tạm dừng đợt thi đua', en: 'Suspend the round' },
  'round.resume': { vi: 'Tiếp tục đợt thi đua', en: 'Resume the round' },
  'round.cancel': { vi: 'Hủy đợt thi đua', en: 'Cancel the round' },
  'deadline.pass': { vi: 'Hết thời hạn', en: 'Deadline passes' },
} as const satisfies Record<EventType, Text>;
