import { setTimeout as sleep } from 'node:timers/promises';
import { ClientError } from '../../client/core/errors.ts';
import { addDays } from '../../contract/calendar.ts';
import { localDay } from '../../contract/calendarDay.ts';
import type { ChangeRequest, ChangeSpec } from '../../contract/changeSpec.ts';
import type { DeadlineName } from '../../contract/states.ts';
import type { Ledger } from './ledger.ts';
import type { Desk } from './people.ts';
import type { Chance } from './random.ts';
import { rounds } from './scripts.ts';

/** Who applies them. */
const by = 'syt.admin';
const retryMs = 300;

/** What the administrator is told when the record has gone on meanwhile, or the day does not suit: nothing was changed. */
const harmless = [
  'PREVIEW_STALE',
  'CHANGE_BUSY',
  'NOTHING_TO_CHANGE',
  'DAY_OFF',
  'DUE_NOT_AHEAD',
  'WINDOW_REVERSED',
  'NOT_APPLIED_YET',
  'UNKNOWN_NOMINATION',
];

/**
 * An administrator goes on changing deadlines and rounds until the desk closes: extends a round, a unit's window, one
 * nomination; suspends a round and resumes it. Each change is previewed and applied by its hash; an application without an
 * answer is sent again, as it may have been kept.
 */
export async function applyChanges(desk: Desk, ledger: Ledger, chance: Chance): Promise<void> {
  while (!desk.closing()) {
    await sleep(chance.between(50, 400));
    const spec = await proposal(desk, ledger, chance);
    if (!spec) continue;
    const applied = await change(desk, ledger, spec);
    // A round is not left standing: its nominations could go nowhere.
    if (applied && spec.kind === 'suspend') {
      await sleep(chance.between(300, 2_000));
      const resume: ChangeSpec = { kind: 'resume', scope: spec.scope };
      while (!desk.closed() && !(await change(desk, ledger, resume))) await sleep(retryMs);
    }
  }
}

/** A preview that people at work have overtaken is made again, a few times. */
const previews = 5;

async function change(desk: Desk, ledger: Ledger, spec: ChangeSpec): Promise<boolean> {
  const request: ChangeRequest = { spec, as: 'administrator', reason: 'Thử sự cố', holdNotices: false };
  for (let left = previews; left > 0 && !desk.closed(); left -= 1) {
    const seen = await insist(desk, ledger, () => desk.client().previewChange(by, request));
    if (!seen || seen.subjects.length === 0) return false;
    const progress = await insist(desk, ledger, () => desk.client().applyChange(by, request, seen.hash));
    if (progress) {
      ledger.changed(progress.changeId, seen);
      return true;
    }
  }
  return false;
}

/** Tries again until there is an answer; null: the administrator was told why not, or the desk has closed. */
async function insist<T>(desk: Desk, ledger: Ledger, once: () => Promise<T>): Promise<T | null> {
  while (!desk.closed()) {
    try {
      return await once();
    } catch (error) {
      const code = error instanceof ClientError ? error.code : null;
      if (code !== null && harmless.includes(code)) {
        ledger.notChanged(code);
        return null;
      }
      if (code !== null && code !== 'DATABASE_UNREACHABLE') throw error;
      ledger.trouble(error);
      await sleep(retryMs);
    }
  }
  return null;
}

async function proposal(desk: Desk, ledger: Ledger, chance: Chance): Promise<ChangeSpec | null> {
  const roundId = chance.pick(rounds);
  const kind = chance.next();
  const days = Math.floor(chance.between(2, 6));
  const to = { addDays: days, counting: chance.pick(['calendar', 'working'] as const) };
  if (kind < 0.12) return { kind: 'suspend', scope: { roundId } };
  if (kind < 0.3)
    return { kind: 'deadline', scope: { roundId }, deadline: chance.pick(['draft', 'review', 'council']), to };
  if (kind < 0.4)
    return {
      kind: 'deadline',
      scope: { roundId, unitId: chance.pick(['benhVienBaRia', 'benhVienVungTau']) },
      deadline: 'draft',
      to,
    };
  const open = await insist(desk, ledger, () => desk.client().list({ programmeId: '004', limit: 40 }));
  const running = (open ?? []).filter(({ deadline }) => deadline !== null);
  if (running.length === 0) return null;
  const { nominationId, deadline } = chance.pick(running);
  const on = { on: addDays(localDay(desk.client().now()), days + 1) };
  return {
    kind: 'deadline',
    scope: { nominationId },
    deadline: deadline?.name as DeadlineName,
    to: chance.happens(0.3) ? on : to,
  };
}
