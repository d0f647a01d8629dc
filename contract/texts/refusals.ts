import { localDay } from '../calendarDay.ts';
import type { Refusal, RefusalCode } from '../refusals.ts';
import { day, timeOf } from './dates.ts';
import { deadlineTexts } from './deadlines.ts';
import { kindTexts } from './kinds.ts';
import { changeRefusalTexts } from './refusals/changes.ts';
import { notThisRole, roleRefusalText } from './refusals/role.ts';
import { roundCancelled, roundRefusalTexts } from './refusals/rounds.ts';
import type { RefusalText } from './refusals/shape.ts';
import { roleTexts } from './roles.ts';
import { roundDeadlineTexts } from './round/deadlines.ts';
import { roundStateTexts } from './round/states.ts';
import { roundTransitionTexts } from './round/transitions.ts';
import { stateTexts } from './states.ts';
import type { Locale, Text } from './text.ts';
import { say } from './text.ts';
import { transitionTexts } from './transitions.ts';

/** Placeholders are the keys of the refusal's `detail`; `sayRefusal` fills them in words. */
export const refusalTexts = {
  NOT_NOW: {
    message: {
      vi: 'Không thể thực hiện “{event}” khi hồ sơ đang ở bước “{state}”.',
      en: '“{event}” is not possible while the nomination is in “{state}”.',
    },
    lift: { vi: 'Chỉ thực hiện được ở: {possibleIn}.', en: 'It is possible only in: {possibleIn}.' },
  },
  NOT_YOUR_ROLE: notThisRole,
  NOT_YOUR_BODY: {
    message: {
      vi: 'Ông/Bà giữ vai trò {as} ở cơ quan, đơn vị khác, không phải nơi giải quyết hồ sơ này.',
      en: 'You are {as} for another body than the one this nomination is with.',
    },
    lift: { vi: 'Người giữ vai trò này tại {bodies} thực hiện.', en: 'Whoever holds the role for {bodies} may do it.' },
  },
  OWN_DOSSIER: {
    message: {
      vi: 'Ông/Bà không được giải quyết hồ sơ đề nghị khen thưởng của chính mình hoặc của tập thể mình công tác.',
      en: 'Nobody acts on a nomination of themselves, nor as an official on that of their own collective.',
    },
    lift: {
      vi: 'Người khác cùng vai trò thực hiện; không ai được miễn quy định này.',
      en: 'Another holder of the role must act; nobody can waive this.',
    },
  },
  SECOND_CAPACITY: {
    message: {
      vi: 'Ông/Bà đã xử lý hồ sơ này với vai trò {actedAs}, không được xử lý tiếp với vai trò {as}.',
      en: 'You have acted on this nomination as {actedAs} and may not act on it as {as} too.',
    },
    lift: {
      vi: 'Người khác giữ vai trò {as} thực hiện; không ai được miễn quy định này.',
      en: 'Another person holding the role {as} must act; nobody can waive this.',
    },
  },
  FROM_NOMINEES_BODY: {
    message: {
      vi: 'Theo quy định của phong trào, người công tác tại đơn vị đề nghị ({body}) không tham gia xét hồ sơ của đơn vị mình.',
      en: 'By the movement’s rules, officials who work in the nominating unit ({body}) take no part in its nominations.',
    },
    lift: { vi: 'Người công tác ở nơi khác thực hiện.', en: 'An official from another body must act.' },
  },
  PAST_DEADLINE: {
    message: { vi: 'Đã quá thời hạn ({dueAt}).', en: 'The deadline has passed ({dueAt}).' },
    lift: {
      vi: 'Chỉ việc gia hạn theo kế hoạch của phong trào mới mở lại thời hạn.',
      en: 'Only an extension under the movement’s plan reopens it.',
    },
  },
  BEFORE_DUE: {
    message: { vi: 'Chưa đến thời điểm được thực hiện ({dueAt}).', en: 'It is too early: not before {dueAt}.' },
    lift: { vi: 'Thực hiện từ {dueAt}.', en: 'Possible from {dueAt}.' },
  },
  REASON_MISSING: {
    message: { vi: 'Phải nêu lý do hoặc nội dung ý kiến.', en: 'A reason, or the text of the opinion, is required.' },
    lift: { vi: 'Bổ sung lý do rồi gửi lại.', en: 'Give the reason and send again.' },
  },
  ITEMS_MISSING: {
    message: { vi: 'Phải nêu ít nhất một nội dung cần bổ sung.', en: 'Name at least one item to be supplied.' },
    lift: {
      vi: 'Liệt kê một lần, đầy đủ các nội dung cần bổ sung.',
      en: 'List all the missing items, once and in full.',
    },
  },
  DATE_NOT_AHEAD: {
    message: { vi: 'Thời hạn đặt ra phải sau thời điểm hiện tại.', en: 'The due date must lie in the future.' },
    lift: { vi: 'Chọn ngày muộn hơn.', en: 'Choose a later day.' },
  },
  RETURNS_EXHAUSTED: {
    message: {
      vi: 'Hồ sơ đã được trả đủ {maxReturns} lần, không trả thêm được nữa.',
      en: 'The dossier has been returned {maxReturns} times, the most allowed.',
    },
    lift: { vi: 'Xét chọn hoặc không xét chọn theo hồ sơ hiện có.', en: 'Decide on the dossier as it stands.' },
  },
  DIVISIONS_MISSING: {
    message: { vi: 'Phải chọn ít nhất một phòng để lấy ý kiến.', en: 'Choose at least one division to ask.' },
    lift: { vi: 'Chọn phòng chuyên môn rồi gửi lại.', en: 'Choose a division and send again.' },
  },
  DIVISION_UNKNOWN: {
    message: {
      vi: '“{division}” không thuộc danh sách phòng được lấy ý kiến.',
      en: '“{division}” is not among the divisions that may be asked.',
    },
    lift: { vi: 'Chọn trong: {divisions}.', en: 'Choose among: {divisions}.' },
  },
  DIVISION_NOT_ASKED: {
    message: {
      vi: '“{division}” không được lấy ý kiến về hồ sơ này.',
      en: '“{division}” was not asked about this nomination.',
    },
    lift: { vi: 'Các phòng đang được lấy ý kiến: {asked}.', en: 'Opinions are awaited from: {asked}.' },
  },
  OPINION_ALREADY_GIVEN: {
    message: { vi: '“{division}” đã cho ý kiến.', en: '“{division}” has already given its opinion.' },
    lift: {
      vi: 'Bộ phận phụ trách có thể lấy ý kiến lại.',
      en: 'The body in charge may ask for an opinion again.',
    },
  },
  NO_NEXT_TIER: {
    message: { vi: 'Không còn cấp trên để trình theo kế hoạch này.', en: 'There is no next tier to submit to.' },
    lift: { vi: 'Cấp hiện tại phải quyết định.', en: 'The present authority must decide.' },
  },
  RESOLUTION_MISSING: {
    message: {
      vi: 'Phải ghi số biên bản hoặc nghị quyết của Hội đồng.',
      en: 'The number of the council’s minutes or resolution is required.',
    },
    lift: { vi: 'Ghi số biên bản rồi gửi lại.', en: 'Give the number and send again.' },
  },
  DECISION_NUMBER_MISSING: {
    message: { vi: 'Phải ghi số quyết định khen thưởng.', en: 'The number of the award decision is required.' },
    lift: { vi: 'Ghi số quyết định rồi gửi lại.', en: 'Give the number and send again.' },
  },
  DECISION_DATE_AHEAD: {
    message: {
      vi: 'Ngày quyết định ({decisionDate}) không được sau ngày hôm nay.',
      en: 'The decision’s date ({decisionDate}) may not lie after today.',
    },
    lift: { vi: 'Ghi lại ngày ký quyết định.', en: 'Correct the date of signature.' },
  },
  STALE_REVISION: {
    message: {
      vi: 'Hồ sơ đã thay đổi sau lần xem của Ông/Bà (lần thay đổi {expected}, nay là lần {revision}).',
      en: 'The nomination has changed since you looked (revision {expected}, now {revision}).',
    },
    lift: { vi: 'Xem lại hồ sơ rồi thực hiện lại.', en: 'Look again, then repeat the act.' },
  },
  WINDOW_NOT_OPEN: {
    message: {
      vi: 'Phong trào nhận đề nghị từ {from} đến hết ngày {to}.',
      en: 'The movement takes nominations from {from} to the end of {to}.',
    },
    lift: {
      vi: 'Nộp trong thời gian nhận đề nghị; cấp phê duyệt kế hoạch có thể điều chỉnh thời gian.',
      en: 'Nominate within that time; the authority that approved the plan may change it.',
    },
  },
  KIND_NOT_AWARDED: {
    message: {
      vi: 'Phong trào này không xét khen thưởng {kind}.',
      en: 'This movement has no awards for this kind of recipient ({kind}).',
    },
    lift: {
      vi: 'Chọn phong trào khác, hoặc đề nghị đối tượng phù hợp.',
      en: 'Choose another movement, or nominate the other kind of recipient.',
    },
  },
  ...roundRefusalTexts,
  ...changeRefusalTexts,
} as const satisfies Record<RefusalCode, RefusalText>;

