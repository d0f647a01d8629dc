import type { AwardForm } from '../../roundStates.ts';
import type { Locale, Text } from '../text.ts';
import { missingValue } from './frame.ts';

/** What each form of award is called. */
export const awardFormTexts = {
  giayKhen: { vi: 'Giấy khen', en: 'Certificate of commendation (giấy khen)' },
  bangKhen: { vi: 'Bằng khen', en: 'Certificate of merit (bằng khen)' },
  coThiDua: { vi: 'Cờ thi đua', en: 'Emulation flag' },
  laoDongTienTien: { vi: 'Lao động tiên tiến', en: 'Advanced worker' },
  tapTheLaoDongTienTien: { vi: 'Tập thể Lao động tiên tiến', en: 'Advanced collective' },
  chienSiThiDuaCoSo: { vi: 'Chiến sĩ thi đua cơ sở', en: 'Emulation fighter, base level' },
  tapTheLaoDongXuatSac: { vi: 'Tập thể Lao động xuất sắc', en: 'Excellent collective' },
} as const satisfies Record<AwardForm, Text>;

/** What each kind of report is called. */
export const reportKindTexts = {
  interim: { vi: 'báo cáo sơ kết', en: 'interim report' },
  final: { vi: 'báo cáo tổng kết', en: 'final report' },
} as const satisfies Record<string, Text>;

export const takesPartTexts = {
  yes: { vi: 'có tham gia', en: 'takes part' },
  no: { vi: 'không tham gia', en: 'does not take part' },
} as const satisfies Record<string, Text>;

/** Gives what the code is called. A code without a text is a gap: no letter of an office shows a code. */
export function label(labels: Record<string, Text>, code: string, locale: Locale): string {
  return (Object.hasOwn(labels, code) ? labels[code]?.[locale] : undefined) ?? missingValue;
}
