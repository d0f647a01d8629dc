import type { Text } from '../text.ts';

/** A refusal's sentence, and who or what can lift it. */
export type RefusalText = { message: Text; lift: Text };
