import { describe, expect, it } from 'vitest';
import type { DigestEntry } from '../../../contract/texts/notices/digest.ts';
import { composeDigest } from '../../../contract/texts/notices/digest.ts';
import { plainText } from '../../../contract/texts/notices/render.ts';

const due = (day: string) => `${day}T16:59:59.999Z`;
const late: DigestEntry = {
  template: 'deadline.escalated',
  values: { nominationId: '004-0002', nomineeName: 'Phạm Thị Lan', state: 'councilReview', dueAt: due('2021-06-02') },
};
const moved: DigestEntry = {
  template: 'deadline.change',
  values: { nominationId: '004-0003', nomineeName: 'Trần Văn Bình', state: 'draft', dueAt: due('2021-06-30') },
};

/** Of eleven movements of one programme: each has its own content, and all have the programme's principles. */
const common = ['Công khai, minh bạch', 'Kịp thời, chính xác', 'Thành tích đến đâu khen thưởng đến đó'];
const launch = (n: number, more: string[] = []): DigestEntry => ({
  template: 'round.open',
  values: {
    about: 'round',
    roundId: `004/2.${n}/nam2021`,
    movementTitle: `Phong trào ${n}`,
    phaseName: 'Năm 2021',
    criteria: [`Nội dung riêng của phong trào ${n}`, ...common, ...more],
    to: ['units'],
  },
});

describe('the subject of a digest', () => {
  it('says how many of its notices are of overdue matters', () => {
    const subject = (entries: DigestEntry[], locale: 'vi' | 'en' = 'vi') =>
      composeDigest(entries, 'An', locale).subject;
    expect(subject([moved, late])).toBe('2 thông báo (1 về việc QUÁ HẠN); hạn sớm nhất ngày 02/06/2021');
    expect(subject([moved, late], 'en')).toBe('2 notices (1 of overdue matters); the earliest due on 02/06/2021');
    expect(subject([moved])).toBe('1 thông báo; hạn sớm nhất ngày 30/06/2021');
    expect(subject([launch(1)])).toBe('1 thông báo');
  });
});

describe('the criteria of several launches', () => {
  it('are printed once in a digest; where they come again, the place is named', () => {
    const entries = Array.from({ length: 11 }, (_, n) => launch(n + 1));
    const text = plainText(composeDigest(entries, 'An', 'vi'));
    for (const line of common) expect(text.split(line)).toHaveLength(2);
    for (let n = 1; n <= 11; n++) expect(text).toContain(`1. Nội dung riêng của phong trào ${n}\n`);
    expect(text.split('2. Các tiêu chí đã nêu ở mục 1 (số 2–4)')).toHaveLength(11);
  });

  it('are found where they were printed, however many places that are', () => {
    const entries = [launch(1), launch(2, ['Có sáng kiến']), { ...launch(2, ['Có sáng kiến', 'Mới']) }];
    const text = plainText(composeDigest(entries, 'An', 'en'));
    expect(text).toContain('2. Có sáng kiến\n  3. The criteria given under 1 (no. 2–4)');
    expect(text).toContain('1. Mới\n  2. The criteria given under 1 (no. 2–4), 2 (no. 1–2)');
  });
});
