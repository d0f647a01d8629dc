import type { Text } from '../text.ts';
import { deadlineCheckTexts } from './checks/deadlines.ts';
import { decisionCheckTexts } from './checks/decisions.ts';
import { particularCheckTexts } from './checks/particulars.ts';
import { recordCheckTexts } from './checks/record.ts';
import { roundCheckTexts } from './checks/rounds.ts';
import { seasonCheckTexts } from './checks/season.ts';

/** What must hold after a rehearsal. */
export const checkTexts = {
  ...seasonCheckTexts,
  ...roundCheckTexts,
  ...particularCheckTexts,
  ...deadlineCheckTexts,
  ...decisionCheckTexts,
  ...recordCheckTexts,
} as const satisfies Record<string, Text>;
export type CheckName = keyof typeof checkTexts;
