import { isShare } from '../evidence.ts';
import type { Check, Findings } from './check.ts';
import { holdsUnless } from './check.ts';

/** The record itself: nothing lost, nothing twice, nothing without a place in the order. */
export function recordChecks({ acts, evidence, audit, samePlanHash, plan, ownerless, looks }: Findings): Check[] {
  const { inbox, nominations, rounds, open } = evidence;
  const transitions = [
    ...evidence.transitions.map(({ nominationId: subjectId, ...each }) => ({ subjectId, ...each })),
    ...evidence.roundTransitions.map(({ roundId: subjectId, ...each }) => ({ subjectId, ...each })),
  ];
  const kept = new Map(inbox.map((row) => [row.id, row]));
  const events = Map.groupBy(transitions, ({ inboxId }) => inboxId ?? '');

  const receipts = [...new Map(acts.map((each) => [each.inboxId, each])).values()];
  const unlike = receipts.flatMap(({ inboxId, outcome, key, type }) => {
    const row = kept.get(inboxId);
    const times = events.get(inboxId)?.length ?? 0;
    const revision = outcome.kind === 'applied' ? outcome.revision : null;
    const same =
      row?.status === outcome.kind &&
      times === (outcome.kind === 'applied' ? 1 : 0) &&
      row.appliedRevision === revision;
    return same ? [] : [`${key} ${type}: ${outcome.kind} ≠ ${row?.status ?? '–'} × ${times}`];
  });
  const unknown = inbox
    .filter((row) => !isShare(row) && !receipts.some(({ inboxId }) => inboxId === row.id))
    .map(({ id, type }) => `${id} ${type}`);
  const undelivered = inbox.filter(({ status }) => status === 'received').map(({ id, type }) => `${id} ${type}`);

  const refused = inbox.filter(({ status }) => status === 'refused');
  const leftEvents = refused.filter(({ id }) => events.has(id)).map(({ id }) => id);
  const gaps = [...nominations, ...rounds].flatMap(({ id, revision }) => {
    const revisions = transitions.filter(({ subjectId }) => subjectId === id).map((each) => each.revision);
    return revisions.length === revision && revisions.every((each, index) => each === index + 1)
      ? []
      : [`${id}: ${revisions.length}/${revision}`];
  });
  const unowned = [...nominations, ...rounds]
    .filter(({ id, closed }) => !closed && !open.some(({ subjectId, holders }) => subjectId === id && holders > 0))
    .map(({ id }) => id);
  return [
    holdsUnless('receiptsOnce', [...unlike, ...unknown, ...undelivered], {
      count: receipts.length,
      twice: acts.length - receipts.length,
    }),
    holdsUnless('refusedLeaveNothing', leftEvents, { count: refused.length }),
    holdsUnless('revisionsGapless', gaps, { count: transitions.length, of: nominations.length + rounds.length }),
    holdsUnless('openHaveOwners', [...ownerless, ...unowned], {
      count: [...nominations, ...rounds].filter(({ closed }) => !closed).length,
    }),
    holdsUnless(
      'installationChecked',
      looks.flatMap(({ at, violations }) => violations.map((each) => `${at}: ${each}`)),
      { count: looks.length, open: looks.reduce((most, { open }) => Math.max(most, open), 0) },
    ),
    holdsUnless(
      'auditWhole',
      audit.broken.map(({ chain, seq, problem }) => `${chain} ${seq}: ${problem}`),
      {
        count: audit.chains.reduce((sum, { entries }) => sum + entries, 0),
        of: audit.chains.length,
      },
    ),
    holdsUnless('samePlan', samePlanHash === plan.hash ? [] : [`${samePlanHash} ≠ ${plan.hash}`], {
      hash: plan.hash,
      seed: plan.seed,
    }),
  ];
}
