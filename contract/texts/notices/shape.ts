import type { NoticeTemplate } from '../../nomination.ts';
import type { RecipientName } from '../../roles.ts';
import type { Text } from '../text.ts';

/** What a group of recipients has to do next. */
export type NoticeTask = { of: readonly RecipientName[]; text: Text };

/**
 * The text of one notice. The frame around it (salutation, facts of the nomination, command, closing) is common to all.
 * Placeholders: `nominationId movementTitle programmeTitle nomineeName unitName recipientName dueAt reason items ground
 * decisionNumber decisionDate state owner actorName`.
 */
export type NoticeText = {
  subject: Text;
  /** Paragraphs: what has happened. The paragraph `{items}` becomes a numbered list. */
  body: readonly Text[];
  /** Who has to do what, by when. A recipient named in none of them is told who acts next. */
  tasks: readonly NoticeTask[];
  /** For recipients without a task; left out, they are told who acts next and until when. */
  inform?: Text;
  /** Without a reason the notice would not be lawful or useful: the line is printed even when the data lack it. */
  reasonRequired?: true;
  /** Reason, ground and author are for officials: a nominee's copy leaves them out (council comments, denunciations). */
  internal?: true;
};

/** Values for the placeholders, not yet in words: codes, ISO instants and names. All may be missing. */
export type NoticeValues = {
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
  /** Name of the body or person who has to act next. */
  owner?: string;
  actorName?: string;
  /** What the recipient is to this nomination; decides which task is printed. Left out: not known. */
  to?: readonly RecipientName[];
};

/** A group of notice texts, checked to be complete for the templates it covers. */
export type NoticeTexts<T extends NoticeTemplate> = Record<T, NoticeText>;
