import type { Check, Findings } from './check.ts';
import { holdsUnless } from './check.ts';

/** What lies outside the record: the engine's own state, and the mails that went out. */
export function outsideChecks({ engine, mail }: Findings): Check[] {
  const { waiting, dead, sent, mails, digests, delivered } = mail;
  const astray = [
    waiting > 0 ? `waiting: ${waiting}` : null,
    dead > 0 ? `dead: ${dead}` : null,
    delivered === mails ? null : `${delivered} ≠ ${mails}`,
  ];
  return [
    holdsUnless(
      'engineAgrees',
      engine.filter(({ same }) => !same).map(({ nominationId }) => nominationId),
      {
        count: engine.length,
        running: engine.filter(({ running }) => running).length,
      },
    ),
    holdsUnless(
      'noticesSent',
      astray.filter((each) => each !== null),
      { count: sent, mails, digests, repeated: mail.repeated },
    ),
  ];
}
