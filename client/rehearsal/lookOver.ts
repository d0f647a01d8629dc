import type { ProgrammeClock } from '../../contract/clock.ts';
import type { Store } from '../../store/connect.ts';
import { checkInstallation } from '../check/check.ts';
import type { Engine } from '../core/engine.ts';
import type { Look } from './checks/check.ts';

/** Checks the whole installation, as `vinhdanh check` does; with the engine, every open subject's workflow too. */
export async function lookOver(store: Store, clock: ProgrammeClock, engine?: Engine): Promise<Look> {
  const { checkedAt, violations } = await checkInstallation({ store, clock, ...(engine ? { engine } : {}) });
  const [row] = await store.sql<{ open: number }[]>`
    select (select count(*) from nominations where closed_at is null)::integer
      + (select count(*) from rounds where closed_at is null)::integer as open`;
  return {
    at: checkedAt,
    open: row?.open ?? 0,
    violations: violations.map(({ code, subject, text }) => `${code} ${subject.id}: ${text.en}`),
  };
}
