import { randomUUID } from 'node:crypto';
import { localDay } from '../../../contract/calendarDay.ts';
import type { MovementPlan, RoundActRequest } from '../../../contract/roundActs.ts';
import { roundActBodySchema, roundActRequestSchema } from '../../../contract/roundActs.ts';
import { checkMovementPlan } from '../../../programmes/planChecks.ts';
import { PlanningError } from '../../../programmes/planningError.ts';
import { ClientError } from '../errors.ts';
import type { Sender } from '../send.ts';
import { checkForm, checkPerson, send } from '../send.ts';
import type { ActResult } from '../types.ts';
import { knownRound } from './known.ts';

/** Throws ClientError INVALID_FORM for a plan whose days or rules make no sense. */
function checkPlan(plan: MovementPlan, today: string): void {
  try {
    checkMovementPlan(plan, today);
  } catch (error) {
    if (error instanceof PlanningError) throw new ClientError('INVALID_FORM', error.text, { cause: error });
    throw error;
  }
}

/** Keeps and delivers an act on a round. See `VinhDanh.actOnRound`. */
export async function sendRoundAct(
  sender: Sender,
  by: string,
  request: RoundActRequest,
  idempotencyKey?: string,
): Promise<ActResult> {
  const { roundId, type, as, expectedRevision, body } = checkForm(() => roundActRequestSchema.parse(request));
  const checked = checkForm(() => roundActBodySchema(type).parse(body ?? {}));
  if (type === 'plan.submit') checkPlan(roundActBodySchema(type).parse(checked).plan, localDay(sender.now()));
  await checkPerson(sender, by);
  const { programmeId } = await knownRound(sender.store, roundId);
  return send(sender, {
    idempotencyKey: idempotencyKey ?? randomUUID(),
    actorId: by,
    as,
    programmeId,
    subjectId: roundId,
    type,
    body: checked,
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  });
}
