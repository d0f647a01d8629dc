import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../contract/canonicalJson.ts';
import { planHash } from '../../../programmes/rounds.ts';
import { nextRoundBeat } from '../play/roundLife.ts';
import type { Check, Findings } from './check.ts';
import { holdsUnless, skipped } from './check.ts';

/** The rounds: planned, approved, launched, passed through their stages, and over. */
export function roundChecks(findings: Findings): Check[] {
  const { rows, roundLives, evidence } = findings;
  const { rounds, roundTransitions, plans, handovers } = evidence;
  const cancelled = new Set(rows.filter(({ incidents }) => incidents.includes('cancelled')).map((row) => row.roundId));
  const notOver = rows
    .map(({ roundId }) => ({ roundId, state: rounds.find(({ id }) => id === roundId)?.state ?? '–' }))
    .filter(({ roundId, state }) => state !== (cancelled.has(roundId) ? 'cancelled' : 'closed'))
    .map(({ roundId, state }) => `${roundId}: ${state}`);
  const astray = roundLives.flatMap((life) => [
    ...life.mishaps.map(({ lane, text }) => `${life.plan.roundId} ${lane}: ${text}`),
    ...life.plan.lanes
      .filter(({ name }) => nextRoundBeat(life, name) !== null)
      .map(({ name }) => `${life.plan.roundId} ${name}: not done`),
  ]);

  const frozen = rows.flatMap(({ roundId }) => {
    const approved = plans.find((each) => each.roundId === roundId && each.approved);
    const round = rounds.find(({ id }) => id === roundId);
    const same =
      approved !== undefined &&
      planHash(approved.content) === approved.hash &&
      round?.snapshot.context.approved?.hash === approved.hash;
    return same ? [] : [roundId];
  });
  const hands = (type: string, roundId: string) =>
    roundTransitions.findLast((each) => each.roundId === roundId && each.type === type)?.actorId;
  const sameHands = rows
    .filter(({ roundId }) => hands('plan.submit', roundId) === hands('plan.approve', roundId))
    .map(({ roundId }) => roundId);
  const returned = roundTransitions.filter(({ type }) => type === 'plan.return').length;

  const lists = handovers
    .filter(({ nominations, listHash }) => sha256(canonicalJson(nominations)) !== listHash)
    .map(({ roundId, stage }) => `${roundId} ${stage}`);
  return [
    holdsUnless('roundsOver', notOver, { count: rows.length - cancelled.size, cancelled: cancelled.size }),
    holdsUnless('roundsAsTold', astray, {
      count: roundLives.reduce(
        (sum, { plan }) => sum + plan.lanes.reduce((all, { beats }) => all + beats.length, 0),
        0,
      ),
    }),
    holdsUnless('plansApproved', [...frozen, ...sameHands], { count: rows.length, returned }),
    ...openingChecks(findings),
    holdsUnless('stagesHandedOn', lists, { count: handovers.length }),
    ...unitChecks(findings),
  ];
}

/** Nothing opens before its plan is approved, and each nomination is taken by the round in whose window it was received. */
function openingChecks({ evidence }: Findings): Check[] {
  const { rounds, roundTransitions, nominations, inbox } = evidence;
  const approvedAt = new Map(
    roundTransitions.filter(({ type }) => type === 'plan.approve').map(({ roundId, at }) => [roundId, at]),
  );
  const early = nominations.filter(({ roundId, openedAt }) => openedAt < (approvedAt.get(roundId ?? '') ?? '9999'));
  const refused = inbox.filter(({ refusals }) => refusals.some(({ code }) => code === 'ROUND_NOT_OPEN'));
  const within = (roundId: string | null, unitId: string, at: string): boolean => {
    const { approved, unitWindows } = rounds.find(({ id }) => id === roundId)?.snapshot.context ?? {};
    return approved != null && approved.nominationsFrom <= at && at <= (unitWindows?.[unitId] ?? approved.closesAt);
  };
  const outside = nominations.filter(({ roundId, unitId, openedAt }) => !within(roundId, unitId, openedAt));
  const turnedAway = inbox.filter(
    ({ opening, refusals }) => opening && refusals.some(({ code }) => code === 'WINDOW_NOT_OPEN'),
  );
  const wronged = turnedAway.filter(({ opening, at }) =>
    rounds.some(({ id, movementId }) => movementId === opening?.movementId && within(id, opening.unitId, at)),
  );
  return [
    holdsUnless(
      'nothingBeforeApproval',
      early.map(({ id }) => id),
      { count: nominations.length, tried: refused.length },
    ),
    holdsUnless(
      'openedInWindow',
      [...outside.map(({ id, openedAt }) => `${id} ${openedAt}`), ...wronged.map(({ id, at }) => `${id} ${at}`)],
      { count: nominations.length, turnedAway: turnedAway.length },
    ),
  ];
}

/** What the units were asked to do: answer the launch, register, sign covenants. */
function unitChecks({ rows, roundLives, evidence }: Findings): Check[] {
  const { answers, registrations, covenants, roundTransitions } = evidence;
  const answered = (roundId: string, unit: string) =>
    answers.find((each) => each.roundId === roundId && each.unitId === unit);
  const unlike = roundLives.flatMap(({ plan: { roundId, participation } }) =>
    Object.entries(participation).flatMap(([unit, how]) => {
      const expected = how === 'silent' ? undefined : how !== 'declines';
      return answered(roundId, unit)?.takesPart === expected ? [] : [`${roundId} ${unit}: ${how}`];
    }),
  );
  const uncovered = rows
    .filter(({ covered }) => covered)
    .filter(({ roundId, units }) => !units.every((unit) => answered(roundId, unit)?.takesPart))
    .map(({ roundId }) => `${roundId} < 100 %`);
  const asked = roundLives.reduce((sum, { plan }) => sum + Object.keys(plan.participation).length, 0);
  const late = roundLives.filter(({ plan }) => Object.values(plan.participation).includes('late'));
  const unchased = late
    .filter(({ plan }) => !roundTransitions.some((each) => each.roundId === plan.roundId && isEscalation(each)))
    .map(({ plan }) => plan.roundId);
  const signed = (kind: string): number => covenants.filter((each) => each.kind === kind).length;
  const signing = holdsUnless(
    'covenantsSigned',
    (['withinUnit', 'betweenUnits'] as const).filter((kind) => signed(kind) === 0),
    { within: signed('withinUnit'), between: signed('betweenUnits'), registrations: registrations.length },
  );
  return [
    holdsUnless('unitsAnswered', [...unlike, ...uncovered], {
      count: answers.length,
      of: asked,
      covered: rows.filter(({ covered }) => covered).length,
    }),
    holdsUnless('lateUnitsChased', unchased, { count: late.length }),
    late.length > 0 ? signing : skipped(signing),
  ];
}

function isEscalation({ type, from, to }: Findings['evidence']['roundTransitions'][number]): boolean {
  return type === 'deadline.pass' && from === 'open' && to === 'open';
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
