import type { ProgrammeClock } from '../../contract/clock.ts';
import type { SubjectKind, ViolationCode, WarningCode } from '../../contract/texts/check.ts';
import type { Text } from '../../contract/texts/text.ts';
import type { Store } from '../../store/connect.ts';
import type { CheckCounts } from '../../store/queries/checks.ts';
import type { Engine } from '../core/engine.ts';

/** Something that must not be, or that will keep people waiting. */
export type Finding<Code extends string = string> = {
  code: Code;
  subject: { kind: SubjectKind; id: string };
  /** Ids, codes, numbers and ISO instants. */
  detail: Record<string, string>;
  /** In people's words. */
  text: Text;
};

export type CheckReport = {
  /** Programme instant. */
  checkedAt: string;
  counts: CheckCounts;
  /** Whether the engine was asked too. */
  engine: boolean;
  violations: Finding<ViolationCode>[];
  warnings: Finding<WarningCode>[];
};

export type CheckOf = {
  store: Store;
  clock: ProgrammeClock;
  /** With it, everything open is compared with its workflow. */
  engine?: Pick<Engine, 'client'>;
  /** Real milliseconds after which a timer that should have fired is missed. */
  timerAfterMs?: number;
  /** Real milliseconds after which a received act counts as not delivered. */
  undeliveredAfterMs?: number;
  /** Real milliseconds between finding something and looking whether it is still so. */
  settleMs?: number;
};
