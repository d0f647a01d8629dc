import { randomUUID } from 'node:crypto';
import { directoryOf } from '../../client/core/opening.ts';
import { roundEventOf } from '../../client/core/rounds/eventOf.ts';
import type { ProgrammeClock } from '../../contract/clock.ts';
import { toProgramme } from '../../contract/clock.ts';
import type { RoleName } from '../../contract/roles.ts';
import { queueOf } from '../../contract/roles.ts';
import type { RoundRecordEntry } from '../../contract/round.ts';
import { roundParts } from '../../contract/round.ts';
import type { MovementPlan } from '../../contract/roundActs.ts';
import type { RoundActType, RoundEvent } from '../../contract/roundEvents.ts';
import type { RoundApplied } from '../../machines/round/interpreter.ts';
import { applyRound, beginRound, persistRound, roundMachineVersion } from '../../machines/round/interpreter.ts';
import { findRound, planHash, planRound, proposedPlan } from '../../programmes/rounds.ts';
import type { Store } from '../../store/connect.ts';
import { rowOf } from '../../store/deliver.ts';
import { actorAt, holdersOf } from '../../store/directory.ts';
import { latestProgrammeRef, pinnedProgramme } from '../../store/programmes.ts';
import { receive } from '../../store/receive.ts';
import { recordRound } from '../../store/recordRound.ts';

/**
 * Brings a round on record as far as open, through the machine and the record but without an engine: for tests of
 * nominations, which only read it.
 */
export async function openRoundOnRecord(
  store: Store,
  clock: ProgrammeClock,
  roundId: string,
  change: Partial<MovementPlan> = {},
): Promise<void> {
  const now = () => toProgramme(clock, Date.now());
  const { programmeId } = roundParts(roundId) ?? { programmeId: '' };
  const programme = await pinnedProgramme(store, (await latestProgrammeRef(store, programmeId)) ?? '');
  if (!programme) throw new Error(`No programme of ${roundId}`);
  const { movement, phase } = findRound(programme, roundId);
  const plan = { ...proposedPlan({ programme, movement, phase }), ...change };

  const input = planRound({
    programme,
    directory: await directoryOf(store),
    roundId,
    begunAt: now(),
    machine: roundMachineVersion,
  });
  let step: RoundApplied = beginRound(input);
  await keep({ type: 'round.begin', at: input.begunAt }, null);
  await act('plan.submit', 'reviewer', input.bodies.inCharge, { plan });
  await act('plan.approve', 'approvingAuthority', input.bodies.authorities[0] ?? '', { planHash: planHash(plan) });
  await apply({ type: 'deadline.pass', at: now() }, null);

  async function act(
    type: RoundActType,
    role: RoleName,
    body: string,
    content: Record<string, unknown>,
  ): Promise<void> {
    const [person] = await holdersOf(store, queueOf(role, body), now());
    const actor = person && (await actorAt(store, person.id, now()));
    if (!actor) throw new Error(`Nobody is ${role} of ${body}`);
    const received = {
      idempotencyKey: randomUUID(),
      actorId: actor.personId,
      as: role,
      programmeId,
      subjectId: roundId,
      type,
      body: content,
    };
    const row = rowOf(received, await receive(store, received, { clock, owner: 'test' }));
    await apply(roundEventOf({ ...row, type }, actor), row.id);
    await store.sql`update inbox set status = 'applied' where id = ${row.id}`;
  }

  async function apply(event: RoundEvent, inboxId: string | null): Promise<void> {
    const next = applyRound(step.snapshot, event);
    if (!next) throw new Error(`${event.type} is refused`);
    step = next;
    await keep(event, inboxId);
  }

  async function keep(event: RoundRecordEntry['event'], inboxId: string | null): Promise<void> {
    const { revision, from, to, workItems, snapshot } = step;
    await recordRound(store, {
      ...{ roundId, revision, event, inboxId, from, to, workItems },
      // Mails about the preparation are no part of any test.
      notices: [],
      snapshot: persistRound(snapshot),
    });
  }
}
