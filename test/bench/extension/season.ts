import { randomUUID } from 'node:crypto';
import { findReach } from '../../../client/cli/home.ts';
import type { Engine } from '../../../client/core/engine.ts';
import { openEngine } from '../../../client/core/engine.ts';
import type { Reach } from '../../../client/core/open.ts';
import { clientOver } from '../../../client/core/open.ts';
import type { ActResult, VinhDanh } from '../../../client/core/types.ts';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import { roundIdOf } from '../../../contract/round.ts';
import { planHash } from '../../../programmes/rounds.ts';
import type { Store } from '../../../store/connect.ts';
import { connect } from '../../../store/connect.ts';
import { until } from '../../faults/product.ts';
import { startProduct } from '../../support/productProcess.ts';
import { eachOf } from './eachOf.ts';

/** A live round and the ids of its nominations, all drafts. */
export type LiveRound = { roundId: string; nominations: string[] };

/** The whole product in a process of its own, with two live rounds of programme 004, and what it is looked at with. */
export type Season = {
  reach: Reach;
  clock: ProgrammeClock;
  store: Store;
  engine: Engine;
  client: VinhDanh;
  extended: LiveRound;
  other: LiveRound;
  stop(): Promise<void>;
};

/** A Monday; the windows below are open until a Tuesday eight weeks later. */
const origin = '2021-10-04T02:00:00.000Z';
const window = { from: '2021-10-04', to: '2021-11-30' };
/** Two units send nominations in turn; the person who writes each one's. */
export const clerks = { benhVienBaRia: 'bvbr.clerk', benhVienVungTau: 'bvvt.clerk' } as const;
const units = Object.keys(clerks) as (keyof typeof clerks)[];
const openedAtATime = 12;

/** Starts the product by its own main module and opens so many nominations in each round. */
export async function startSeason(size: { extended: number; other: number }): Promise<Season> {
  const clock: ProgrammeClock = { origin, start: new Date().toISOString(), speed: 1 };
  const product = await startProduct({ VINHDANH_CLOCK: JSON.stringify(clock), VINHDANH_DEMONSTRATION: 'off' });
  const reach = findReach(product.home, {});
  const store = connect(reach.databaseUrl, { max: 8, name: 'vinhdanh bench' });
  const engine = openEngine(reach.temporal);
  const client = clientOver({ store, engine, clock });
  const stop = async () => {
    await client.close();
    await product.stop();
  };
  try {
    return {
      ...{ reach, clock, store, engine, client, stop },
      extended: await liveRound(client, '2.5', size.extended),
      other: await liveRound(client, '2.6', size.other),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function liveRound(client: VinhDanh, movementId: string, count: number): Promise<LiveRound> {
  const roundId = roundIdOf('004', movementId, 'nam2021');
  const inState = (state: string) =>
    until(`${roundId} ${state}`, async () => {
      const rounds = await client.rounds({ programmeId: '004', movementId });
      return rounds.find((round) => round.roundId === roundId && round.state === state) ?? null;
    });
  const { inCharge } = await inState('planning');
  const [reviewer] = await client.people({ role: 'reviewer', body: inCharge });
  if (!reviewer) throw new Error(`Nobody plans for ${inCharge}`);
  const { answerBy: _, ...proposed } = await client.proposedPlan(roundId);
  const plan = { ...proposed, opensOn: window.from, window };
  applied(await client.actOnRound(reviewer.id, { roundId, type: 'plan.submit', as: 'reviewer', body: { plan } }));
  const body = { planHash: planHash(plan) };
  applied(await client.actOnRound('syt.director', { roundId, type: 'plan.approve', as: 'approvingAuthority', body }));
  await inState('open');
  const numbers = Array.from({ length: count }, (_, number) => number);
  return {
    roundId,
    nominations: await eachOf(numbers, openedAtATime, (number) => nominate(client, movementId, number)),
  };
}

async function nominate(client: VinhDanh, movementId: string, number: number): Promise<string> {
  const unitId = units[number % units.length] ?? 'benhVienBaRia';
  const result = await client.nominate(clerks[unitId], {
    ...{ programmeId: '004', movementId, unitId },
    nominee: { kind: 'individual', id: `bench-${randomUUID()}` },
    dossier: dossier(0),
  });
  applied(result);
  return result.receipt.nominationId;
}

/** Gives what a nomination says of its nominee, in one version after the other. */
export function dossier(version: number) {
  const achievements = `Trực chống dịch suốt năm, bản ${version}`;
  return { nomineeName: 'Lê Văn Ví Dụ', directWorker: true, achievements, documents: [] };
}

function applied({ outcome }: ActResult): void {
  if (outcome.kind !== 'applied') throw new Error(`Not applied: ${JSON.stringify(outcome)}`);
}
