import type { ISql } from 'postgres';
import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import type { Store } from '../../../store/connect.ts';
import { actorAt } from '../../../store/directory.ts';
import { latestProgrammeRef, programmeList } from '../../../store/programmes.ts';
import type { ScopedNomination, ScopedRound } from '../../../store/queries/changes.ts';
import { nominationsIn, roundsIn } from '../../../store/queries/changes.ts';
import { unknownPerson } from '../errors.ts';
import { knownNomination } from '../known.ts';
import { knownRound } from '../rounds/known.ts';
import { checkAgainstRound } from './check.ts';
import { changeError } from './errors.ts';
import { partOf } from './share.ts';

/** Everything a change may touch, as the record has it. */
export type InScope = { rounds: ScopedRound[]; nominations: ScopedNomination[] };

/**
 * Throws ClientError UNKNOWN_NOMINATION, NOT_APPLIED_YET, UNKNOWN_ROUND, UNKNOWN_PROGRAMME, UNKNOWN_PERSON, UNKNOWN_UNIT or
 * WINDOW_REVERSED where what the request names does not exist or does not fit.
 */
export async function checkScope(store: Store, request: ChangeRequest, now: string): Promise<void> {
  const { scope } = request.spec;
  if ('nominationId' in scope) {
    await knownNomination(store, scope.nominationId);
    return;
  }
  if ('programmeId' in scope) {
    await checkProgramme(store, scope.programmeId);
  } else {
    await knownRound(store, scope.roundId);
    const { personId } = partOf(scope);
    if (personId !== undefined && !(await actorAt(store, personId, now))) throw unknownPerson(personId);
  }
  const wide = 'roundId' in scope ? { roundId: scope.roundId } : scope;
  for (const round of await roundsIn(store.sql, wide)) checkAgainstRound(request, round);
}

/** Throws ClientError UNKNOWN_PROGRAMME, naming those there are. */
export async function checkProgramme(store: Store, programmeId: string): Promise<void> {
  if (await latestProgrammeRef(store, programmeId)) return;
  const allowed = (await programmeList(store)).map(({ id }) => id).join(', ');
  throw changeError('UNKNOWN_PROGRAMME', { programme: programmeId, allowed });
}

/** Gives the rounds and nominations in the scope. Inside a transaction that has locked them, they are as they will be found. */
export async function inScope(sql: ISql, request: ChangeRequest, at: string): Promise<InScope> {
  const { scope } = request.spec;
  const rounds = 'nominationId' in scope ? [] : await roundsIn(sql, scope);
  return { rounds, nominations: await nominationsIn(sql, scope, at) };
}

/** Gives the ids there are to lock and to look at. */
export function idsOf({ rounds, nominations }: InScope): string[] {
  return [...rounds, ...nominations].map(({ id }) => id);
}
