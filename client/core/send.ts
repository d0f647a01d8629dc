import { randomUUID } from 'node:crypto';
import { ZodError } from 'zod';
import type { ActRequest, Nominate } from '../../contract/acts.ts';
import { actRequestSchema, nominateSchema, parseActBody } from '../../contract/acts.ts';
import { UncanonicalValue } from '../../contract/canonicalJson.ts';
import { rowOf } from '../../store/deliver.ts';
import { actorAt } from '../../store/directory.ts';
import { IdempotencyConflict } from '../../store/errors.ts';
import { knownTo, sentBefore } from '../../store/queries/beforeReceipt.ts';
import type { ActReceived } from '../../store/receive.ts';
import { receive } from '../../store/receive.ts';
import { programmeIdOf } from '../../store/record.ts';
import type { DeliveryTo } from './deliver.ts';
import { awaitSettled, deliver } from './deliver.ts';
import { ClientError, unknownPerson } from './errors.ts';
import { programmeOfOpening } from './known.ts';
import { checkOpening } from './opening.ts';
import type { ActResult } from './types.ts';

export type Sender = DeliveryTo & { owner: string; now(): string };

/** Keeps and delivers the opening of a nomination. See `VinhDanh.nominate`. */
export async function sendNomination(
  sender: Sender,
  by: string,
  form: Nominate,
  idempotencyKey?: string,
): Promise<ActResult> {
  const checked = checkForm(() => nominateSchema.parse(form));
  await checkPerson(sender, by);
  const before = await sentBefore(sender.store, by, idempotencyKey);
  const programmeRef = before?.programmeRef ?? (await checkOpening(sender.store, checked));
  return send(sender, {
    idempotencyKey: idempotencyKey ?? randomUUID(),
    actorId: by,
    as: 'unitClerk',
    programmeId: checked.programmeId,
    subjectId: null,
    type: 'nomination.open',
    // The version in force at receipt is the one the nomination is pinned to, however late it is delivered.
    body: { ...checked, programmeRef },
  });
}

/** Keeps and delivers an act. See `VinhDanh.act`. */
export async function sendAct(
  sender: Sender,
  by: string,
  request: ActRequest,
  idempotencyKey?: string,
): Promise<ActResult> {
  const { nominationId, type, as, expectedRevision } = checkForm(() => actRequestSchema.parse(request));
  const body = checkForm(() => parseActBody(request));
  const { person, programmeRef } = await knownTo(sender.store, by, nominationId);
  if (!person) throw unknownPerson(by);
  // An opening that was received and not yet delivered has an id and no projection: acts on it wait behind it.
  const programmeId = programmeRef ? programmeIdOf(programmeRef) : await programmeOfOpening(sender.store, nominationId);
  return send(sender, {
    idempotencyKey: idempotencyKey ?? randomUUID(),
    actorId: by,
    as,
    programmeId,
    subjectId: nominationId,
    type,
    body,
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  });
}

/** Keeps an act and brings it to the engine. */
export async function send(sender: Sender, act: ActReceived): Promise<ActResult> {
  const kept = await receive(sender.store, act, { clock: sender.clock, owner: sender.owner }).catch(explain);
  const { inboxId, subjectId, receivedAt, programmeAt } = kept;
  const receipt = { inboxId, nominationId: subjectId, receivedAt, programmeAt };
  if (!kept.deliverNow) {
    // A repetition, or one behind an earlier act: somebody else delivers it, usually at once.
    return { receipt, outcome: await awaitSettled(sender, inboxId) };
  }
  return { receipt, outcome: await deliver(sender, rowOf(act, kept), kept.actor) };
}

/** Throws ClientError UNKNOWN_PERSON. */
export async function checkPerson(sender: Sender, by: string): Promise<void> {
  if (await actorAt(sender.store, by, sender.now())) return;
  throw unknownPerson(by);
}

/** Runs a schema check. Throws ClientError INVALID_FORM naming what is wrong field by field. */
export function checkForm<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const fields = error.issues.map((issue) => `${issue.path.join('.') || '(form)'}: ${issue.message}`).join('; ');
    throw new ClientError(
      'INVALID_FORM',
      { vi: `Biểu mẫu chưa hợp lệ: ${fields}`, en: `The form is not valid: ${fields}` },
      { cause: error },
    );
  }
}

function explain(error: unknown): never {
  if (error instanceof IdempotencyConflict) {
    throw new ClientError(
      'IDEMPOTENCY_CONFLICT',
      {
        vi: 'Khóa gửi này đã được dùng cho một yêu cầu khác. Hãy dùng khóa mới nếu đây là yêu cầu mới.',
        en: 'This idempotency key was already used for another request. Use a new key if this is a new request.',
      },
      { cause: error },
    );
  }
  if (error instanceof UncanonicalValue) {
    throw new ClientError(
      'INVALID_FORM',
      { vi: `Không lưu được ký tự trong biểu mẫu: ${error.message}`, en: error.message },
      { cause: error },
    );
  }
  throw error;
}
