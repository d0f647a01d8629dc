import { programmes } from './examples/programmes.ts';
import { plan, round, roundApplied, roundView, whyRound } from './examples/round.ts';
import type { Fakes } from './fakeWorld.ts';

export const { roundId } = round;
const now = () => '2021-05-10T02:00:00.000Z';

/** A client that knows the one round and keeps what it is sent. */
export function knowing(result = roundApplied) {
  const sent: unknown[][] = [];
  const asked: unknown[] = [];
  const client: Fakes['client'] = {
    now,
    rounds: async (filter) => {
      asked.push(filter);
      return [round];
    },
    round: async () => roundView,
    programmes: async () => programmes,
    proposedPlan: async () => plan,
    whyRound: async () => whyRound,
    timeline: async () => [
      {
        ...{ revision: 2, type: 'plan.approve' as const, at: '2021-03-20T02:00:00.000Z', from: 'planReview' as const },
        ...{ to: 'approved' as const, reason: null, facts: {}, refusals: [] },
        who: { id: 'syt.director', name: 'Lê Văn Giám Đốc', role: 'approvingAuthority' as const },
      },
    ],
    actOnRound: async (...args: unknown[]) => {
      sent.push(args);
      return result;
    },
  };
  return { client, sent, asked };
}
