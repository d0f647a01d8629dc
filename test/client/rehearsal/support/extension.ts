import type { AppliedChange } from '../../../../client/rehearsal/play/roundLife.ts';
import { roundId } from './smallSeason.ts';

export const changed = { id: 'c1', at: '2021-12-01T00:00:00.000Z', dueAt: '2022-01-10T16:59:59.999Z' };

/** The extension of the season's one round, as its maker knows it. */
export const extension: AppliedChange = {
  roundId,
  spec: { kind: 'deadline', scope: { roundId }, deadline: 'draft', to: { on: '2022-01-10' } },
  preview: {
    hash: 'h',
    at: changed.at,
    spec: {},
    subjects: [
      {
        kind: 'round',
        id: roundId,
        revision: 4,
        state: { from: 'open', to: 'open' },
        unitId: null,
        deadlines: [],
        timer: { from: null, to: changed.dueAt },
        rules: [],
        matters: [
          {
            key: 'open',
            queue: { from: null, to: null },
            dueAt: { from: null, to: changed.dueAt },
            nextEscalationAt: { from: null, to: null },
            level: { from: null, to: null },
            reminders: { dropped: [], added: [] },
          },
        ],
        notices: [{ template: 'deadline.change', personId: 'bvbr.head', personName: 'x' }],
      },
    ],
    untouched: [],
    totals: { nominations: 0, rounds: 1, deadlines: 1, timers: 1, reminders: 0, people: 1, notices: 1 },
  },
  progress: {
    changeId: changed.id,
    appliedAt: changed.at,
    by: 'vps.secretary',
    reason: 'x',
    spec: {},
    hash: 'h',
    total: 1,
    applied: 1,
    refused: 0,
    waiting: 0,
  },
};
