import { z } from 'zod';
import type { ChangeEvent, ChangeType } from '../../../contract/events.ts';
import type { Actor } from '../../../contract/roles.ts';
import type { RoundChangeEvent } from '../../../contract/roundEvents.ts';
import type { InboxRow } from '../../../store/deliver.ts';

/** One subject's share of an applied change, as the inbox keeps it. */
export type ChangeRow = Pick<InboxRow, 'as' | 'body' | 'expectedRevision' | 'programmeAt'> & { type: ChangeType };

const rules = z.record(z.string(), z.record(z.string(), z.unknown()));

/** What `apply` wrote; texts are left out. The rules in it were the machine's own when they were written. */
const shareSchema = z.object({
  changeId: z.string().min(1),
  of: z.string().exactOptional(),
  dueAt: z.iso.datetime().exactOptional(),
  provisional: z.literal(true).exactOptional(),
  unit: z.string().exactOptional(),
  plan: rules.exactOptional(),
  stages: rules.exactOptional(),
  calendar: z.looseObject({ ref: z.string() }).exactOptional(),
});

/** Gives the machine's event of a nomination's share. Throws ZodError when the stored body no longer fits its schema. */
export function changeEventOf(row: ChangeRow, actor: Actor): ChangeEvent {
  return eventOf(row, actor) as ChangeEvent;
}

/** Gives the machine's event of a round's share. Throws ZodError when the stored body no longer fits its schema. */
export function roundChangeEventOf(row: ChangeRow, actor: Actor): RoundChangeEvent {
  return eventOf(row, actor) as RoundChangeEvent;
}

function eventOf({ type, as, body, expectedRevision, programmeAt }: ChangeRow, actor: Actor) {
  const { changeId, ...share } = shareSchema.parse(body);
  return {
    type,
    at: programmeAt,
    actor,
    as,
    reasonGiven: body.reason !== undefined,
    ...(expectedRevision === null ? {} : { expectedRevision }),
    changeId,
    ...(type === 'deadline.change' ? share : {}),
  };
}
