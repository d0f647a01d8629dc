import type { NoticeTemplate } from '../nomination.ts';
import { changeNotices } from './notices/changes.ts';
import { councilNotices } from './notices/council.ts';
import { courseNotices } from './notices/course.ts';
import { launchNotices } from './notices/launch.ts';
import { personalNotices } from './notices/personal.ts';
import { planNotices } from './notices/plan.ts';
import { resultNotices } from './notices/result.ts';
import { reviewNotices } from './notices/review.ts';
import type { NoticeText } from './notices/shape.ts';
import { standingNotices } from './notices/standing.ts';
import { unitNotices } from './notices/unit.ts';

/** The text of every notice, by template. A template without a text does not compile. */
export const noticeTexts: Record<NoticeTemplate, NoticeText> = {
  ...unitNotices,
  ...reviewNotices,
  ...councilNotices,
  ...resultNotices,
  ...standingNotices,
  ...changeNotices,
  ...personalNotices,
  ...planNotices,
  ...launchNotices,
  ...courseNotices,
} satisfies Record<NoticeTemplate, NoticeText>;

/** Gives whether a text is kept under this name: an outbox row may come from a newer version. */
export function isNoticeTemplate(name: string): name is NoticeTemplate {
  return Object.hasOwn(noticeTexts, name);
}
