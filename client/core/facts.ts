import { createHash } from 'node:crypto';
import { parseActBody } from '../../contract/acts.ts';
import { endOfDay } from '../../contract/calendarDay.ts';
import { canonicalJson } from '../../contract/canonicalJson.ts';
import type { ActEvent, ActType } from '../../contract/events.ts';
import type { Actor, RoleName } from '../../contract/roles.ts';

/** A received act, as the inbox keeps it. */
export type ReceivedAct = {
  type: ActType;
  as: RoleName;
  body: unknown;
  expectedRevision: number | null;
  /** Programme instant of receipt. */
  programmeAt: string;
};

/** Gives the SHA-256 of a dossier's canonical JSON, in hex: the version people decide on. */
export function dossierHash(dossier: unknown): string {
  return createHash('sha256').update(canonicalJson(dossier)).digest('hex');
}

/**
 * Gives the machine's event of a received act: facts and ids only. Reasons, items and opinions stay in the inbox row
 * (design rule 5); a day given as a deadline becomes the end of that local day.
 * Throws ZodError when the stored body no longer fits its schema.
 */
export function eventOf(act: ReceivedAct, actor: Actor): ActEvent {
  const body = parseActBody({ nominationId: '-', type: act.type, as: act.as, body: act.body });
  const facts: Record<string, unknown> = {};
  if (body.dossier !== undefined) facts.dossierHash = dossierHash(body.dossier);
  if (body.dueOn !== undefined) facts.dueAt = endOfDay(String(body.dueOn));
  if (Array.isArray(body.items)) facts.itemCodes = body.items.map((item: { code: string }) => item.code);
  for (const name of ['divisions', 'division', 'opinion', 'resolution', 'decisionNumber', 'decisionDate', 'ground']) {
    if (body[name] !== undefined) facts[name] = body[name];
  }
  return {
    type: act.type,
    at: act.programmeAt,
    actor,
    as: act.as,
    reasonGiven: body.reason !== undefined,
    ...(act.expectedRevision === null ? {} : { expectedRevision: act.expectedRevision }),
    ...facts,
  } as ActEvent;
}
