import { randomUUID } from 'node:crypto';
import { deliver } from '../../../../client/core/deliver.ts';
import type { Engine } from '../../../../client/core/engine.ts';
import { directoryOf } from '../../../../client/core/opening.ts';
import type { ActOutcome } from '../../../../client/core/types.ts';
import { endOfDay, startOfDay } from '../../../../contract/calendarDay.ts';
import type { ProgrammeClock } from '../../../../contract/clock.ts';
import { toProgramme } from '../../../../contract/clock.ts';
import type { ActType } from '../../../../contract/events.ts';
import type { NominationInput, NominationStart } from '../../../../contract/nomination.ts';
import type { Programme } from '../../../../contract/programme.ts';
import type { RoleName } from '../../../../contract/roles.ts';
import { roundIdOf } from '../../../../contract/round.ts';
import { machineVersion } from '../../../../machines/interpreter.ts';
import { roundMachineVersion } from '../../../../machines/round/interpreter.ts';
import { planNomination } from '../../../../programmes/plan.ts';
import { planRound } from '../../../../programmes/rounds.ts';
import type { Store } from '../../../../store/connect.ts';
import type { InboxRow } from '../../../../store/deliver.ts';
import { claimUndelivered, rowOf } from '../../../../store/deliver.ts';
import { actorAt } from '../../../../store/directory.ts';
import { latestProgrammeRef, pinnedProgramme } from '../../../../store/programmes.ts';
import { receive } from '../../../../store/receive.ts';
import { until } from '../../../support/until.ts';

/** A season of programme 004 as a test plays it: rounds launched at once, nominations opened with rules of the test's own. */
export type Season = {
  store: Store;
  clock: ProgrammeClock;
  engine: Engine;
  now(): string;
  /** Launches a movement's round: plan handed in and approved, open from `opensOn`, window to the end of `closesOn`. */
  launch(movementId: string, days: { opensOn: string; closesOn: string; answerBy?: string }): Promise<string>;
  nominate(
    roundId: string,
    unitId: string,
    number: number,
    change?: Partial<NominationInput>,
    more?: Pick<NominationStart, 'continueAfterEvents'>,
  ): Promise<string>;
  /** Keeps an act as a process that dies before it delivers. */
  receive(
    subjectId: string,
    by: string,
    as: RoleName,
    type: ActType,
    body?: Record<string, unknown>,
  ): Promise<InboxRow>;
  deliver(row: InboxRow): Promise<ActOutcome>;
  /** Delivers the acts received so far, in order, and nothing else. */
  deliverActs(): Promise<void>;
  /** Delivers everything there is to deliver, in order. */
  deliverAll(): Promise<void>;
};

/** What keeps the ids of one test apart from those of others on the same engine. */
export type Apart = { phaseId?: string; firstNumber?: number };

