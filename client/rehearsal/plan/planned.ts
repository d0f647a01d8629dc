import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../contract/canonicalJson.ts';
import type { RefusalCode } from '../../../contract/refusals.ts';
import type { StateName } from '../../../contract/states.ts';
import type { Nominee } from '../../../programmes/directorySchema.ts';
import type { StoryName } from '../stories/catalogue.ts';
import type { Beat } from './beats.ts';
import type { Cast } from './cast.ts';
import type { PlannedRound } from './roundBeats.ts';

/** When a planned beat comes; hours are drawn from the story's range, instants are absolute. */
export type PlannedWhen = { after: 'beat' | 'due'; hours: number } | { at: string };
export type PlannedBeat = Omit<Beat, 'when'> & { when: PlannedWhen };

/** One nomination of the rehearsal, as the seed has it. */
export type PlannedNomination = {
  /** Its name in the rehearsal: the number is given by the product. */
  key: string;
  story: StoryName;
  movementId: string;
  /** The row it is planned in; around the end of a phase the next one may take it. */
  rowId: string;
  unitId: string;
  nominee: Nominee;
  openAt: string;
  /** When it is expected to be over; only the length of the rehearsal rests on it. */
  expectedEnd: string;
  cast: Cast;
  /** Divisions that may be asked for an opinion, in the programme's order. */
  divisions: string[];
  beats: PlannedBeat[];
  /** The state it must end in; null: it must be refused at the opening. */
  ends: StateName | null;
  refusedWith: readonly RefusalCode[];
  awards: boolean;
  escalates: boolean;
  /** Of the decision, should there be one. */
  decisionNumber: string;
};

export type Plan = {
  programmeId: string;
  seed: number;
  /** What is done with each round. */
  rounds: PlannedRound[];
  /** In the order of their opening. */
  nominations: PlannedNomination[];
  /** First and last instant of the rehearsal. */
  from: string;
  to: string;
  /** When the installation is stopped and started again. */
  restartAt: string | null;
  hash: string;
};

/** Gives the hash that says whether two rehearsals were the same: real time and speed are no part of it. */
export function planHash(plan: Pick<Plan, 'rounds' | 'nominations'>): string {
  const { rounds, nominations } = plan;
  return createHash('sha256').update(canonicalJson({ rounds, nominations })).digest('hex').slice(0, 16);
}
