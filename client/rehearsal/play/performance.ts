import type { Life, SentAct } from './life.ts';
import type { AppliedChange, RoundLife } from './roundLife.ts';

/** A season being played: what its people did, and what became of it as far as they know. */
export type Performance = {
  lives: Life[];
  rounds: RoundLife[];
  /** Changes of rounds, in the order in which they were applied. */
  changes: AppliedChange[];
  acts: SentAct[];
  errors: string[];
  stop(): Promise<void>;
};

/** What is done at an instant beside what people do: stopping and starting the installation. */
export type Interlude = { at: string; task(): Promise<void> };
