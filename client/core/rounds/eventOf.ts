import type { Actor } from '../../../contract/roles.ts';
import { roundActBodySchema } from '../../../contract/roundActs.ts';
import type { RoundActEvent, RoundActType } from '../../../contract/roundEvents.ts';
import { planFacts, planHash } from '../../../programmes/rounds.ts';
import type { InboxRow } from '../../../store/deliver.ts';

/** A received act on a round. */
export type ReceivedRoundAct = Pick<InboxRow, 'as' | 'body' | 'expectedRevision' | 'programmeAt'> & {
  type: RoundActType;
};

/**
 * Gives the machine's event of a received act on a round: facts, hashes and counts. Criteria, names and reasons stay in the
 * inbox row. Throws ZodError when the stored body no longer fits its schema.
 */
export function roundEventOf(act: ReceivedRoundAct, actor: Actor): RoundActEvent {
  const base = {
    at: act.programmeAt,
    actor,
    as: act.as,
    reasonGiven: act.body.reason !== undefined,
    ...(act.expectedRevision === null ? {} : { expectedRevision: act.expectedRevision }),
  };
  switch (act.type) {
    case 'plan.submit': {
      const { plan } = roundActBodySchema(act.type).parse(act.body);
      return { type: act.type, ...base, plan: planFacts(plan, planHash(plan)) };
    }
    case 'plan.approve': {
      const { planHash: hash } = roundActBodySchema(act.type).parse(act.body);
      return { type: act.type, ...base, planHash: hash };
    }
    case 'plan.return':
      return { type: act.type, ...base };
    case 'unit.answer': {
      const { unit, takesPart } = roundActBodySchema(act.type).parse(act.body);
      return { type: act.type, ...base, unit, takesPart };
    }
    case 'unit.register': {
      const { unit, nominees } = roundActBodySchema(act.type).parse(act.body);
      return { type: act.type, ...base, unit, nominees: nominees.length };
    }
    case 'unit.signCovenant': {
      const { unit, kind, parties } = roundActBodySchema(act.type).parse(act.body);
      return { type: act.type, ...base, unit, kind, parties: parties.length };
    }
  }
}
