import type { Locale, Text } from '../../contract/texts/text.ts';

/** What the box around the states that may be held is called. */
export const groupText: Text = { vi: 'Đang giải quyết', en: 'In progress' };

/** Said once on the diagram, instead of a loop on every official state. */
export const lateNote: Text = {
  vi: 'Cơ quan giải quyết quá hạn: chỉ báo lên cấp trên, hồ sơ không hết hạn',
  en: 'An official’s lateness only escalates: it never ends a nomination',
};

/** Said once, instead of an arrow from every state: the one that is drawn starts at the largest box. */
export const cancelNote: Text = {
  vi: 'Đợt thi đua bị hủy: mọi hồ sơ chưa kết thúc đều dừng, ở bất kỳ bước nào',
  en: 'When a round is cancelled, its nominations end wherever they stand',
};

export const diagramTitle: Text = { vi: 'Các bước của hồ sơ đề nghị khen thưởng', en: 'Steps of an award nomination' };

/** Width of a state's box; its name is broken into lines that fit. */
export const boxWidth = 168;
export const lineHeight = 16;

/** Gives the text broken into lines of at most `most` characters, between words. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Longest line of a state's name. */
export const nameChars = 22;
/** Longest line of an arrow's label. */
export const labelChars = 24;
export const locales: readonly Locale[] = ['vi', 'en'];

/** Gives a coordinate to a tenth of a pixel: finer would only lengthen the files. */
export function tenth(value = 0): number {
  return Math.round(value * 10) / 10;
}