/** Plays seasons over the store and an engine. */
export function seasonOf(store: Store, clock: ProgrammeClock, engine: Engine, apart: Apart = {}): Season {
  const { phaseId = 'nam2021', firstNumber = 0 } = apart;
  const to = { store, clock, engine };
  const now = () => toProgramme(clock, Date.now());
  const waiting: InboxRow[] = [];

  async function definition(): Promise<Programme> {
    const programme = await pinnedProgramme(store, (await latestProgrammeRef(store, '004')) ?? '');
    if (!programme) throw new Error('Programme 004 is not published');
    return programme;
  }

  async function onRecord(table: 'nominations' | 'rounds', id: string, revision = 1): Promise<void> {
    await until(`${id} is on record`, async () => {
      const [row] = await store.sql`select from ${store.sql(table)} where id = ${id} and revision >= ${revision}`;
      return row !== undefined;
    });
  }

  const season: Season = {
    store,
    clock,
    engine,
    now,
    async launch(movementId, { opensOn, closesOn, answerBy }) {
      const roundId = roundIdOf('004', movementId, phaseId);
      const request = { programme: await definition(), directory: await directoryOf(store) };
      const defined = { ...request, roundId: roundIdOf('004', movementId, 'nam2021') };
      const planned = planRound({ ...defined, begunAt: now(), machine: roundMachineVersion });
      const input = { ...planned, roundId, phaseId };
      const begun = await engine.beginRound({ input, clock });
      if (begun.kind !== 'started') throw new Error(`Not begun: ${JSON.stringify(begun)}`);
      const { inCharge, authorities } = input.bodies;
      const tell = async (person: string, as: RoleName, body: string, event: Record<string, unknown>) => {
        const actor = { personId: person, homeBody: body, roles: [{ role: as, body }] };
        const full = { at: now(), actor, as, reasonGiven: false, ...event } as never;
        const answer = await engine.actOnRound(roundId, { key: randomUUID(), inboxId: null, event: full });
        if (answer.kind !== 'applied') throw new Error(`${roundId}: ${JSON.stringify(answer)}`);
      };
      const plan = {
        hash: 'p'.repeat(64),
        opensAt: startOfDay(opensOn),
        nominationsFrom: startOfDay(opensOn),
        closesAt: endOfDay(closesOn),
        answerBy: answerBy === undefined ? null : endOfDay(answerBy),
        stages: {},
      };
      await tell('p.reviewer', 'reviewer', inCharge, { type: 'plan.submit', plan });
      await tell('p.authority', 'approvingAuthority', authorities[0] ?? '', {
        type: 'plan.approve',
        planHash: plan.hash,
      });
      await onRecord('rounds', roundId, 3);
      return roundId;
    },
    async nominate(roundId, unitId, number, change = {}, more = {}) {
      const [, movementId = ''] = roundId.split('/');
      const [round] = await store.sql<{ from: string; to: string }[]>`
        select snapshot #>> '{context,approved,nominationsFrom}' as from, snapshot #>> '{context,approved,closesAt}' as to
        from rounds where id = ${roundId}`;
      if (!round) throw new Error(`${roundId} is not on record`);
      const input = planNomination({
        programme: await definition(),
        directory: await directoryOf(store),
        movementId,
        unitId,
        round: { roundId, ...round, stages: {} },
        nominee: { kind: 'individual', id: `n.${number}` },
        nominationId: `004-${String(firstNumber + number).padStart(4, '0')}`,
        openedAt: now(),
        openedBy: `clerk.${unitId}`,
        dossierHash: 'd'.repeat(64),
        machine: machineVersion,
      });
      const plan = { ...input.plan, ...change.plan };
      const start = { input: { ...input, ...change, plan }, inboxId: randomUUID(), clock, ...more };
      const answer = await engine.open(start);
      if (answer.kind !== 'started') throw new Error(`Not opened: ${JSON.stringify(answer)}`);
      await onRecord('nominations', input.nominationId);
      return input.nominationId;
    },
    async receive(subjectId, by, as, type, body = {}) {
      const act = { idempotencyKey: randomUUID(), actorId: by, as, programmeId: '004', subjectId, type, body };
      const row = rowOf(act, await receive(store, act, { clock, owner: 'test' }));
      await store.sql`update inbox set lease_until = null, lease_owner = null where id = ${row.id}`;
      waiting.push(row);
      return row;
    },
    async deliver(row) {
      return deliver(to, row, await actorAt(store, row.actorId, row.programmeAt));
    },
    async deliverActs() {
      for (const row of waiting.splice(0)) await season.deliver(row);
    },
    async deliverAll() {
      waiting.length = 0;
      for (;;) {
        const rows = await claimUndelivered(store, 'test', 50);
        if (rows.length === 0) return;
        await Promise.all(rows.map((row) => deliver(to, row)));
      }
    },
  };
  return season;
}

/** Who does what in movement 2.5 for Bệnh viện Bà Rịa and Bệnh viện Vũng Tàu. */
export const units = ['benhVienBaRia', 'benhVienVungTau'] as const;
