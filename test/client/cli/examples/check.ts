import type { CheckReport } from '../../../../client/check/types.ts';

/** What the look over an installation gives when nothing is wrong. */
export const cleanCheck: CheckReport = {
  checkedAt: '2021-11-20T02:05:00.000Z',
  counts: {
    ...{ nominations: 3, rounds: 1, returns: 1, appraisals: 0, workItems: 7, reminders: 4, notices: 12, changes: 0 },
  },
  engine: false,
  violations: [],
  warnings: [],
};
