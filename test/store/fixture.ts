import { afterAll, beforeAll } from 'vitest';
import { realClock } from '../../contract/clock.ts';
import type { NominationContext, RecordEntry } from '../../contract/nomination.ts';
import type { Actor } from '../../contract/roles.ts';
import type { StateName } from '../../contract/states.ts';
import { deadlineNames } from '../../contract/states.ts';
import type { Store } from '../../store/connect.ts';
import { connect } from '../../store/connect.ts';
import { migrate } from '../../store/migrate.ts';
import { putDirectory } from '../../store/putDirectory.ts';
import type { ActReceived, Receipt } from '../../store/receive.ts';
import { receive } from '../../store/receive.ts';
import { freshDatabase } from '../support/database.ts';

export const at = '2020-09-01T02:00:00.000Z';
export const due = '2020-09-30T16:59:59.999Z';
export const programme = 'gtgn-2020@1#abc';
export const programmeId = 'gtgn-2020';

/** Gives a getter of a migrated store on a database of its own, for one describe block or file. */
export function useStore(max = 10): () => Store {
  let store: Store;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    await migrate(database.url);
    store = connect(database.url, { max });
    await putDirectory(store, directory, { actorId: null, at });
  });
  afterAll(async () => {
    await store.close();
    await drop();
  });
  return () => store;
}

const person = (
  id: string,
  homeBody: string,
  ...roles: [role: 'unitClerk' | 'unitHead' | 'reviewer' | 'approvingAuthority', body: string][]
) => ({
  id,
  name: `Người ${id}`,
  email: `${id}@example.vn`,
  locale: 'vi',
  homeBody,
  roles: roles.map(([role, body]) => ({ role, body })),
});

export const directory = {
  bodies: ['hospital', 'office', 'committee'].map((id) => ({ id, name: `Đơn vị ${id}` })),
  people: [
    person('clerk', 'hospital', ['unitClerk', 'hospital']),
    person('head', 'hospital', ['unitHead', 'hospital']),
    person('reviewer', 'office', ['reviewer', 'office']),
    person('chair', 'committee', ['approvingAuthority', 'committee']),
  ],
  nominees: [
    { kind: 'individual' as const, id: 'nurse', name: 'Trần Thị Mai', email: 'nurse@example.vn' },
    { kind: 'individual' as const, id: 'porter', name: 'Lê Văn Bình' },
  ],
};

export const clerk: Actor = {
  personId: 'clerk',
  homeBody: 'hospital',
  roles: [{ role: 'unitClerk', body: 'hospital' }],
};
const receiving = { clock: realClock, owner: 'test' };

/** Receives the opening of a nomination. */
export function receiveOpening(store: Store, key: string, nominee = 'nurse'): Promise<Receipt> {
  const dossier = { nomineeName: 'Trần Thị Mai', achievements: 'Chống dịch tại tuyến đầu' };
  return receiveAct(store, {
    idempotencyKey: key,
    subjectId: null,
    type: 'nomination.open',
    body: {
      programmeId,
      movementId: 'covid',
      unitId: 'hospital',
      nominee: { kind: 'individual', id: nominee },
      dossier,
    },
  });
}

/** Receives an act of the clerk, a withdrawal unless told otherwise. */
export function receiveAct(
  store: Store,
  act: Partial<ActReceived> & Pick<ActReceived, 'idempotencyKey' | 'subjectId'>,
  owner = 'test',
): Promise<Receipt> {
  const defaults: Omit<ActReceived, 'idempotencyKey' | 'subjectId'> = {
    actorId: 'clerk',
    as: 'unitClerk',
    programmeId,
    type: 'nomination.withdraw',
    body: { reason: 'Đơn vị rút hồ sơ' },
  };
  return receive(store, { ...defaults, ...act }, { ...receiving, owner });
}

/** Gives an entry as the workflow would hand it to `record`. */
export function entryOf(
  nominationId: string,
  revision: number,
  change: Partial<RecordEntry> = {},
  context: Partial<NominationContext> = {},
): RecordEntry {
  const from: StateName | null = revision === 1 ? null : 'draft';
  const to = change.to ?? 'draft';
  return {
    nominationId,
    revision,
    event:
      revision === 1
        ? { type: 'nomination.open', at }
        : { type: 'draft.amend', at, actor: clerk, as: 'unitClerk', reasonGiven: false, dossierHash: 'd'.repeat(64) },
    inboxId: null,
    from,
    to,
    snapshot: { value: to, status: 'active', context: { ...contextOf(nominationId, revision), ...context } },
    workItems: [itemOf('stage', 'unitClerk@hospital')],
    notices: [],
    ...change,
  };
}

export function itemOf(
  key: string,
  queue: RecordEntry['workItems'][number]['queue'],
  change: Partial<RecordEntry['workItems'][number]> = {},
) {
  return { key, queue, dueAt: due, nextEscalationAt: due, level: 0, escalatedTo: null, ...change };
}

function contextOf(nominationId: string, revision: number): NominationContext {
  return {
    nominationId,
    openedAt: at,
    openedBy: 'clerk',
    programme,
    machine: 'nomination@1',
    movementId: 'covid',
    road: 'standard',
    guards: [],
    nominee: { kind: 'individual', id: 'nurse' },
    dossierHash: 'c'.repeat(64),
    bodies: {
      unit: 'hospital',
      inCharge: 'office',
      standingBody: 'office',
      council: 'council',
      authorities: ['committee'],
      divisions: [],
    },
    plan: Object.fromEntries(deadlineNames.map((stage) => [stage, { withinDays: 10 }])) as NominationContext['plan'],
    escalation: { everyDays: 2, chain: ['reviewer@office', 'approvingAuthority@committee'] },
    maxReturns: 2,
    revision,
    deadline: { name: 'draft', dueAt: due, wakeAt: due, level: 0 },
    tier: 0,
    returns: 0,
    itemCodes: [],
    appraisals: [],
    actedAs: { clerk: 'unitClerk' },
    hold: null,
    resolution: null,
    decision: null,
    refusalGround: null,
  };
}
