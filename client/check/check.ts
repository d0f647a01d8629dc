import { setTimeout as sleep } from 'node:timers/promises';
import { toProgramme } from '../../contract/clock.ts';
import { realInstant } from '../../store/changes.ts';
import { overdueNotices } from '../../store/deliverBy.ts';
import { nominationsOnRecord, roundsOnRecord } from '../../store/queries/checkSubjects.ts';
import type { CheckCounts, Suspect } from '../../store/queries/checks.ts';
import { checkCounts, suspectsOf } from '../../store/queries/checks.ts';
import { compareNomination, compareRound } from './compare.ts';
import { suspectsOfEngine } from './engine.ts';
import { findingOf, isViolation } from './finding.ts';
import type { CheckOf, CheckReport } from './types.ts';

const timerAfterMs = 60_000;
const undeliveredAfterMs = 300_000;
const settleMs = 1_000;

/**
 * Proves over the whole database that at this moment every open nomination, round, return and appraisal has a queue, a due
 * time and a next escalation, and that the record agrees with itself and its machines; with `engine`, with the workflows too.
 * Each look is one view of the data. What is found is looked at again after a moment: only what is still so is reported, so
 * that acts in flight raise no alarm. Writes nothing. Throws ClientError ENGINE_UNREACHABLE.
 */
export async function checkInstallation(of: CheckOf): Promise<CheckReport> {
  const first = await look(of);
  if (first.suspects.length > 0) await sleep(of.settleMs ?? settleMs);
  const { checkedAt, counts, suspects } = first.suspects.length > 0 ? await look(of) : first;
  const before = new Set(first.suspects.map(nameOf));
  const found = suspects.filter((suspect) => before.has(nameOf(suspect)));
  const ofEngine = of.engine ? await suspectsOfEngine(of.store, of.engine) : [];
  const all = [...found, ...ofEngine];
  return {
    checkedAt,
    counts,
    engine: of.engine !== undefined,
    violations: all.filter(isViolation).map((one) => findingOf(one)),
    warnings: all.flatMap((one) => (isViolation(one) ? [] : [findingOf({ ...one, code: one.code as never })])),
  };
}

/** Facts that change while a finding stays the same. */
const passing: readonly string[] = ['attempts', 'error', 'count', 'example'];

function nameOf({ code, kind, id, detail }: Suspect): string {
  const lasting = Object.entries(detail).filter(([name]) => !passing.includes(name));
  return JSON.stringify([code, kind, id, lasting]);
}

type Look = { checkedAt: string; counts: CheckCounts; suspects: Suspect[] };

async function look({ store, clock, ...of }: CheckOf): Promise<Look> {
  const seen = await store.transact(async (tx) => {
    const nowMs = Date.parse(await realInstant(tx));
    const now = toProgramme(clock, nowMs);
    const timersBeforeMs = nowMs - (of.timerAfterMs ?? timerAfterMs);
    const at = {
      now,
      timersBefore: toProgramme(clock, timersBeforeMs),
      setBefore: new Date(timersBeforeMs).toISOString(),
      receivedBefore: new Date(nowMs - (of.undeliveredAfterMs ?? undeliveredAfterMs)).toISOString(),
    };
    const counts = await checkCounts(tx);
    const suspects = await suspectsOf(tx, at);
    for await (const rows of nominationsOnRecord(tx)) suspects.push(...rows.flatMap(compareNomination));
    for await (const rows of roundsOnRecord(tx)) suspects.push(...rows.flatMap(compareRound));
    return { checkedAt: now, counts, suspects, timersBefore: at.timersBefore };
  }, 'isolation level repeatable read read only');
  const { timersBefore, ...looked } = seen;
  const untold = await overdueNotices(store, timersBefore);
  return { ...looked, suspects: [...looked.suspects, ...untold.map(untoldOf)] };
}

function untoldOf({
  id,
  subjectId,
  recipientPerson,
  status,
  deliverBy,
}: Awaited<ReturnType<typeof overdueNotices>>[number]): Suspect {
  const detail = { subject: subjectId, recipient: recipientPerson, deliverBy, status };
  return { code: 'REFUSAL_UNTOLD', kind: 'notice', id, detail };
}
