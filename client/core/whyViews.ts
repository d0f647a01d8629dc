import type { ActType } from '../../contract/events.ts';
import { actTypes } from '../../contract/events.ts';
import { queueOf } from '../../contract/roles.ts';
import { restore } from '../../machines/interpreter.ts';
import { why } from '../../machines/why.ts';
import type { Store } from '../../store/connect.ts';
import { actorAt } from '../../store/directory.ts';
import { unknownPerson } from './errors.ts';
import { knownNomination } from './known.ts';
import { together } from './together.ts';
import type { WhyAnswer } from './types.ts';

/** What is asked: by whom, about which nomination and act (null: every act), as of which programme instant. */
export type WhyQuestion = { by: string; nominationId: string; type: ActType | null; now: string };

/** Gives for each act whether the person may do it, and if not, why. Throws ClientError. See `VinhDanh.why`. */
export async function whyOf(store: Store, { by, nominationId, type, now }: WhyQuestion): Promise<WhyAnswer[]> {
  const [nomination, actor] = await together([knownNomination(store, nominationId), actorAt(store, by, now)]);
  if (!actor) throw unknownPerson(by);
  const snapshot = restore(nomination.snapshot);
  return (type ? [type] : actTypes).map((each) => {
    const { label, allowed, as, refusals, reason, form, who } = why(snapshot, each, actor, now);
    const queues = who.flatMap(({ role, bodies }) => bodies.map((body) => queueOf(role, body)));
    return { type: each, label, allowed, as, refusals, reason, form: [...form], who: queues };
  });
}
