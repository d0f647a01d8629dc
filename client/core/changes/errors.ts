import type { ChangeErrorName } from '../../../contract/texts/changes.ts';
import { changeErrorTexts } from '../../../contract/texts/changes.ts';
import type { Text } from '../../../contract/texts/text.ts';
import { say } from '../../../contract/texts/text.ts';
import type { ClientErrorCode } from '../errors.ts';
import { ClientError } from '../errors.ts';

type Values = Record<string, string | number>;

/** Gives the error of that name; `values` fill both languages, `said` those that differ between them. */
export function changeError(
  name: ChangeErrorName,
  values: Values = {},
  said: Record<string, Text> = {},
  cause?: unknown,
): ClientError {
  const text = changeErrorTexts[name];
  const filled = (locale: 'vi' | 'en') =>
    say(text, locale, {
      ...values,
      ...Object.fromEntries(Object.entries(said).map(([key, one]) => [key, one[locale]])),
    });
  return new ClientError(
    codeOf(name),
    { vi: filled('vi'), en: filled('en') },
    ...(cause === undefined ? [] : [{ cause }]),
  );
}

function codeOf(name: ChangeErrorName): ClientErrorCode {
  if (name === 'TOO_MANY') return 'INVALID_FORM';
  if (name === 'CHANGE_HELD') return 'CHANGE_BUSY';
  return name === 'KEY_REUSED' || name === 'OTHER_REQUEST' ? 'IDEMPOTENCY_CONFLICT' : name;
}
