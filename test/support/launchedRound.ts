import { randomUUID } from 'node:crypto';
import type { PlanFacts, RoundContext } from '../../contract/round.ts';
import type { RoundActEvent } from '../../contract/roundEvents.ts';
import { roundById } from '../../store/queries/rounds.ts';
import type { BeginOptions } from './engineRounds.ts';
import { beginRound } from './engineRounds.ts';
import type { Product } from './product.ts';
import { until } from './until.ts';

/**
 * Brings up a round whose window closes at any instant, not at the end of a day: the events go to the engine itself, for a
 * person's plan names days. Waits until it is open. Gives its id.
 */
export async function launchedRound(
  product: Product,
  phaseId: string,
  closesAt: string,
  { nominationsFrom, ...options }: BeginOptions & { nominationsFrom?: string } = {},
): Promise<string> {
  const roundId = await beginRound(product, phaseId, options);
  const { bodies } = (await product.roundLife(roundId)).context;
  const opensAt = product.now();
  const plan: PlanFacts = {
    hash: 'p'.repeat(64),
    opensAt,
    nominationsFrom: nominationsFrom ?? opensAt,
    closesAt,
    answerBy: null,
    stages: {},
  };
  await tell(product, roundId, bodies.inCharge, { type: 'plan.submit', as: 'reviewer', plan });
  const [authority = ''] = bodies.authorities;
  await tell(product, roundId, authority, { type: 'plan.approve', as: 'approvingAuthority', planHash: plan.hash });
  await until(`${roundId} is open`, async () => (await roundById(product.store, roundId))?.state === 'open');
  return roundId;
}

type Told =
  | Pick<Extract<RoundActEvent, { type: 'plan.submit' }>, 'type' | 'as' | 'plan'>
  | Pick<Extract<RoundActEvent, { type: 'plan.approve' }>, 'type' | 'as' | 'planHash'>;

async function tell(
  { engine, now }: Product,
  roundId: string,
  body: RoundContext['bodies']['inCharge'],
  told: Told,
): Promise<void> {
  const personId = told.as === 'reviewer' ? 'test.reviewer' : 'test.authority';
  const actor = { personId, homeBody: body, roles: [{ role: told.as, body }] };
  const event: RoundActEvent = { ...told, at: now(), actor, reasonGiven: false };
  const answer = await engine.actOnRound(roundId, { key: randomUUID(), inboxId: null, event });
  if (answer.kind !== 'applied') throw new Error(`${told.type}: ${JSON.stringify(answer)}`);
}
