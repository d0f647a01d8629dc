import type { Text } from '../../contract/texts/text.ts';
import { say } from '../../contract/texts/text.ts';

/** Gives the text with its placeholders filled in both languages. */
export function filled(text: Text, values: Record<string, string | number>): Text {
  return { vi: say(text, 'vi', values), en: say(text, 'en', values) };
}
