import { does } from '../plan/beats.ts';
import { signOff, tell, toAward } from './story.ts';

/** What the course of a round brings with it: its plan, its changes, the phase that follows. */
export const roundStories = {
  beforeApproval: tell(
    { vi: 'đề nghị khi kế hoạch chưa được phê duyệt', en: 'opened before the plan was approved' },
    2,
    {
      ends: null,
      opens: 'beforeApproval',
      refusedWith: ['ROUND_NOT_OPEN'],
      beats: () => [],
    },
  ),
  signedInExtension: tell(
    {
      vi: 'soạn trước khi gia hạn, ký trong thời gian gia hạn',
      en: 'drafted before an extension, signed in the days it added',
    },
    3,
    {
      ends: 'closed',
      awards: true,
      opens: 'beforeExtension',
      incident: 'extended',
      always: 2,
      // The window would have been over by then.
      beats: (road) => [does('head', 'draft', 'draft.signOff', { beforeWindow: [4, 5] }), ...toAward(road)],
    },
  ),
  inExtension: tell({ vi: 'đề nghị trong thời gian gia hạn chung', en: 'opened in the days added for everybody' }, 2, {
    ends: 'closed',
    awards: true,
    opens: 'inExtension',
    incident: 'extended',
    beats: (road) => [signOff, ...toAward(road)],
  }),
  inUnitExtension: tell(
    { vi: 'đề nghị trong thời gian gia hạn riêng', en: 'opened in the days added for its unit' },
    2,
    {
      ends: 'closed',
      awards: true,
      opens: 'unitExtension',
      incident: 'unitExtended',
      beats: (road) => [signOff, ...toAward(road)],
    },
  ),
  cancelledWithRound: tell({ vi: 'hủy cùng đợt thi đua', en: 'cancelled with its round' }, 2, {
    ends: 'cancelled',
    opens: 'firstDays',
    incident: 'cancelled',
    always: 2,
    beats: () => [],
  }),
  acrossPhases: tell({ vi: 'đề nghị đúng lúc chuyển đợt', en: 'opened as one phase follows another' }, 6, {
    // Never signed: it expires with the phase it came in, whichever that was.
    ends: 'expired',
    opens: 'phaseEnd',
    always: 6,
    fits: (row) => row.continuesIn !== null,
    beats: () => [],
  }),
  yearsAhead: tell({ vi: 'soạn dở, hạn nhiều năm sau mới đến', en: 'a draft whose deadline is years ahead' }, 2, {
    ends: 'expired',
    opens: 'firstDays',
    always: 2,
    fits: (row) => Date.parse(row.closesAt) - Date.parse(row.opensAt) > 700 * 86_400_000,
    beats: () => [],
  }),
};
