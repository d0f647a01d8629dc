import { endOfDay } from '../../../contract/calendarDay.ts';
import type { StateName } from '../../../contract/states.ts';
import type { Transition } from '../evidence.ts';
import { nextBeat } from '../play/life.ts';
import type { Check, Findings } from './check.ts';
import { holdsUnless } from './check.ts';

const endings: Partial<Record<StateName, readonly StateName[]>> = {
  expired: ['draft', 'returned'],
  withdrawnForGood: ['withdrawn'],
};

/** Deadlines: only what the nominating side left undone ends, and an official's lateness goes up the chain. */
export function deadlineChecks({ lives, evidence }: Findings): Check[] {
  const { transitions, inbox, nominations } = evidence;
  const passed = transitions.filter(({ type }) => type === 'deadline.pass');
  const ended = passed.filter(({ to }) => to in endings);
  const wrongly = ended.filter(({ from, to }) => !from || !endings[to]?.includes(from)).map(describe);
  const dueOf = dueReader(evidence);
  const early = ended.filter((each) => each.at <= (dueOf(each) ?? '')).map(describe);

  // One whose people did not get through their script says nothing about the officials' lateness.
  const late = lives.filter(
    (life) => life.plan.escalates && life.mishaps.length === 0 && life.nominationId !== null && nextBeat(life) === null,
  );
  const escalations = (id: string | null) =>
    passed.filter((each) => each.nominationId === id && each.from === each.to && each.to !== 'published').length;
  const unnoticed = late
    .filter(({ nominationId }) => escalations(nominationId) === 0)
    .map(({ nominationId, plan }) => `${nominationId} (${plan.story})`);
  const expiredLate = late
    .filter(({ nominationId }) => nominations.find(({ id }) => id === nominationId)?.state === 'expired')
    .map(({ nominationId }) => String(nominationId));

  const lateJudged = inbox.flatMap(({ id, at, refusals }) =>
    refusals.filter(({ code, detail }) => code === 'PAST_DEADLINE' && at <= (detail.dueAt ?? '')).map(() => id),
  );
  return [
    holdsUnless('onlyUnitsExpire', [...wrongly, ...early], { count: ended.length }),
    holdsUnless('latenessEscalates', [...unnoticed, ...expiredLate], {
      count: late.length,
      escalations: passed.length - ended.length,
    }),
    holdsUnless('inTimeNeverLate', lateJudged, {
      count: inbox.filter(({ refusals }) => refusals.some(({ code }) => code === 'PAST_DEADLINE')).length,
    }),
  ];
}

/** Gives when the stage that ended was due: the window's end, the day on the return's form, or the days after the withdrawal. */
function dueReader({
  nominations,
  transitions,
  inbox,
  rounds,
}: Findings['evidence']): (ended: Transition) => string | undefined {
  const byId = new Map(nominations.map((each) => [each.id, each]));
  const roundById = new Map(rounds.map((each) => [each.id, each.snapshot.context]));
  const forms = new Map(inbox.map((row) => [row.id, row]));
  return ({ nominationId, revision, from }) => {
    if (from === 'draft') {
      const { roundId, unitId } = byId.get(nominationId) ?? {};
      const context = roundById.get(roundId ?? '');
      return context?.unitWindows[unitId ?? ''] ?? context?.approved?.closesAt;
    }
    const before = transitions.filter(
      (each) => each.nominationId === nominationId && each.revision < revision && each.to === from,
    );
    const entered = before.findLast((each) => each.from !== from && each.type !== 'nomination.resume');
    const dueOn = forms.get(entered?.inboxId ?? '')?.dueOn;
    return dueOn ? endOfDay(dueOn) : entered?.at;
  };
}

function describe({ nominationId, from, to, at }: Transition): string {
  return `${nominationId}: ${from} → ${to} ${at}`;
}
