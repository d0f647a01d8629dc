import type { Programme } from '../../../contract/programme.ts';
import type { CheckName } from '../../../contract/texts/rehearsal/checks.ts';
import type { Values } from '../../../contract/texts/text.ts';
import type { Figures } from '../../../store/queries/figures.ts';
import type { AuditReport } from '../../core/types.ts';
import type { EngineState } from '../engineStates.ts';
import type { Evidence } from '../evidence.ts';
import type { MailFigures } from '../mailFigures.ts';
import type { Plan } from '../plan/planned.ts';
import type { Row } from '../plan/rows.ts';
import type { Life, SentAct } from '../play/life.ts';
import type { AppliedChange, RoundLife } from '../play/roundLife.ts';

/** Everything the checks judge by. */
export type Findings = {
  plan: Plan;
  rows: Row[];
  programme: Programme;
  /** Programme instant at which the last story was over, or the time was. */
  endedAt: string;
  lives: Life[];
  roundLives: RoundLife[];
  changes: AppliedChange[];
  acts: SentAct[];
  errors: string[];
  evidence: Evidence;
  audit: AuditReport;
  /** Of each nomination asked about: whether the engine's own state is the one on record. */
  engine: EngineState[];
  mail: MailFigures;
  ownerless: string[];
  /** The programme's own numbers, over the whole season. */
  figures: Figures;
  /** Around each instant at which one phase follows another: the round that takes what is received then. */
  boundaries: Boundary[];
  /** What `vinhdanh check` says of the whole installation: once on the way, and at the end. */
  looks: Look[];
  /** How often the installation was stopped and started again. */
  restarts: number;
  /** Running the plan again from the same seed. */
  samePlanHash: string;
};

/** One check of the installation; `violations` in words. */
export type Look = { at: string; open: number; violations: string[] };

/** Two receipts around the end of a phase, as the product judges them on the record of the season. */
export type Boundary = {
  movementId: string;
  before: string;
  after: string;
  /** The phase's last instant, the next one's first, and the round each is taken in; null: in none. */
  lastInstant: { at: string; round: string | null };
  firstInstant: { at: string; round: string | null };
};

/** Something that must hold. `examples` names what does not hold; `skipped`: not asked of a rehearsal this small. */
export type Check = { name: CheckName; holds: boolean; skipped: boolean; values: Values; examples: string[] };

/** Gives a check that holds when nothing speaks against it. */
export function holdsUnless(name: CheckName, against: readonly string[], values: Values = {}): Check {
  return {
    name,
    holds: against.length === 0,
    skipped: false,
    values: { ...values, failed: against.length },
    examples: against.slice(0, 5),
  };
}

/** Gives a check of a number that must be reached. */
export function reaches(name: CheckName, count: number, least: number, values: Values = {}): Check {
  return { name, holds: count >= least, skipped: false, values: { count, least, ...values }, examples: [] };
}

/** Gives the same check, not asked for: shown, and without consequence. */
export function skipped(check: Check): Check {
  return { ...check, holds: true, skipped: true, examples: [] };
}