/**
 * Gives the refusal in words: message, and who or what lifts it. States, acts, roles and instants in the detail become
 * their labels; ids of bodies become their names where `names` has them.
 */
export function sayRefusal(
  refusal: Refusal,
  locale: Locale,
  names: Record<string, string> = {},
): { message: string; lift: string } {
  const values = Object.fromEntries(
    Object.entries(refusal.detail).map(([key, value]) => [
      key,
      value
        .split(',')
        .map((part) => word(part, wordsOf(refusal, key), locale, names))
        .join(', '),
    ]),
  );
  const text = textOf(refusal);
  return { message: say(text.message, locale, values), lift: say(text.lift, locale, values) };
}

function textOf(refusal: Refusal): RefusalText {
  if (refusal.code === 'NOT_NOW' && isOfRound(refusal)) return roundNotNow;
  if (refusal.code === 'NOT_YOUR_ROLE') return roleRefusalText(refusal);
  if (refusal.code === 'ROUND_NOT_OPEN' && refusal.detail.state === 'cancelled') return roundCancelled;
  return refusalTexts[refusal.code];
}

const roundWords: Record<string, Text> = { ...roundStateTexts, ...roundTransitionTexts };
const words: Record<string, Text> = { ...roundWords, ...kindTexts, ...stateTexts, ...transitionTexts, ...roleTexts };
const deadlineWords: Record<string, Text> = { ...roundDeadlineTexts, ...deadlineTexts };
const roundDeadlineWords: Record<string, Text> = { ...deadlineTexts, ...roundDeadlineTexts };

