import type { Nominate } from '../../contract/acts.ts';
import { nominateSchema } from '../../contract/acts.ts';
import type { NominationInput } from '../../contract/nomination.ts';
import type { Programme } from '../../contract/programme.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Actor } from '../../contract/roles.ts';
import { machineVersion, openingRefusals } from '../../machines/interpreter.ts';
import type { Directory } from '../../programmes/directorySchema.ts';
import { findMovement, findUnit } from '../../programmes/find.ts';
import { planNomination } from '../../programmes/plan.ts';
import { PlanningError } from '../../programmes/planningError.ts';
import type { Store } from '../../store/connect.ts';
import type { InboxRow } from '../../store/deliver.ts';
import { latestProgrammeRef, pinnedProgramme, programmeList } from '../../store/programmes.ts';
import { nominatingBodies } from '../../store/queries/nominatingBodies.ts';
import { roundsChanging } from '../../store/queries/rounds.ts';
import { ClientError } from './errors.ts';
import { dossierHash } from './facts.ts';
import { roundOf } from './rounds/roundOf.ts';
import { placeFor } from './rounds/unitCap.ts';

export type Opening =
  | { kind: 'ready'; input: NominationInput }
  | { kind: 'refused'; refusals: Refusal[] }
  /** An earlier act on its round, or an earlier opening of its unit where places are few, has not been decided. */
  | { kind: 'waiting'; error: string };

/**
 * Checks that what the form names exists, before anything is kept. Gives the reference of the programme's version in force.
 * Throws ClientError UNKNOWN_PROGRAMME, UNKNOWN_MOVEMENT or UNKNOWN_UNIT, with the names there are.
 */
export async function checkOpening(store: Store, form: Nominate): Promise<string> {
  const ref = await latestProgrammeRef(store, form.programmeId);
  if (!ref) {
    const known = (await programmeList(store)).map(({ id }) => id).join(', ');
    throw new ClientError('UNKNOWN_PROGRAMME', {
      vi: `Không có chương trình thi đua “${form.programmeId}”. Hiện có: ${known}`,
      en: `There is no programme “${form.programmeId}”. There are: ${known}`,
    });
  }
  const programme = await definitionOf(store, ref);
  const directory = await directoryOf(store);
  try {
    findMovement(programme, form.movementId);
    findUnit(programme, directory, form.unitId);
  } catch (error) {
    if (error instanceof PlanningError) throw unknownName(error, programme, directory);
    throw error;
  }
  return ref;
}

/** Gives the nomination's input from the pinned programme and its round, or why it may not be opened: judged as of its receipt. */
export async function openingOf(store: Store, row: InboxRow, actor: Actor): Promise<Opening> {
  const { programmeRef, ...rest } = row.body;
  const form = nominateSchema.parse(rest);
  const programme = await definitionOf(store, String(programmeRef));
  if (await roundsChanging(store, form.programmeId, form.movementId, row.receivedAt)) {
    return { kind: 'waiting', error: 'An earlier change of its round waits to be applied' };
  }
  const found = await roundOf(store, form, row.programmeAt);
  if ('refusals' in found) return { kind: 'refused', refusals: found.refusals };
  try {
    const input = planNomination({
      programme,
      round: found.round,
      directory: await directoryOf(store),
      movementId: form.movementId,
      unitId: form.unitId,
      nominee: form.nominee,
      nominationId: row.subjectId,
      openedAt: row.programmeAt,
      openedBy: row.actorId,
      dossierHash: dossierHash(form.dossier),
      machine: machineVersion,
    });
    const refusals = openingRefusals(input, actor);
    if (refusals.length > 0) return { kind: 'refused', refusals };
    const kind = form.nominee.kind;
    const most = found.nominationsPerUnit?.[kind];
    const place = await placeFor(store, {
      roundId: found.round.roundId,
      unitId: form.unitId,
      kind,
      inboxId: row.id,
      most,
    });
    if (place.kind === 'waiting')
      return { kind: 'waiting', error: 'An earlier opening of its unit waits to be decided' };
    return place.kind === 'free' ? { kind: 'ready', input } : place;
  } catch (error) {
    if (error instanceof PlanningError) return { kind: 'refused', refusals: [planningRefusal(error)] };
    throw error;
  }
}

async function definitionOf(store: Store, ref: string): Promise<Programme> {
  const programme = await pinnedProgramme(store, ref);
  if (!programme) throw new Error(`Programme ${ref} is not stored`);
  return programme;
}

/** Gives the units there are, with their superiors: a unit nominates when somebody prepares nominations for it. */
export async function directoryOf(store: Store): Promise<Directory> {
  const bodies = await nominatingBodies(store);
  return {
    bodies: bodies.map((body) => ({ ...body, short: body.name, kind: 'unit', nominates: true })),
    people: [],
    nominees: [],
  };
}

function planningRefusal({ code, detail }: PlanningError): Refusal {
  if (code === 'WINDOW_NOT_OPEN')
    return { code: 'WINDOW_NOT_OPEN', detail: { from: detail.from ?? '', to: detail.to ?? '' } };
  if (code === 'KIND_NOT_AWARDED') return { code: 'KIND_NOT_AWARDED', detail: { kind: detail.kind ?? '' } };
  throw new RangeError(`Not a refusal: ${code}`);
}

/** What there is, by the id that is to be written and by name. */
function unknownName(error: PlanningError, programme: Programme, directory: Directory): ClientError {
  const { code, text, allowed, cause } = error;
  const titles = programme.movements.map(({ id, title }) => [id, title.value] as const);
  const known = new Map([...titles, ...directory.bodies.map(({ id, name }) => [id, name] as const)]);
  const names = allowed.map((id) => `${id} (${known.get(id) ?? '?'})`).join(', ');
  return new ClientError(
    code === 'UNKNOWN_UNIT' ? 'UNKNOWN_UNIT' : 'UNKNOWN_MOVEMENT',
    { vi: `${text.vi} Hiện có: ${names}`, en: `${text.en} There are: ${names}` },
    { cause },
  );
}
