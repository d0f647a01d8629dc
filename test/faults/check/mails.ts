import type { Sql } from 'postgres';
import { readMailbox } from '../../../client/mailbox.ts';
import type { Finding } from './finding.ts';
import { findings } from './finding.ts';

/** Checks that each notice called sent lies in the mailbox, and that nobody got two different mails of one notice. */
export async function checkMails(
  sql: Sql,
  folder: string,
): Promise<{ findings: Finding[]; mails: number; repeated: number }> {
  const read = () => sql<{ messageId: string; status: string; address: string | null }[]>`
    select coalesce(d.message_id, o.message_id) as "messageId", o.status, o.address from outbox o
    left join digests d on d.id = o.digest_id where o.channel = 'email'`;
  // Notices of deadlines go on being sent: what was called sent before the mailbox is read must be in it, and so forth.
  const before = await read();
  const { mails } = await readMailbox(folder, { limit: Number.MAX_SAFE_INTEGER });
  const byMessage = new Map((await read()).map((row) => [row.messageId, row]));
  const arrived = new Set(mails.map(({ messageId }) => messageId));
  return {
    mails: mails.length,
    repeated: mails.filter(({ deliveries }) => deliveries > 1).length,
    findings: [
      ...findings(
        'a notice called sent has arrived',
        before.filter(({ messageId, status }) => status === 'sent' && !arrived.has(messageId)),
      ),
      ...findings(
        'each mail is one notice of the record, or one digest of several, at its address',
        mails.filter(({ messageId, to }) => to.join() !== byMessage.get(messageId)?.address),
      ),
      ...findings(
        'one file for each Message-ID',
        mails.length === arrived.size ? [] : [{ mails: mails.length, ids: arrived.size }],
      ),
    ],
  };
}
