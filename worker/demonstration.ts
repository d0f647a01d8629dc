import { setTimeout as sleep } from 'node:timers/promises';
import type { VinhDanh } from '../client/core/types.ts';
import { endOfDay, localDay } from '../contract/calendarDay.ts';
import type { Programme } from '../contract/programme.ts';
import { queueOf } from '../contract/roles.ts';
import { roundParts } from '../contract/round.ts';
import type { RoundActRequest } from '../contract/roundActs.ts';
import { planHash, proposedPlan, roundsOf } from '../programmes/rounds.ts';
import type { Store } from '../store/connect.ts';
import { holdersOf } from '../store/directory.ts';
import { latestProgrammeVersion } from '../store/programmes.ts';
import { roundById } from '../store/queries/rounds.ts';

/** The programme whose season the demonstration is in the middle of. */
const demonstrated = '004';
/** Left for whoever tries the product: its plan is still to be drafted and approved. */
const leftToTry = new Set(['2.9']);

/**
 * Brings the demonstration's season to where it stands on its first day: the bodies in charge have drafted their plans as
 * the document has them and the authority has approved them — by the same acts, through the same machine, as anybody's.
 * Rounds that somebody has already touched are left alone. Throws what the client throws.
 */
export async function openDemonstration(store: Store, client: VinhDanh): Promise<void> {
  const version = await latestProgrammeVersion(store, demonstrated);
  if (!version) return;
  const programme = version.definition as Programme;
  const wanted = roundsOf(programme).filter(({ movementId }) => !leftToTry.has(movementId));
  await Promise.all(wanted.map(({ roundId }) => approvePlan(store, client, programme, roundId)));
}

/** A round that has just been begun is on record a moment later. */
async function recorded(store: Store, roundId: string): ReturnType<typeof roundById> {
  for (let pauseMs = 20; pauseMs < 5_000; pauseMs *= 1.5) {
    const round = await roundById(store, roundId);
    if (round) return round;
    await sleep(pauseMs);
  }
  return null;
}

async function approvePlan(store: Store, client: VinhDanh, programme: Programme, roundId: string): Promise<void> {
  const round = await recorded(store, roundId);
  const parts = roundParts(roundId);
  const movement = programme.movements.find(({ id }) => id === parts?.movementId);
  const phase = programme.phases.find(({ id }) => id === parts?.phaseId);
  if (!round || !movement || !phase || round.revision > 1) return;
  const { bodies } = round.snapshot.context;
  const plan = proposedPlan({ programme, movement, phase, today: localDay(client.now()) });
  // A window that is over is for its body in charge to set anew.
  if (endOfDay(plan.window.to) < client.now()) return;
  const acts: [
    role: 'reviewer' | 'approvingAuthority',
    body: string,
    request: Omit<RoundActRequest, 'as' | 'roundId'>,
  ][] = [
    ['reviewer', bodies.inCharge, { type: 'plan.submit', body: { plan } }],
    ['approvingAuthority', bodies.authorities[0] ?? '', { type: 'plan.approve', body: { planHash: planHash(plan) } }],
  ];
  for (const [role, body, request] of acts) {
    const [person] = await holdersOf(store, queueOf(role, body), client.now());
    if (!person) return;
    const key = `demonstration:${roundId}:${request.type}:${planHash(plan)}`;
    const { outcome } = await client.actOnRound(person.id, { ...request, roundId, as: role }, key);
    if (outcome.kind !== 'applied') return;
  }
}
