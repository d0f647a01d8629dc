import type { Store } from '../connect.ts';
import { appendAudit } from './append.ts';

/** Who ordered the erasure and why: `ground` is a code or a citation, no personal data. */
export type Erasure = { actorId: string; ground: string };

/**
 * Erases what people wrote and whom it concerned in one nomination: forms, reasons, addresses, audit payloads.
 * States, instants, ids and the audit chain stay and stay verifiable. Audited itself. Gives false when there is no such nomination.
 */
export async function eraseNomination(store: Store, nominationId: string, order: Erasure): Promise<boolean> {
  return store.transact(async (tx) => {
    const [nomination] = await tx<
      { programme_id: string }[]
    >`select programme_id from nominations where id = ${nominationId}`;
    if (!nomination) return false;
    await tx`update inbox set body = null, body_hash = null, body_salt = null where subject_id = ${nominationId}`;
    await tx`update dossiers set content = null where nomination_id = ${nominationId}`;
    await tx`update outbox set recipient_name = null, address = null,
        status = case when status in ('pending', 'failed') then 'dead' else status end
      where subject_id = ${nominationId}`;
    await tx`delete from audit_payloads p using audit_entries e
      where e.subject_id = ${nominationId} and p.chain = e.chain and p.seq = e.seq`;
    await appendAudit(tx, {
      chain: nomination.programme_id,
      kind: 'erasure',
      subjectId: nominationId,
      actorId: order.actorId,
      entry: { ground: order.ground },
    });
    return true;
  });
}
