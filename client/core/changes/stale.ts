import type { Effects } from '../../../contract/changes.ts';
import { staleTexts } from '../../../contract/texts/changes.ts';
import type { Text } from '../../../contract/texts/text.ts';
import { say } from '../../../contract/texts/text.ts';
import type { ClientError } from '../errors.ts';
import { changeError } from './errors.ts';

/** As many subjects are named; of the others there is the number. */
const named = 5;

/** Gives the error PREVIEW_STALE, saying in what the preview differs from the record; without it, how much is touched `now`. */
export function staleError(now: Effects, touched: number, previewed: Effects | undefined): ClientError {
  return changeError('PREVIEW_STALE', {}, { differs: previewed ? differing(now, previewed) : unknown(touched) });
}

function unknown(count: number): Text {
  return inBoth((locale) => say(staleTexts.unknown, locale, { count }));
}

function differing(now: Effects, previewed: Effects): Text {
  const [ids, before] = [Object.keys(now), Object.keys(previewed)];
  const parts = (
    [
      [staleTexts.added, ids.filter((id) => !Object.hasOwn(previewed, id))],
      [staleTexts.different, ids.filter((id) => Object.hasOwn(previewed, id) && previewed[id] !== now[id])],
      [staleTexts.gone, before.filter((id) => !Object.hasOwn(now, id))],
    ] as const
  ).filter(([, found]) => found.length > 0);
  if (parts.length === 0) return staleTexts.request;
  return inBoth((locale) =>
    parts.map(([text, found]) => say(text, locale, { count: found.length, ids: listed(found) })).join('; '),
  );
}

function listed(ids: string[]): string {
  return [...ids.slice(0, named), ...(ids.length > named ? ['…'] : [])].join(', ');
}

function inBoth(text: (locale: 'vi' | 'en') => string): Text {
  return { vi: text('vi'), en: text('en') };
}
