import { printTexts } from '../../../contract/texts/cli/print.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import type { MailboxList, MailboxMail } from '../../mailbox.ts';
import type { Call } from '../session.ts';
import { pairs, table } from './table.ts';

/** Gives mails, newest first. */
export function mailListText({ mails, total }: MailboxList, call: Call): string {
  if (mails.length === 0) return call.say(printTexts.mailEmpty);
  const { colMail, colRealAt, colTo, colSubject, colNomination } = printTexts;
  const header = [colMail, colRealAt, colTo, colSubject, colNomination].map((text) => call.say(text));
  const rows = mails.map((mail) => [
    mail.id,
    dateTime(mail.at),
    mail.to.join(', '),
    mail.subject,
    mail.nomination ?? '',
  ]);
  const count = call.say(printTexts.countOf, { count: mails.length, total });
  return `${table(header, rows, call.world.columns)}\n\n${count}`;
}

/** Gives one mail, head and text. */
export function mailText(mail: MailboxMail, call: Call): string {
  const head = pairs([
    [call.say(printTexts.mailFrom), mail.from],
    [call.say(printTexts.colTo), mail.to.join(', ')],
    [call.say(printTexts.colRealAt), dateTime(mail.at)],
    [call.say(printTexts.colSubject), mail.subject],
  ]);
  return `${head}\n\n${mail.text.trimEnd()}`;
}
