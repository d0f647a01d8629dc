import type { Text } from '../contract/texts/text.ts';
import { say } from '../contract/texts/text.ts';

/** Why something cannot be planned from the definitions. Stable codes, like those of the refusals. */
export const planningTexts = {
  UNKNOWN_PROGRAMME: { vi: 'Không có chương trình thi đua “{name}”.', en: 'There is no programme "{name}".' },
  UNKNOWN_MOVEMENT: { vi: 'Không có phong trào “{name}”.', en: 'There is no movement "{name}".' },
  UNKNOWN_UNIT: { vi: 'Không có đơn vị trực thuộc “{name}”.', en: 'There is no subordinate unit "{name}".' },
  UNKNOWN_ROUND: { vi: 'Không có đợt thi đua “{name}”.', en: 'There is no round "{name}".' },
  UNKNOWN_PERSON: { vi: 'Không có người mang mã “{name}”.', en: 'There is no person "{name}".' },
  WINDOW_NOT_OPEN: {
    vi: 'Phong trào {movement} nhận đề nghị từ {from} đến hết {to}.',
    en: 'Movement {movement} takes nominations from {from} to the end of {to}.',
  },
  PLAN_DAYS_REVERSED: {
    vi: 'Trong kế hoạch, {field} ({to}) không được trước {beforeVi} ({from}): {whatVi}.',
    en: 'In the plan {field} ({to}) must not be before {beforeEn} ({from}): {whatEn}.',
  },
  PLAN_CRITERION_TWICE: {
    vi: 'Trong kế hoạch, {field}: mã tiêu chí “{name}” đã dùng cho một tiêu chí khác.',
    en: 'In the plan, {field}: the code “{name}” is that of another criterion already.',
  },
  PLAN_RULE_SENSELESS: {
    vi: 'Thời hạn “{deadline}” của kế hoạch: {whyVi}.',
    en: 'Deadline "{deadline}" of the plan: {whyEn}.',
  },
  KIND_NOT_AWARDED: {
    vi: 'Phong trào {movement} không xét khen thưởng {kindVi}.',
    en: 'Movement {movement} has no awards for {kindEn}.',
  },
} as const satisfies Record<string, Text>;
export type PlanningCode = keyof typeof planningTexts;

/** Thrown when a request does not fit the definitions; says what would. */
export class PlanningError extends Error {
  readonly code: PlanningCode;
  readonly detail: Record<string, string>;
  readonly allowed: string[];
  readonly text: Text;
  constructor(code: PlanningCode, detail: Record<string, string>, allowed: readonly string[] = []) {
    const text = { vi: say(planningTexts[code], 'vi', detail), en: say(planningTexts[code], 'en', detail) };
    super(`${text.en}${allowed.length > 0 ? ` Allowed: ${allowed.join(', ')}.` : ''}`);
    this.name = 'PlanningError';
    this.code = code;
    this.detail = detail;
    this.allowed = [...allowed];
    this.text = text;
  }
}
