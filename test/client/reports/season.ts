import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Programme } from '../../../contract/programme.ts';
import type { RecipientKind } from '../../../contract/states.ts';
import type { Store } from '../../../store/connect.ts';
import { connect } from '../../../store/connect.ts';
import { migrate } from '../../../store/migrate.ts';
import { latestProgrammeVersion } from '../../../store/programmes.ts';
import { publishDefinitions } from '../../../worker/publishDefinitions.ts';
import { freshDatabase } from '../../support/database.ts';

/** What happened to a nomination: the event, the state it led to, the local day at noon; `late`: in a soft grace time. */
export type Step = [type: string, to: string, day: string, late?: 'late'];

export type Told = {
  id: string;
  movementId: string;
  kind: RecipientKind;
  unitId?: string;
  road?: 'standard' | 'simplified';
  nomineeId?: string;
  /** Where the nominee is called a direct worker. */
  direct?: 'dossier' | 'directory';
  ground?: string;
  steps: Step[];
};

/** Gives a getter of a store with the shipped definitions and directory, for one file. */
export function usePublished(): () => Store {
  let store: Store;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await freshDatabase();
    drop = database.drop;
    await migrate(database.url);
    store = connect(database.url, { max: 6 });
    await publishDefinitions(store, '2021-01-01T00:00:00.000Z');
  });
  afterAll(async () => {
    await store.close();
    await drop();
  });
  return () => store;
}

/** Gives the newest version of a shipped programme. */
export async function definitionOf(store: Store, id: string): Promise<{ programme: Programme; programmeRef: string }> {
  const version = await latestProgrammeVersion(store, id);
  if (!version) throw new Error(`No programme ${id}`);
  return { programme: version.definition as Programme, programmeRef: version.ref };
}

/** The instant of noon of a local day. */
export function noon(day: string): string {
  return new Date(`${day}T12:00:00+07:00`).toISOString();
}

export const bodiesOf004 = {
  inCharge: 'vanPhongSo',
  standingBody: 'vanPhongSo',
  council: 'hoiDongNganhYTe',
  authorities: ['soYTe', 'ubndTinh'],
  units: ['benhVienBaRia', 'benhVienVungTau', 'benhVienMat', 'benhVienPhoi'],
};

/** Writes the nomination's rows as its record would stand now. */
export async function putNomination(store: Store, told: Told): Promise<void> {
  const { id, movementId, kind, steps } = told;
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) throw new Error('A nomination has at least its opening');
  const nomineeId = told.nomineeId ?? `nominee.${id}`;
  const snapshot = JSON.stringify({ context: { bodies: bodiesOf004 } });
  await store.sql`
    insert into nominations (id, programme_id, programme_ref, movement_id, road, unit_id, nominee_kind, nominee_id, state,
      revision, tier, snapshot, refusal_ground, opened_at, changed_at)
    values (${id}, '004', '004@2#x', ${movementId}, ${told.road ?? 'standard'}, ${told.unitId ?? 'benhVienBaRia'}, ${kind},
      ${nomineeId}, ${last[1]}, ${steps.length}, 0, ${snapshot}, ${told.ground ?? null}, ${noon(first[2])}, ${noon(last[2])})`;
  await store.sql`
    insert into dossiers (nomination_id, version, content, hash, revision)
    values (${id}, 1, ${JSON.stringify({ nomineeName: 'Lê Văn Ví Dụ', directWorker: told.direct === 'dossier' })}, 'h', 1)`;
  if (told.direct === 'directory') {
    await store.sql`
      insert into nominees (kind, id, name, direct_worker, locale) values (${kind}, ${nomineeId}, 'Lê Văn Ví Dụ', true, 'vi')`;
  }
  await putSteps(store, id, steps);
}

/** Writes the timeline of a nomination or a round. */
export async function putSteps(store: Store, subjectId: string, steps: Step[]): Promise<void> {
  for (const [index, [type, to, day, late]] of steps.entries()) {
    const from = index === 0 ? null : (steps[index - 1]?.[1] ?? null);
    await store.sql`
      insert into transitions (subject_id, revision, type, from_state, to_state, at, recorded_at, late)
      values (${subjectId}, ${index + 1}, ${type}, ${from}, ${to}, ${noon(day)}, real_now(), ${late !== undefined})`;
  }
}

/** Writes a round of programme 004 that is open since 01/04/2021, with the units' answers by local day. */
export async function putOpenRound(
  store: Store,
  movementId: string,
  answers: [unit: string, takesPart: boolean, day: string][],
): Promise<string> {
  const id = `004/${movementId}/nam2021`;
  const snapshot = JSON.stringify({ context: { bodies: bodiesOf004 } });
  await store.sql`
    insert into rounds (id, programme_id, programme_ref, movement_id, phase_id, state, revision, snapshot, begun_at, opened_at, changed_at)
    values (${id}, '004', '004@2#x', ${movementId}, 'nam2021', 'open', 1, ${snapshot}, ${noon('2021-01-01')}, ${noon('2021-04-01')},
      ${noon('2021-04-01')})`;
  await putSteps(store, id, [['round.begin', 'planning', '2021-01-01']]);
  for (const [index, [unit, takesPart, day]] of answers.entries()) {
    const inboxId = randomUUID();
    await store.sql`
      insert into inbox (id, idempotency_key, actor_id, as_role, programme_id, subject_id, type, body, received_at, programme_at, status)
      values (${inboxId}, ${inboxId}, 'x', 'unitHead', '004', ${id}, 'unit.answer', ${JSON.stringify({ unit, takesPart })},
        real_now(), ${noon(day)}, 'applied')`;
    await store.sql`
      insert into transitions (subject_id, revision, type, from_state, to_state, at, recorded_at, inbox_id)
      values (${id}, ${index + 2}, 'unit.answer', 'open', 'open', ${noon(day)}, real_now(), ${inboxId})`;
  }
  return id;
}

/** Writes an open matter. */
export async function putMatter(
  store: Store,
  matter: {
    subjectId: string;
    queue: string;
    openedOn: string;
    dueOn: string;
    closedOn?: string;
    closedRevision?: number;
    level?: number;
  },
): Promise<void> {
  await store.sql`
    insert into work_items (subject_id, key, queue, opened_at, due_at, next_escalation_at, level, opened_revision, closed_at, closed_revision)
    values (${matter.subjectId}, ${`stage.${matter.openedOn}`}, ${matter.queue}, ${noon(matter.openedOn)}, ${noon(matter.dueOn)},
      ${noon(matter.dueOn)}, ${matter.level ?? 0}, 1, ${matter.closedOn === undefined ? null : noon(matter.closedOn)},
      ${matter.closedRevision ?? null})`;
}
