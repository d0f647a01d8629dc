import type { Text } from '../text.ts';

/** What a change of a round was. */
export const changeKindTexts = {
  extend: { vi: 'gia hạn chung đến {day}', en: 'extended for everybody to {day}' },
  extendUnit: { vi: 'gia hạn một đơn vị đến {day}', en: 'extended for one unit to {day}' },
  suspend: { vi: 'tạm dừng', en: 'suspended' },
  resume: { vi: 'tiếp tục', en: 'resumed' },
  cancel: { vi: 'hủy', en: 'cancelled' },
  calendar: { vi: 'tính lại theo lịch', en: 'counted again by the calendar' },
} as const satisfies Record<string, Text>;
