import { roundParts } from '../../contract/round.ts';
import { dayOf, timeOf } from '../../contract/texts/dates.ts';
import { sayRefusal } from '../../contract/texts/refusals.ts';
import type { Locale } from '../../contract/texts/text.ts';
import type { Store } from '../../store/connect.ts';
import type { OpeningReceived } from '../../store/queries/beforeReceipt.ts';
import { openingReceived } from '../../store/queries/beforeReceipt.ts';
import { bodyNamesOf } from '../../store/queries/directory.ts';
import type { NominationRow } from '../../store/queries/nominations.ts';
import { nominationById } from '../../store/queries/nominations.ts';
import { ClientError } from './errors.ts';

/** Gives the nomination's row. Throws ClientError NOT_APPLIED_YET while its opening waits for delivery, else UNKNOWN_NOMINATION. */
export async function knownNomination(store: Store, nominationId: string): Promise<NominationRow> {
  const row = await nominationById(store, nominationId);
  if (row) return row;
  const opening = await openingReceived(store, nominationId);
  // It may have been recorded between the two looks.
  const recorded = opening?.status === 'applied' ? await nominationById(store, nominationId) : null;
  if (recorded) return recorded;
  throw opening?.status === 'received'
    ? notAppliedYet(nominationId, opening)
    : await unknown(store, nominationId, opening);
}

/**
 * Gives the programme of a nomination that may still be waiting to be opened: acts on it wait behind its opening.
 * Throws ClientError UNKNOWN_NOMINATION.
 */
export async function programmeOfOpening(store: Store, nominationId: string): Promise<string> {
  const opening = await openingReceived(store, nominationId);
  if (opening && opening.status !== 'refused') return opening.programmeId;
  throw await unknown(store, nominationId, opening);
}

function notAppliedYet(nominationId: string, { programmeAt }: OpeningReceived): ClientError {
  const [day, time] = [dayOf(programmeAt), timeOf(programmeAt)];
  return new ClientError('NOT_APPLIED_YET', {
    vi: `Đề nghị ${nominationId} đã được tiếp nhận lúc ${time} ngày ${day}, sẽ được áp dụng khi bộ máy chạy lại và tính theo giờ nhận. Không cần làm gì thêm.`,
    en: `Nomination ${nominationId} was received at ${time} on ${day}; it will be applied when the engine is back and is judged by that time. There is nothing to do.`,
  });
}

/** A refused opening left a receipt in somebody's hand: they are told why there is nothing of that id. */
async function unknown(store: Store, nominationId: string, opening: OpeningReceived | null): Promise<ClientError> {
  if (opening?.status === 'refused') {
    const names = await bodyNamesOf(store);
    const [day, time] = [dayOf(opening.programmeAt), timeOf(opening.programmeAt)];
    const reasons = (locale: Locale) =>
      opening.refusals.map((refusal) => sayRefusal(refusal, locale, names).message).join(' ');
    return new ClientError('UNKNOWN_NOMINATION', {
      vi: `Đề nghị ${nominationId}, nhận lúc ${time} ngày ${day}, không được lập: ${reasons('vi')}`,
      en: `Nomination ${nominationId}, received at ${time} on ${day}, was not opened: ${reasons('en')}`,
    });
  }
  if (roundParts(nominationId)) {
    return new ClientError('UNKNOWN_NOMINATION', {
      vi: `“${nominationId}” là mã đợt thi đua, không phải mã hồ sơ. Xem các việc của đợt: npx vinhdanh round --help`,
      en: `“${nominationId}” is the id of a round, not of a nomination. What can be done on a round: npx vinhdanh round --help`,
    });
  }
  return new ClientError('UNKNOWN_NOMINATION', {
    vi: `Không có đề nghị “${nominationId}”. Xem danh sách: npx vinhdanh list`,
    en: `There is no nomination “${nominationId}”. See the list: npx vinhdanh list`,
  });
}
