import type { ActRequest } from '../../../contract/acts.ts';
import type { RefusalCode } from '../../../contract/refusals.ts';
import type { ActOutcome, ActResult, VinhDanh } from '../../core/types.ts';
import { roleOfPart } from '../plan/beats.ts';
import type { PlannedBeat } from '../plan/planned.ts';
import { bodyOf, dossierOf } from './forms.ts';
import type { Gate } from './gate.ts';
import type { Life, SentAct } from './life.ts';
import type { Send } from './sender.ts';

export type ActingTo = {
  client: VinhDanh;
  gate: Gate;
  send: Send;
  programmeId: string;
  planHash: string;
  note(act: SentAct): void;
};

/** Opens the nomination as its clerk; gives whether it went as the story has it. */
export async function open(to: ActingTo, life: Life, dueRealMs: number): Promise<ActResult> {
  const { plan } = life;
  const form = {
    programmeId: to.programmeId,
    movementId: plan.movementId,
    unitId: plan.unitId,
    nominee: { kind: plan.nominee.kind, id: plan.nominee.id },
    dossier: dossierOf(plan, 1),
  };
  const by = plan.cast.clerk ?? '';
  const key = `${to.planHash} ${plan.key} open`;
  const times = plan.story === 'doubleClick' ? 2 : 1;
  return sent(to, life, { type: 'nomination.open', by, allowed: null, dueRealMs }, times, () =>
    to.client.nominate(by, form, key),
  );
}

/** Does a beat as the person who plays it: asks first whether it may be done, then does it all the same. */
export async function act(to: ActingTo, life: Life, beat: PlannedBeat, dueRealMs: number): Promise<ActResult> {
  const { plan, cursor } = life;
  const nominationId = life.nominationId ?? '';
  const by = plan.cast[beat.by] ?? '';
  const [why] = await to.gate(() => to.client.why(by, nominationId, beat.act));
  const supplements = plan.beats.slice(0, cursor + 1).filter((each) => each.act === 'supplement.submit').length;
  const request: ActRequest = {
    nominationId,
    type: beat.act,
    as: beat.as ?? why?.as ?? roleOfPart[beat.by],
    body: bodyOf(beat, plan, to.client.now(), supplements),
    ...(beat.manner === 'stale'
      ? { expectedRevision: (await to.gate(() => to.client.show(nominationId))).revision - 1 }
      : {}),
  };
  const key = `${to.planHash} ${plan.key} ${cursor}`;
  const times = beat.manner === 'twice' ? 2 : 1;
  return sent(to, life, { type: beat.act, by, allowed: why?.allowed ?? null, dueRealMs }, times, () =>
    to.client.act(by, request, key),
  );
}

type Told = Pick<SentAct, 'type' | 'by' | 'allowed'> & { dueRealMs: number };

/** Sends it once, or twice at the same time with one key; both must come back as the same. */
async function sent(
  to: ActingTo,
  life: Life,
  { dueRealMs, ...told }: Told,
  times: number,
  call: () => Promise<ActResult>,
): Promise<ActResult> {
  const sinceMs = Date.now();
  const results = await Promise.all(Array.from({ length: times }, () => to.send(call)));
  const [first] = results as [ActResult];
  for (const { receipt, outcome } of results) {
    const { inboxId, nominationId } = receipt;
    to.note({
      key: life.plan.key,
      subjectId: nominationId,
      inboxId,
      outcome,
      ...told,
      lateMs: Math.max(0, sinceMs - dueRealMs),
      tookMs: Date.now() - sinceMs,
    });
  }
  if (results.some(({ receipt }) => receipt.inboxId !== first.receipt.inboxId))
    life.mishaps.push(`${told.type}: a double click gave two receipts`);
  return first;
}

/** Gives what is wrong with an outcome, or null when it is as the story has it. */
export function against(expect: readonly RefusalCode[], outcome: ActOutcome): string | null {
  if (outcome.kind === 'received') return `no answer (${outcome.because})`;
  if (outcome.kind === 'applied')
    return expect.length === 0 ? null : `applied, should be refused with ${expect.join(' or ')}`;
  const codes = outcome.refusals.map(({ code }) => code);
  return expect.some((code) => codes.includes(code)) ? null : `refused: ${codes.join(', ')}`;
}
