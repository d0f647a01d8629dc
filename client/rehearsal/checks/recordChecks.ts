import type { Check, Findings } from './check.ts';
import { holdsUnless } from './check.ts';

/** The record itself: nothing lost, nothing twice, nothing without a place in the order. */
export function recordChecks({ acts, evidence, audit, samePlanHash, plan, ownerless }: Findings): Check[] {
  const { inbox, transitions, nominations, open } = evidence;
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
    .filter(({ id }) => !receipts.some(({ inboxId }) => inboxId === id))
    .map(({ id, type }) => `${id} ${type}`);
  const undelivered = inbox.filter(({ status }) => status === 'received').map(({ id, type }) => `${id} ${type}`);

  const refused = inbox.filter(({ status }) => status === 'refused');
  const leftEvents = refused.filter(({ id }) => events.has(id)).map(({ id }) => id);
  const gaps = nominations.flatMap(({ id, revision }) => {
    const revisions = transitions.filter(({ nominationId }) => nominationId === id).map((each) => each.revision);
    return revisions.length === revision && revisions.every((each, index) => each === index + 1)
      ? []
      : [`${id}: ${revisions.length}/${revision}`];
  });
  const unowned = nominations
    .filter(
      ({ id, closed }) => !closed && !open.some(({ nominationId, holders }) => nominationId === id && holders > 0),
    )
    .map(({ id }) => id);
  return [
    holdsUnless('receiptsOnce', [...unlike, ...unknown, ...undelivered], {
      count: receipts.length,
      twice: acts.length - receipts.length,
    }),
    holdsUnless('refusedLeaveNothing', leftEvents, { count: refused.length }),
    holdsUnless('revisionsGapless', gaps, { count: transitions.length, of: nominations.length }),
    holdsUnless('openHaveOwners', [...ownerless, ...unowned], {
      count: nominations.filter(({ closed }) => !closed).length,
    }),
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
