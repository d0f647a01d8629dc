import type { ChangedSubject, UntouchedSubject } from '../../../contract/changes.ts';
import type { Notice } from '../../../contract/nomination.ts';
import type { Programme } from '../../../contract/programme.ts';
import type { Queue } from '../../../contract/roles.ts';
import type { NominationSnapshot } from '../../../machines/interpreter.ts';
import { apply, persist, refusals, restore } from '../../../machines/interpreter.ts';
import type { RoundSnapshot } from '../../../machines/round/interpreter.ts';
import { applyRound, persistRound, restoreRound, roundRefusals } from '../../../machines/round/interpreter.ts';
import type { ScopedNomination, ScopedRound } from '../../../store/queries/changes.ts';
import { recipientsOf } from '../../../store/recipients.ts';
import { roundRecipientsOf } from '../../../store/roundRecipients.ts';
import { differences } from './compare.ts';
import { nominationEvent, nominationShare } from './nominationShare.ts';
import { programmeStages, roundEvent, roundShare } from './roundShare.ts';
import type { Proposal, Share } from './share.ts';
import { partOf } from './share.ts';
import { nominationStanding, roundStanding } from './standing.ts';

/** What would happen to one subject: its share, the difference it makes, and whose queues are told of what. */
export type Foretold = {
  share: Share;
  subject: ChangedSubject;
  told: (Notice & { queues: Queue[]; nominee: boolean })[];
  /** Ends of single units' windows that a change of the whole window leaves in force. */
  unitWindows: Record<string, string>;
};
export type Outlook = Foretold | { untouched: UntouchedSubject };

/** Replaces recipients by those the programme document names. */
export type Address = (notices: Notice[], subject: ScopedNomination | ScopedRound) => Notice[];

/** Asks the nomination's own machine what the proposal would do to it. Nothing is written. */
export function foretellNomination(
  row: ScopedNomination,
  proposal: Proposal,
  programme: Programme | null,
  address: Address,
): Outlook {
  const before: NominationSnapshot = restore(row.snapshot);
  const untouched = (because: UntouchedSubject['because']) => ({
    untouched: { kind: 'nomination' as const, id: row.id, because },
  });
  const shared = nominationShare(before, proposal, programme);
  if ('because' in shared) return untouched(shared.because);
  const event = nominationEvent(proposal, before.context, shared.share);
  const because = refusals(before, event);
  const applied = because.length > 0 ? null : apply(before, event);
  if (!applied) return untouched(because);
  const { context } = persist(applied.snapshot);
  return {
    share: shared.share,
    subject: {
      kind: 'nomination',
      id: row.id,
      revision: row.revision,
      unitId: row.unitId,
      ...differences(nominationStanding(before), nominationStanding(applied.snapshot), proposal.at),
      notices: [],
    },
    told: address(applied.notices, row).map((notice) => ({
      ...notice,
      ...recipientsOf(notice.to, context, applied.workItems),
    })),
    unitWindows: {},
  };
}

/** Asks the round's own machine what the proposal would do to it. Nothing is written. */
export function foretellRound(
  row: ScopedRound,
  proposal: Proposal,
  programme: Programme | null,
  address: Address,
): Outlook {
  const before: RoundSnapshot = restoreRound(row.snapshot);
  const unit = partOf(proposal.request.spec.scope).unitId;
  const untouched = (because: UntouchedSubject['because']) => ({
    untouched: { kind: 'round' as const, id: row.id, because },
  });
  const shared = roundShare(before, proposal, programme);
  if ('because' in shared) return untouched(shared.because);
  const event = roundEvent(proposal, before.context, shared.share);
  const because = roundRefusals(before, event);
  const applied = because.length > 0 ? null : applyRound(before, event);
  if (!applied) return untouched(because);
  const { context } = persistRound(applied.snapshot);
  return {
    share: shared.share,
    subject: {
      kind: 'round',
      id: row.id,
      revision: row.revision,
      unitId: unit ?? null,
      ...differences(
        roundStanding(before, programmeStages(before, programme)),
        roundStanding(applied.snapshot),
        proposal.at,
      ),
      notices: [],
    },
    told: address(applied.notices, row).map((notice) => ({
      ...notice,
      queues: roundRecipientsOf(notice.to, context, applied.workItems, unit),
      nominee: false,
    })),
    unitWindows: context.unitWindows,
  };
}
