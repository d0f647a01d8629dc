import type { NoticeTemplate } from '../../contract/nomination.ts';
import { noticeTexts } from '../../contract/texts/notices.ts';

/** Notices that are always a mail of their own, and why. Any other may be told in a digest. */
const travelAlone: Partial<Record<NoticeTemplate, string>> = {
  'review.return': 'The unit has days to supply what is missing, and then the nomination expires.',
  'plan.return': 'The plan has to be revised and submitted again before its movement can open.',
  'review.notSelect': 'A refusal: it has a deadline of its own, and its delivery must be provable by itself.',
  'council.notRecommend': 'A refusal: it has a deadline of its own, and its delivery must be provable by itself.',
  'authority.refuse': 'A refusal: it has a deadline of its own, and its delivery must be provable by itself.',
  'deadline.expired': 'The nomination is over; while the movement is open the unit can still open a new one.',
  'nomination.withdraw': 'It can be revived within days only.',
  'progress.nudge': 'A person wrote it to a person.',
};

/** Templates whose notices may be put together in one mail. */
export const digestible: readonly NoticeTemplate[] = (Object.keys(noticeTexts) as NoticeTemplate[]).filter(
  (template) => travelAlone[template] === undefined,
);
