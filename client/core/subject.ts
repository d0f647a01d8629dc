import type { ActEvent, ActType, ChangeEvent, ChangeType } from '../../contract/events.ts';
import { changeTypes } from '../../contract/events.ts';
import type { Refusal } from '../../contract/refusals.ts';
import type { Actor } from '../../contract/roles.ts';
import { roundParts } from '../../contract/round.ts';
import type { RoundActEvent, RoundActType, RoundChangeEvent } from '../../contract/roundEvents.ts';
import { refusals, restore } from '../../machines/interpreter.ts';
import { restoreRound, roundRefusals } from '../../machines/round/interpreter.ts';
import type { Store } from '../../store/connect.ts';
import type { InboxRow } from '../../store/deliver.ts';
import { nominationById } from '../../store/queries/nominations.ts';
import { roundById } from '../../store/queries/rounds.ts';
import { changeEventOf, roundChangeEventOf } from './changes/eventOf.ts';
import { eventOf } from './facts.ts';
import { roundEventOf } from './rounds/eventOf.ts';

/** A received act as its subject's machine takes it. */
export type Share =
  | { of: 'nomination'; event: ActEvent | ChangeEvent }
  | { of: 'round'; event: RoundActEvent | RoundChangeEvent };

/** Gives the machine's event of a received act, an opening apart. Throws ZodError when the stored body no longer fits its schema. */
export function shareOf(row: InboxRow, actor: Actor): Share {
  const { type } = row;
  if (roundParts(row.subjectId)) {
    return {
      of: 'round',
      event: isChange(type)
        ? roundChangeEventOf({ ...row, type }, actor)
        : roundEventOf({ ...row, type: type as RoundActType }, actor),
    };
  }
  return {
    of: 'nomination',
    event: isChange(type) ? changeEventOf({ ...row, type }, actor) : eventOf({ ...row, type: type as ActType }, actor),
  };
}

/** Gives why the record as it stands refuses the act (none: it would not); null when the subject is not on record. */
export async function refusalsOnRecord(store: Store, row: InboxRow, actor: Actor): Promise<Refusal[] | null> {
  const share = shareOf(row, actor);
  if (share.of === 'round') {
    const round = await roundById(store, row.subjectId);
    return round && roundRefusals(restoreRound(round.snapshot), share.event);
  }
  const nomination = await nominationById(store, row.subjectId);
  return nomination && refusals(restore(nomination.snapshot), share.event);
}

function isChange(type: InboxRow['type']): type is ChangeType {
  return (changeTypes as readonly string[]).includes(type);
}
