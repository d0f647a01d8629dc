import { NoticeError } from '../../notices/errors.ts';
import type { NoticesClient } from '../../notices/types.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Call } from '../session.ts';
import type { Installation } from '../world.ts';

const notAllowed = ['ADMINISTRATORS_ONLY', 'NOT_YOUR_BATCH'];

/** Does `work` with the notices of the running installation; what cannot be taken up becomes a CliFailure. */
export function withNotices<T>(call: Call, work: (notices: NoticesClient) => Promise<T>): Promise<T> {
  return call.within(async (installation) => {
    try {
      return await work(noticesOf(installation));
    } catch (error) {
      throw error instanceof NoticeError ? failureOfNotices(error) : error;
    }
  });
}

function noticesOf({ client }: Installation): NoticesClient {
  return client.notices;
}

function failureOfNotices(error: NoticeError): CliFailure {
  const { code, text, values } = error;
  const exit = notAllowed.includes(code) ? exitCodes.refused : exitCodes.invalid;
  return new CliFailure({ exit, code, text, values, cause: error });
}
