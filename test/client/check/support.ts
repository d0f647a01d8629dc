import { checkInstallation } from '../../../client/check/check.ts';
import type { CheckReport } from '../../../client/check/types.ts';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import type { ActType, NominationEvent } from '../../../contract/events.ts';
import type { NominationInput } from '../../../contract/nomination.ts';
import type { RoleName } from '../../../contract/roles.ts';
import type { Applied } from '../../../machines/interpreter.ts';
import { apply, begin, machineVersion, persist, refusals } from '../../../machines/interpreter.ts';
import type { Store } from '../../../store/connect.ts';
import { confirmApplied } from '../../../store/deliver.ts';
import { putDirectory } from '../../../store/putDirectory.ts';
import { record } from '../../../store/record.ts';
import { directory, programme, receiveAct } from '../../store/fixture.ts';
import { addRoundPeople, begunAt } from '../../store/roundFixture.ts';

export const openedAt = '2020-09-02T02:00:00.000Z';

/** A clock that shows the day after the opening of everything in these tests. */
export function clockOfDay(day = '2020-09-03'): ProgrammeClock {
  return { origin: `${day}T02:00:00.000Z`, start: new Date().toISOString(), speed: 1 };
}

/** Adds whoever else the road needs: an appraiser and an administrator. */
export async function addCast(store: Store): Promise<void> {
  await addRoundPeople(store);
  const one = (id: string, role: RoleName, body: string) => ({
    ...{ id, name: `Người ${id}`, email: `${id}@example.vn`, locale: 'vi', homeBody: body },
    roles: [{ role, body }],
  });
  const bodies = [...directory.bodies, { id: 'finance', name: 'Phòng Tài chính' }];
  const people = [one('appraiser', 'appraiser', 'finance'), one('admin', 'administrator', 'office')];
  await putDirectory(store, { bodies, people, nominees: [] }, { actorId: null, at: begunAt });
}

const actors: Partial<Record<ActType, [person: string, role: RoleName, body: string]>> = {
  'draft.amend': ['clerk', 'unitClerk', 'hospital'],
  'draft.signOff': ['head', 'unitHead', 'hospital'],
  'review.return': ['reviewer', 'reviewer', 'office'],
  'appraisal.request': ['reviewer', 'reviewer', 'office'],
  'nomination.withdraw': ['head', 'unitHead', 'hospital'],
  'nomination.revive': ['head', 'unitHead', 'hospital'],
};

/** One nomination whose real machine runs here, and whose every event is recorded as the workflow would. */
export type LiveNomination = {
  id: string;
  last(): Applied;
  act(type: ActType, facts?: Record<string, unknown>, at?: string): Promise<void>;
};

/** Opens a nomination and records it. */
export async function openLiveNomination(
  store: Store,
  id: string,
  change: Partial<NominationInput> = {},
): Promise<LiveNomination> {
  const input = inputOf(id, change);
  let last = begin(input);
  await keep(last, { type: 'nomination.open', at: openedAt }, null);

  async function keep(
    { snapshot, from, to, revision, workItems, notices }: Applied,
    event: NominationEvent | { type: 'nomination.open'; at: string },
    inboxId: string | null,
  ): Promise<void> {
    const entry = {
      nominationId: id,
      revision,
      event,
      inboxId,
      from,
      to,
      snapshot: persist(snapshot),
      workItems,
      notices,
    };
    await record(store, entry);
  }

  return {
    id,
    last: () => last,
    async act(type, facts = {}, at = openedAt) {
      const [personId, as, body] = actors[type] ?? ['', 'unitClerk', ''];
      const actor = { personId, homeBody: body, roles: [{ role: as, body }] };
      const event = { type, at, actor, as, reasonGiven: true, ...facts } as unknown as NominationEvent;
      const receipt = await receiveAct(store, {
        ...{ idempotencyKey: `${id} ${last.revision}`, subjectId: id, actorId: personId, as },
        ...{ type, body: { reason: 'Theo kế hoạch' } },
      });
      const next = apply(last.snapshot, event);
      if (!next) throw new Error(`${type} refused: ${JSON.stringify(refusals(last.snapshot, event))}`);
      last = next;
      await keep(next, event, receipt.inboxId);
      await confirmApplied(store, receipt.inboxId);
    },
  };
}

function inputOf(nominationId: string, change: Partial<NominationInput>): NominationInput {
  return {
    ...{ nominationId, openedAt, openedBy: 'clerk', programme, machine: machineVersion, movementId: 'covid' },
    ...{ road: 'standard', guards: [], nominee: { kind: 'individual', id: 'nurse' }, dossierHash: 'a'.repeat(64) },
    bodies: {
      ...{ unit: 'hospital', inCharge: 'office', standingBody: 'office', council: 'council' },
      ...{ authorities: ['committee'], divisions: ['finance'] },
    },
    plan: {
      draft: { on: '2020-09-30T16:59:59.999Z', remindBefore: [3, 1] },
      supplement: { remindBefore: [2] },
      revival: { withinDays: 15 },
      review: { withinDays: 20, remindBefore: [2] },
      appraisal: {},
      council: { withinDays: 30 },
      decision: { withinDays: 10 },
      higherDecision: { withinDays: 25 },
      publication: { withinDays: 10 },
      closing: { withinDays: 30 },
      hold: { withinDays: 60 },
    },
    escalation: { everyDays: 3, chain: ['councilSecretary@office', 'approvingAuthority@committee'] },
    maxReturns: 2,
    ...change,
  };
}

/** Checks without waiting long between its two looks. */
export function checked(store: Store, clock = clockOfDay()): Promise<CheckReport> {
  return checkInstallation({ store, clock, settleMs: 20 });
}

/** Gives what was found, each as `code subject`. */
export function codesOf({ violations }: CheckReport): string[] {
  return violations.map(({ code, subject }) => `${code} ${subject.id}`);
}

/**
 * Does `work` while the statement's damage is in the database, and takes it back. Triggers are off meanwhile: some tables
 * only grow.
 */
export async function damaged<T>(store: Store, table: string, damage: string, work: () => Promise<T>): Promise<T> {
  await untriggered(store, `create table kept_rows as table ${table}`, damage);
  try {
    return await work();
  } finally {
    await untriggered(
      store,
      `delete from ${table}`,
      `insert into ${table} overriding system value select * from kept_rows`,
      'drop table kept_rows',
    );
  }
}

export async function untriggered(store: Store, ...statements: string[]): Promise<void> {
  await store.sql.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    for (const statement of statements) await sql.unsafe(statement);
  });
}
