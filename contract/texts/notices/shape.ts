import type { NoticeTemplate } from '../../nomination.ts';
import type { RecipientName } from '../../roles.ts';
import type { StageCounts } from '../../round.ts';
import type { Text } from '../text.ts';

/** What a group of recipients has to do next. */
export type NoticeTask = { of: readonly RecipientName[]; text: Text };

/** A paragraph; with `when`, only where the data have that value. */
export type NoticeParagraph = Text & { when?: keyof NoticeValues };

/** What a notice is about; decides its facts and how to follow it up. */
export type NoticeSubject = 'nomination' | 'round' | 'report' | 'person';

/**
 * The text of one notice. The frame around it (salutation, facts of its subject, command, closing) is common to all.
 * Placeholders are the names of `NoticeValues`.
 */
export type NoticeText = {
  subject: Text;
  /** Paragraphs: what has happened. A paragraph that is the placeholder of a list alone becomes a numbered list. */
  body: readonly NoticeParagraph[];
  /** Who has to do what, by when. A recipient named in none of them is told who acts next. */
  tasks: readonly NoticeTask[];
  /** For recipients without a task; left out, they are told who acts next and until when. */
  inform?: Text;
  /** Without a reason the notice would not be lawful or useful: the line is printed even when the data lack it. */
  reasonRequired?: true;
  /** Reason, ground and author are for officials: a nominee's copy leaves them out (council comments, denunciations). */
  internal?: true;
  /** What it says instead when it is about a round. */
  ofRound?: Omit<NoticeText, 'ofRound'>;
};

/** Values for the placeholders, not yet in words: codes, ISO instants and names. All may be missing. */
export type NoticeValues = {
  /** Left out: a nomination. */
  about?: NoticeSubject;
  nominationId?: string;
  movementTitle?: string;
  programmeTitle?: string;
  nomineeName?: string;
  unitName?: string;
  recipientName?: string;
  /** Programme instant (ISO) or day (`YYYY-MM-DD`). */
  dueAt?: string;
  reason?: string;
  items?: readonly (string | { code: string; text: string })[];
  /** Code of a refusal or hold ground. */
  ground?: string;
  decisionNumber?: string;
  decisionDate?: string;
  /** Code of the state after the event. */
  state?: string;
  /** Names of the bodies or people who have to act next. */
  owner?: string | readonly string[];
  actorName?: string;
  /** What the recipient is to this subject; decides which task is printed. Left out: not known. */
  to?: readonly RecipientName[];
  /** Code of the deadline that `dueAt` belongs to. */
  deadlineName?: string;
  /** Whole calendar days from the reminder to the due day; below zero when it has passed. */
  daysLeft?: string;
  /** The year whose days off had not been announced when the deadline was computed. */
  provisionalYear?: string;
  /** Deadlines that a change moved; with `unitName`, for this unit only. */
  changes?: readonly { name: string; from: string | null; to: string | null; unitName?: string }[];
  /** Stages whose rule was changed for when they are entered; `on`: the instant the new rule names, where it names no count. */
  ruleChanges?: readonly { name: string; on?: string; of?: 'round' | 'nominations' }[];
  /** How many matters wait for the recipient. */
  waiting?: string;
  matters?: readonly { subjectId: string; dueAt: string; overdue: boolean }[];

  roundId?: string;
  phaseName?: string;
  bodyInCharge?: string;
  criteria?: readonly string[];
  /** The most nominations of a kind that the plan takes from one unit. */
  mostCollective?: string;
  mostIndividual?: string;
  /** Code of the form of award. */
  awardForm?: string;
  opensOn?: string;
  windowFrom?: string;
  windowTo?: string;
  answerBy?: string;
  takesPart?: string;
  /** How many were registered. */
  nominees?: string;
  parties?: readonly string[];
  /** Of the nominations, when a stage is over. */
  counts?: StageCounts;

  reportId?: string;
  reportKind?: string;
  /** The body nobody of which could be told: the recipient sends the report on. */
  forwardTo?: string;
};

/** A group of notice texts, checked to be complete for the templates it covers. */
export type NoticeTexts<T extends NoticeTemplate> = Record<T, NoticeText>;
