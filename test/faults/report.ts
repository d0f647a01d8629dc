import type { Checked } from './check.ts';
import type { Kill } from './kills.ts';
import type { Ledger } from './ledger.ts';
import { victims } from './product.ts';

export type Outcome = {
  seed: number;
  kills: Kill[];
  ledger: Ledger;
  settled: { undelivered: number; unsent: number; ms: number };
  checked: Checked;
  tookMs: number;
};

/** Gives the figures of a run, and what it found. */
export function reportLines({ seed, kills, ledger, settled, checked, tookMs }: Outcome): string[] {
  const sent = ledger.all();
  const with_ = (kind: string) =>
    sent.filter(({ answers }) => answers.some(({ outcome }) => outcome.kind === kind)).length;
  const acknowledged = sent.filter(({ answers }) => answers.length > 0).length;
  const attempts = sent.reduce((sum, each) => sum + each.attempts, 0);
  const troubles = [...ledger.troubles()].sort(([, a], [, b]) => b - a);
  return [
    `seed ${seed}, ${seconds(tookMs)}`,
    ...victims.flatMap((victim) =>
      recoveryLine(
        victim,
        kills.filter((kill) => kill.victim === victim),
      ),
    ),
    `nominations ${checked.nominations}, deadlines passed ${checked.deadlines}, acts sent ${sent.length} (attempts ${attempts}), acknowledged ${acknowledged}, applied ${with_('applied')}, refused ${with_('refused')}, told "received" first ${with_('received')}`,
    `rounds ${checked.rounds}; changes applied ${checked.changes} with ${checked.shares} shares, told of ${ledger.changes().length}; not applied: ${[...ledger.unchanged()].map(([code, count]) => `${code} ${count}`).join(', ') || 0}`,
    `after the load: everything delivered within ${seconds(settled.ms)}, undelivered ${settled.undelivered}, notices unsent ${settled.unsent}`,
    `mails ${checked.mails}, delivered more than once ${checked.mailsRepeated} (same Message-ID)`,
    `failures people saw and tried again: ${troubles.reduce((sum, [, count]) => sum + count, 0)}`,
    ...troubles.slice(0, 8).map(([message, count]) => `  ${count} × ${message}`),
    ...findingLines(checked),
  ];
}

function recoveryLine(victim: string, kills: readonly Kill[]): string[] {
  if (kills.length === 0) return [];
  const ready = kills.flatMap(({ readyMs }) => (readyMs === null ? [] : [readyMs]));
  const twice = kills.filter(({ duringStart }) => duringStart).length;
  const parts = [`${victim}: ${kills.length} kills${twice > 0 ? `, ${twice} of them again while starting` : ''}`];
  if (ready.length > 0) parts.push(`ready ${spread(ready)}`);
  return [[...parts, `first act applied ${spread(kills.map(({ appliedMs }) => appliedMs))}`].join('; ')];
}

function findingLines({ findings }: Checked): string[] {
  if (findings.length === 0) return ['lost 0, applied twice 0, recorded twice 0, told differently 0: no rule broken'];
  const rules = Map.groupBy(findings, ({ rule }) => rule);
  return [...rules].flatMap(([rule, broken]) => [
    `✗ ${rule}: broken ${broken.length} ×`,
    ...broken.slice(0, 5).map(({ what }) => `    ${what.slice(0, 1_000)}`),
  ]);
}

function spread(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `p50 ${seconds(sorted[Math.floor((sorted.length - 1) / 2)] ?? 0)}, max ${seconds(sorted.at(-1) ?? 0)}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
