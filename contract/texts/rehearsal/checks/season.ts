import type { Text } from '../../text.ts';

/** What must hold of the whole season: enough of everything, and every story told to its end. */
export const seasonCheckTexts = {
  enoughNominations: { vi: 'ít nhất {least} hồ sơ: {count}', en: 'at least {least} nominations: {count}' },
  enoughUnits: { vi: 'từ ít nhất {least} đơn vị: {count}', en: 'from at least {least} units: {count}' },
  everyRow: {
    vi: 'mọi dòng của kế hoạch đều có hồ sơ: {count}/{of}',
    en: 'every row of the plan has nominations: {count}/{of}',
  },
  everyStory: { vi: 'mọi tình huống đều đã xảy ra: {count}/{of}', en: 'every story happened: {count}/{of}' },
  storiesEndAsTold: {
    vi: 'mỗi hồ sơ kết thúc đúng như tình huống đòi hỏi: {count}/{of}',
    en: 'each nomination ends as its story demands: {count}/{of}',
  },
  noErrors: { vi: 'không có lỗi ngoài dự kiến: {count}', en: 'no unexpected errors: {count}' },
} as const satisfies Record<string, Text>;