/** States of a round and of a nomination, and deadlines, share some codes: what a code means depends on who says it. */
function wordsOf({ code, detail }: Refusal, key: string): Record<string, Text> {
  const ofRound = isOfRound({ code, detail });
  if (key === 'deadline') return ofRound ? roundDeadlineWords : deadlineWords;
  return ofRound ? { ...words, ...roundWords } : words;
}

function isOfRound({ code, detail }: Refusal): boolean {
  return code in roundRefusalTexts || detail.of === 'round';
}

const roundNotNow: RefusalText = {
  message: {
    vi: 'Không thể thực hiện “{event}” khi đợt thi đua đang ở bước “{state}”.',
    en: '“{event}” is not possible while the round is in “{state}”.',
  },
  lift: refusalTexts.NOT_NOW.lift,
};

function word(code: string, known: Record<string, Text>, locale: Locale, names: Record<string, string>): string {
  if (/^\d{4}-\d\d-\d\dT/.test(code)) return localInstant(code, locale);
  if (/^\d{4}-\d\d-\d\d$/.test(code)) return localDate(code, locale);
  return known[code]?.[locale] ?? names[code] ?? code;
}

function localDate(date: string, locale: Locale): string {
  return locale === 'vi' ? day(date) : date;
}

function localInstant(at: string, locale: Locale): string {
  return `${timeOf(at)} ${localDate(localDay(at), locale)}`;
}
