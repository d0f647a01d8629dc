import { appendFileSync } from 'node:fs';
import type { ActResult } from '../../client/core/types.ts';

/** One thing a person sent under one idempotency key, and everything that was ever said to them about it. */
export type Sent = {
  key: string;
  by: string;
  type: string;
  /** When it was first sent, and how often. */
  sentMs: number;
  attempts: number;
  /** Every answer given, equal ones once: acknowledged as soon as there is one. */
  answers: ActResult[];
};

/** What the people of the test hold in hand: the product's record must agree with all of it. */
export type Ledger = {
  sent(key: string, by: string, type: string): void;
  answered(key: string, result: ActResult): void;
  /** A failure that is not an answer: the sender will try again. */
  trouble(error: unknown): void;
  /** An administrator was told that a change is kept, having seen this preview. */
  changed(changeId: string, preview: { hash: string }): void;
  /** An administrator was told why nothing was changed. */
  notChanged(code: string): void;
  changes(): { changeId: string; hash: string }[];
  /** Answers that nothing was changed, by code, with their number. */
  unchanged(): ReadonlyMap<string, number>;
  all(): Sent[];
  /** Failures by message, with their number. */
  troubles(): ReadonlyMap<string, number>;
  /** When the first act that was sent at or after `sinceMs` was answered as applied; null while none was. */
  firstAppliedSince(sinceMs: number): number | null;
};

/** Opens a ledger in memory and in `file`; the file serves whoever looks into a failed run. */
export function openLedger(file: string): Ledger {
  const entries = new Map<string, Sent>();
  const troubles = new Map<string, number>();
  const changes = new Map<string, string>();
  const unchanged = new Map<string, number>();
  // Applied answers in the order they came.
  const applied: { sentMs: number; answeredMs: number }[] = [];
  const write = (line: object): void =>
    appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);

  return {
    sent(key, by, type) {
      const entry = entries.get(key);
      if (entry) entry.attempts += 1;
      else entries.set(key, { key, by, type, sentMs: Date.now(), attempts: 1, answers: [] });
    },
    answered(key, result) {
      const entry = entries.get(key);
      if (!entry) throw new Error(`Nothing was sent under ${key}`);
      const text = JSON.stringify(result);
      if (entry.answers.some((answer) => JSON.stringify(answer) === text)) return;
      entry.answers.push(result);
      if (result.outcome.kind === 'applied') applied.push({ sentMs: entry.sentMs, answeredMs: Date.now() });
      write({ key, by: entry.by, type: entry.type, ...result });
    },
    trouble(error) {
      const message = describe(error);
      if (!troubles.has(message)) write({ trouble: message, stack: error instanceof Error ? error.stack : undefined });
      troubles.set(message, (troubles.get(message) ?? 0) + 1);
    },
    changed(changeId, { hash }) {
      changes.set(changeId, hash);
      write({ changeId, hash });
    },
    notChanged: (code) => unchanged.set(code, (unchanged.get(code) ?? 0) + 1),
    changes: () => [...changes].map(([changeId, hash]) => ({ changeId, hash })),
    unchanged: () => unchanged,
    all: () => [...entries.values()],
    troubles: () => troubles,
    firstAppliedSince: (sinceMs) => applied.find(({ sentMs }) => sentMs >= sinceMs)?.answeredMs ?? null,
  };
}

/** Without addresses, ids and query texts, so that equal failures count as one. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` ← ${describe(error.cause)}` : '';
  const code = 'code' in error ? ` [${String(error.code)}]` : '';
  const own = error.message.startsWith('Failed query') ? 'Failed query' : error.message.split('\n', 1)[0];
  return `${error.name}${code}: ${own?.replaceAll(/\d{3,}/g, 'n')}${cause}`;
}
