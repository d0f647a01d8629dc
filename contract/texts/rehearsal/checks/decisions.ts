import type { Text } from '../../text.ts';

/** What must hold of awards, and of the people who decide on a nomination. */
export const decisionCheckTexts = {
  withinQuotas: {
    vi: 'số khen thưởng không vượt số lượng của dòng nào: {count} khen thưởng, {of} dòng',
    en: 'no row’s quota is exceeded: {count} awards, {of} rows',
  },
  awardsNumbered: {
    vi: 'mọi khen thưởng đều có số quyết định: {count}, {distinct} số khác nhau',
    en: 'every award has a decision number: {count}, {distinct} different',
  },
  oneCapacity: {
    vi: 'không ai làm hai tư cách trên một hồ sơ: {count} lượt, {tried} lần thử',
    en: 'nobody acted in two capacities on one nomination: {count}, {tried} tries',
  },
  nobodyOnOwn: {
    vi: 'không ai xử lý hồ sơ của chính mình: {count} hồ sơ, {tried} lần thử',
    en: 'nobody acted on their own nomination: {count}, {tried} tries',
  },
  whyIsTrue: {
    vi: 'điều đã báo trước (được làm hay không) đúng với kết quả: {count}',
    en: 'what was said beforehand (allowed or not) is what happened: {count}',
  },
} as const satisfies Record<string, Text>;
