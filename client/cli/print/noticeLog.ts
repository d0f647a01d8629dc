import {
  deliveryStatusTexts,
  failureKindTexts,
  noticePrintTexts as texts,
} from '../../../contract/texts/cli/notices.ts';
import { dateTime } from '../../../contract/texts/dates.ts';
import type { NoticeLogEntry } from '../../notices/types.ts';
import type { Call } from '../session.ts';
import { table } from './table.ts';

/** Gives notices with what became of each attempt; the attempts themselves are in the JSON form. */
export function noticeLogText(notices: NoticeLogEntry[], call: Call): string {
  if (notices.length === 0) return call.say(texts.logEmpty);
  const { colStatus, colAt, colTemplate, colAbout, colTo, colTries, colLast, colId } = texts;
  const header = [colStatus, colAt, colTemplate, colAbout, colTo, colTries, colLast, colId].map((text) =>
    call.say(text),
  );
  const rows = notices.map((notice) => [
    call.say(deliveryStatusTexts[notice.status]),
    dateTime(notice.createdAt),
    notice.template,
    notice.subjectId,
    notice.address ?? notice.recipient,
    String(notice.attempts.length),
    lastWord(notice, call),
    notice.id,
  ]);
  return table(header, rows, call.world.columns);
}

function lastWord({ attempts, lastError }: NoticeLogEntry, call: Call): string {
  const last = attempts.at(-1);
  const said = ((last?.ok ? last.response : (last?.error ?? lastError)) ?? '').replace(/\s+/g, ' ').slice(0, 120);
  return said.replace(/^([A-Z]+)(?=: )/, (kind) => (isKind(kind) ? call.say(failureKindTexts[kind]) : kind));
}

/** “Permanent” is what the server says; whether it is tried again all the same is the status. */
function isKind(kind: string): kind is keyof typeof failureKindTexts {
  return Object.hasOwn(failureKindTexts, kind);
}
