import type { NoticeTemplate, StageDue } from './nomination.ts';
import type { Refusal } from './refusals.ts';
import type { Queue } from './roles.ts';
import type { RoundDeadlineName, RoundStateName } from './roundStates.ts';
import type { DeadlineName, StateName } from './states.ts';

/**
 * A change of a round, of its deadlines or of the calendar: what is proposed (`ChangeSpec`, `changeSpec.ts`), and what it
 * would touch (`ChangePreview`). What is applied is exactly what was previewed, named by its hash. Zod-free.
 */

/** An instant or date before and after; null: there is none. */
export type Moved<T = string | null> = { from: T; to: T };

/** One open matter as the change finds and leaves it; null on the side where it is not open. */
export type MovedMatter = {
  key: string;
  queue: Moved<Queue | null>;
  dueAt: Moved;
  nextEscalationAt: Moved;
  level: Moved<number | null>;
  /** Reminders that no longer come, and those that come instead. */
  reminders: { dropped: string[]; added: string[] };
};

/** A person who would be told, and of what. */
export type ForetoldNotice = { template: NoticeTemplate; personId: string; personName: string };

/** A webhook that would be told, and of what. */
export type ForetoldPost = { template: NoticeTemplate; webhookId: string; url: string };

/** What there is to say of a new due time beside the instant. Absent in previews kept by earlier versions. */
export type DueMarks = {
  /** It stands still: when it goes on, the time it has stood is still added to the new instant. */
  paused?: true;
  /** It falls on a day off. Nothing moves it on: BLDS Đ.148 would, but stands unconfirmed. */
  dayOff?: true;
};

/** One nomination or round that the change touches. */
export type ChangedSubject = {
  kind: 'nomination' | 'round';
  id: string;
  /** The share holds for this revision only; the preview also for a later one, where everything else is the same. */
  revision: number;
  /** Shares of earlier changes kept for it. Absent in previews kept by earlier versions. */
  changesBefore?: number;
  state: Moved<StateName | RoundStateName>;
  unitId: string | null;
  /** The running or paused deadlines that move. `unit`: the end of the window for this unit only. */
  deadlines: (Moved & DueMarks & { name: DeadlineName | RoundDeadlineName; provisional: boolean; unit?: string })[];
  /** From when a round takes nominations, where that moves with its opening. Absent in previews kept by earlier versions. */
  nominationsFrom?: Moved & DueMarks & { provisional?: true };
  /** The instant at which the workflow next has something to do. */
  timer: Moved;
  /**
   * Rules of stages not entered yet. `of`: the round's own rule, or that of nominations still to be opened in it, which may
   * have the same name. Absent for nominations, and in previews kept by earlier versions.
   */
  rules: (Moved<StageDue | null> & { name: DeadlineName | RoundDeadlineName; of?: 'round' | 'nominations' })[];
  matters: MovedMatter[];
  notices: ForetoldNotice[];
  /** Absent where no webhook is told, and in previews kept by earlier versions. */
  posts?: ForetoldPost[];
};

/** Something in the change's scope that it would leave as it is, and why. */
export type UntouchedSubject = { kind: 'nomination' | 'round'; id: string; because: Refusal[] };

export type ChangePreview = {
  /** SHA-256 (hex) over everything below but `at` and the revisions: the same proposal with the same effects gives the same hash. */
  hash: string;
  /** Programme instant of the preview. */
  at: string;
  spec: unknown;
  subjects: ChangedSubject[];
  untouched: UntouchedSubject[];
  totals: {
    nominations: number;
    rounds: number;
    deadlines: number;
    timers: number;
    reminders: number;
    people: number;
    notices: number;
    /** Apart from people and their notices; absent as `posts` of the subjects are. */
    webhooks?: number;
    posts?: number;
  };
};

/** Of each subject in a preview a digest of what it says of it. */
export type Effects = Record<string, string>;

/** How far an applied change has got. */
export type ChangeProgress = {
  changeId: string;
  appliedAt: string;
  by: string;
  reason: string;
  spec: unknown;
  hash: string;
  /** Subjects by what became of their share. */
  total: number;
  applied: number;
  refused: number;
  waiting: number;
};
