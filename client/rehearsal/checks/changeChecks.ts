import type { ChangedSubject } from '../../../contract/changes.ts';
import type { AppliedChange } from '../play/roundLife.ts';
import type { Check, Findings } from './check.ts';
import { holdsUnless } from './check.ts';

/** What a change foretold is what came of it: to each subject once, to its matters, to the people told. */
export function changeChecks({ changes, evidence }: Findings): Check[] {
  const subjects = changes.reduce((sum, { preview }) => sum + preview.subjects.length, 0);
  const unlike = changes.flatMap((change) => [
    ...sharesUnlike(change, evidence),
    ...change.preview.subjects.flatMap((subject) => [
      ...(changedAgain(subject.id, change, changes) ? [] : mattersUnlike(change, subject, evidence)),
      ...noticesUnlike(change, subject, evidence),
    ]),
  ]);
  return [
    holdsUnless('changesAsForetold', unlike, {
      count: changes.length,
      subjects,
      notices: changes.reduce((sum, { preview }) => sum + preview.totals.notices, 0),
    }),
    holdsUnless(
      'noLateReminders',
      evidence.lateReminders.map(({ subjectId, person, at }) => `${subjectId} ${person} ${at}`),
      { count: evidence.reminders },
    ),
  ];
}

type Evidence = Findings['evidence'];

/** Each subject foretold has one share, applied as its next revision; nobody else has any. */
function sharesUnlike({ progress: { changeId }, preview }: AppliedChange, { inbox }: Evidence): string[] {
  const shares = inbox.filter((each) => each.changeId === changeId);
  const wrong = preview.subjects.filter(({ id, revision }) => {
    const own = shares.filter(({ subjectId }) => subjectId === id);
    return own.length !== 1 || own[0]?.status !== 'applied' || own[0].appliedRevision !== revision + 1;
  });
  const more = shares.filter(({ subjectId }) => !preview.subjects.some(({ id }) => id === subjectId));
  return [
    ...wrong.map(({ id, revision }) => `${changeId} ${id}: not applied as ${revision + 1}`),
    ...more.map(({ subjectId }) => `${changeId} ${subjectId}: not foretold`),
  ];
}

/** The record keeps where a matter stands now: what a later change has moved again cannot be told any more. */
function changedAgain(id: string, change: AppliedChange, changes: readonly AppliedChange[]): boolean {
  return changes
    .slice(changes.indexOf(change) + 1)
    .some(({ preview }) => preview.subjects.some((subject) => subject.id === id));
}

/**
 * Each matter that was to move was open after the change, due when it was foretold. A suspension lasts until the receipt of
 * its end: what was foretold as of the preview's instant comes later by as much as the receipt did.
 */
function mattersUnlike(
  { progress: { changeId }, preview, spec }: AppliedChange,
  { id, revision, matters }: ChangedSubject,
  evidence: Evidence,
): string[] {
  return matters.flatMap(({ key, dueAt }) => {
    const open = evidence.matters.find(
      (each) =>
        each.subjectId === id &&
        each.key === key &&
        each.openedRevision <= revision + 1 &&
        (each.closedRevision === null || each.closedRevision > revision + 1),
    );
    const found = open?.dueAt ?? null;
    const share = evidence.inbox.find((each) => each.changeId === changeId && each.subjectId === id);
    const laterMs = spec.kind === 'resume' && share ? Date.parse(share.at) - Date.parse(preview.at) : 0;
    const foretold = dueAt.to === null ? null : new Date(Date.parse(dueAt.to) + laterMs).toISOString();
    return found === foretold ? [] : [`${changeId} ${id} ${key}: ${found} ≠ ${foretold}`];
  });
}

/** Exactly the people who were to be told have a notice of it. */
function noticesUnlike(
  { progress: { changeId } }: AppliedChange,
  { id, notices }: ChangedSubject,
  evidence: Evidence,
): string[] {
  const written = evidence.changeNotices
    .filter((each) => each.changeId === changeId && each.subjectId === id)
    .map(({ template, person }) => `${template} ${person}`);
  const foretold = notices.map(({ template, personId }) => `${template} ${personId}`);
  const [left, right] = [written.toSorted().join(), foretold.toSorted().join()];
  return left === right ? [] : [`${changeId} ${id}: ${written.length} notices ≠ ${foretold.length}`];
}
