import { randomUUID } from 'node:crypto';
import { localDay } from '../../../contract/calendarDay.ts';
import type { MovementPlan, RoundActRequest } from '../../../contract/roundActs.ts';
import { roundActBodySchema, roundActRequestSchema } from '../../../contract/roundActs.ts';
import { day } from '../../../contract/texts/dates.ts';
import { checkMovementPlan } from '../../../programmes/planChecks.ts';
import { PlanningError } from '../../../programmes/planningError.ts';
import { sentBefore } from '../../../store/queries/beforeReceipt.ts';
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

/** Throws ClientError INVALID_FORM for a covenant that is yet to be signed: only what was signed is recorded. */
function checkSigned(signedOn: string, today: string): void {
  if (signedOn <= today) return;
  const [signed, now] = [day(signedOn), day(today)];
  throw new ClientError('INVALID_FORM', {
    vi: `Ngày ký giao ước (signedOn) là ${signed}, sau hôm nay (${now}); chỉ ghi nhận giao ước đã ký.`,
    en: `The covenant’s day of signing (signedOn) is ${signed}, after today (${now}); only a signed covenant is recorded.`,
  });
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
  const today = localDay(sender.now());
  if (type === 'plan.submit' && (await sentBefore(sender.store, by, idempotencyKey)) === null)
    checkPlan(roundActBodySchema(type).parse(checked).plan, today);
  if (type === 'unit.signCovenant') checkSigned(roundActBodySchema(type).parse(checked).signedOn, today);
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
