import { describe, expect, it } from 'vitest';
import type { NoticeTemplate } from '../../../contract/nomination.ts';
import { roundDeadlineNames } from '../../../contract/roundStates.ts';
import { deadlineNames } from '../../../contract/states.ts';
import { deadlineTexts } from '../../../contract/texts/deadlines.ts';
import { composeNotice } from '../../../contract/texts/notices/compose.ts';
import { fill } from '../../../contract/texts/notices/fill.ts';
import { deadlineLabel } from '../../../contract/texts/notices/lists.ts';
import { plainText } from '../../../contract/texts/notices/render.ts';
import type { NoticeValues } from '../../../contract/texts/notices/shape.ts';
import { label } from '../../../contract/texts/notices/words.ts';
import { roundDeadlineTexts } from '../../../contract/texts/round/deadlines.ts';

const midnight = '2021-12-12T17:00:00.000Z';
const dayEnd = '2021-12-13T16:59:59.999Z';
const nomination: NoticeValues = {
  recipientName: 'Nguyễn Thị Hoa',
  nominationId: '004-0001',
  nomineeName: 'Phạm Thị Lan',
  unitName: 'Bệnh viện Bà Rịa',
  movementTitle: 'Thầy thuốc như mẹ hiền',
  owner: ['Bệnh viện Bà Rịa'],
  state: 'returned',
  dueAt: dayEnd,
  to: ['submittingUnit'],
};
const round: NoticeValues = {
  about: 'round',
  recipientName: 'Nguyễn Thị Hoa',
  roundId: '004/2.4/nam2021',
  movementTitle: 'Thầy thuốc như mẹ hiền',
  phaseName: 'Năm 2021',
  owner: ['Bệnh viện Bà Rịa'],
  state: 'open',
  dueAt: dayEnd,
  to: ['units'],
};
const textOf = (template: NoticeTemplate, values: NoticeValues, locale: 'vi' | 'en' = 'vi') =>
  plainText(composeNotice(template, locale, values));
const subjectOf = (template: NoticeTemplate, values: NoticeValues, locale: 'vi' | 'en' = 'vi') =>
  composeNotice(template, locale, values).subject;

describe('a code without a text', () => {
  it('is a gap in the notice, never printed as it came', () => {
    expect(label(roundDeadlineTexts, 'planning', 'vi')).toBe('…');
    expect(label(roundDeadlineTexts, 'constructor', 'vi')).toBe('…');
    expect(textOf('deadline.remind', { ...round, deadlineName: 'planning' })).toContain('việc đang chờ: …, ngày');
    expect(textOf('deadline.remind', { ...round, state: 'dancing' })).not.toContain('dancing');
  });
});

describe('a deadline', () => {
  it('is called what it is called of a round in a round’s notice, of a nomination in a nomination’s', () => {
    for (const name of roundDeadlineNames) expect(deadlineLabel(name, 'vi', 'round')).toBe(roundDeadlineTexts[name].vi);
    for (const name of deadlineNames) expect(deadlineLabel(name, 'vi', 'nomination')).toBe(deadlineTexts[name].vi);
    // The rules a round's plan sets for its nominations.
    expect(deadlineLabel('draft', 'en', 'round')).toBe(deadlineTexts.draft.en);
  });

  it('is named so where it was changed, with the unit it was changed for', () => {
    const moved = { name: 'closing', from: '2021-12-31T16:59:59.999Z', to: '2022-01-14T16:59:59.999Z' };
    const all = textOf('deadline.change', { ...round, changes: [moved] });
    expect(all).toContain('Hết thời gian nhận đề nghị: từ 31/12/2021 chuyển thành 14/01/2022');
    expect(all).not.toContain('khiếu nại');
    const one = textOf('deadline.change', { ...round, changes: [{ ...moved, unitName: 'Bệnh viện Vũng Tàu' }] });
    expect(one).toContain('Hết thời gian nhận đề nghị (Bệnh viện Vũng Tàu): từ 31/12/2021');
    expect(textOf('deadline.change', { ...nomination, changes: [moved] })).toContain('tiếp nhận khiếu nại: từ');
  });
});

describe('the last instant', () => {
  it('is the end of a day only where it is one', () => {
    const until = { vi: 'chậm nhất hết ngày {dueAt}.', en: 'by the end of {dueAt}.' };
    const say = (locale: 'vi' | 'en', dueAt: string) => fill(until[locale], locale, { dueAt });
    expect(say('vi', dayEnd)).toBe('chậm nhất hết ngày 13/12/2021.');
    expect(say('en', dayEnd)).toBe('by the end of 13/12/2021.');
    expect(say('vi', '2021-12-13')).toBe('chậm nhất hết ngày 13/12/2021.');
    expect(say('vi', midnight)).toBe('chậm nhất 00:00 ngày 13/12/2021.');
    expect(say('en', midnight)).toBe('by 00:00 on 13/12/2021.');
    expect(fill(until.vi, 'vi', {})).toBe('chậm nhất hết ngày ….');
    expect(say('vi', 'soon')).toBe('chậm nhất hết ngày ….');
  });

  it('of nominating is told of a round with its hour where a suspension has moved it', () => {
    const facts = (windowTo: string, locale: 'vi' | 'en' = 'vi') =>
      textOf('round.closing', { ...round, windowTo }, locale);
    expect(facts('2022-01-14T16:59:59.999Z')).toContain('Nhận đề nghị đến: hết ngày 14/01/2022');
    expect(facts('2022-01-14T03:30:00.000Z')).toContain('Nhận đề nghị đến: 10:30 ngày 14/01/2022');
    expect(facts('2022-01-14T16:59:59.999Z', 'en')).toContain('Nominations until: the end of 14/01/2022');
    expect(textOf('round.closing', round)).not.toContain('Nhận đề nghị đến');
  });
});

describe('who acts next', () => {
  it('is nobody where all is over', () => {
    const closed = { ...round, state: 'closed', owner: [], to: ['standingBody'] } satisfies NoticeValues;
    expect(textOf('stage.complete', closed)).toContain('không còn bước nào tiếp theo');
    expect(textOf('stage.complete', closed, 'en')).toContain('no further step');
    const { to: _, ...unaddressed } = closed;
    for (const values of [closed, unaddressed]) expect(textOf('stage.complete', values)).not.toContain('…');
    expect(textOf('draft.signOff', { ...nomination, state: 'expired', owner: [], to: ['nominee'] })).toContain(
      'không còn bước nào tiếp theo',
    );
    expect(textOf('stage.complete', { ...round, state: 'council', to: ['units'] })).toContain('Bước tiếp theo do');
  });

  it('is told of many by the first few and a number', () => {
    const units = Array.from({ length: 17 }, (_, n) => `Bệnh viện ${n + 1}`);
    const say = (owner: readonly string[], locale: 'vi' | 'en' = 'vi') => fill('{owner}', locale, { ...round, owner });
    expect(say(units)).toBe('Bệnh viện 1, Bệnh viện 2, Bệnh viện 3, Bệnh viện 4, Bệnh viện 5 và 12 đơn vị khác');
    expect(say(units, 'en')).toMatch(/Bệnh viện 5 and 12 other units$/);
    expect(say(units.slice(0, 6), 'en')).toMatch(/Bệnh viện 5 and 1 other unit$/);
    expect(say(units.slice(0, 5))).toMatch(/Bệnh viện 4, Bệnh viện 5$/);
    expect(say([])).toBe('…');
  });
});

describe('a subject line', () => {
  const units = Array.from({ length: 17 }, (_, n) => `Trung tâm Y tế huyện Châu Đức cơ sở ${n + 1}`);

  it('is no longer than mail programs show: fewer names first, then less of the movement’s title', () => {
    const waitingFor = (owner: string[]) => subjectOf('round.escalated', { ...round, owner });
    expect(waitingFor(units.slice(0, 1))).toMatch(/\(Năm 2021\) – đang chờ Trung tâm Y tế huyện Châu Đức cơ sở 1$/);
    expect(waitingFor(units)).toMatch(/“Thầy thuốc như mẹ hiền” \(Năm 2021\) – đang chờ 17 đơn vị$/);
    expect(waitingFor(['Bệnh viện Bà Rịa', ...units])).toMatch(/đang chờ Bệnh viện Bà Rịa và 17 đơn vị khác$/);
    const title =
      '“Đổi mới phong cách, thái độ phục vụ của cán bộ y tế hướng tới sự hài lòng của người bệnh và người nhà”';
    for (const locale of ['vi', 'en'] as const) {
      const long = subjectOf('round.escalated', { ...round, movementTitle: title, owner: units }, locale);
      expect(long.length).toBeLessThanOrEqual(120);
      expect(long).toMatch(/“Đổi mới phong cách.*[^\s,]…” \(Năm 2021\)/);
    }
    expect(textOf('round.escalated', { ...round, movementTitle: title, owner: units })).toContain(title);
  });

  it('names the unit once where the nominee’s name ends with it', () => {
    const ward = { ...nomination, nomineeName: 'Khoa Khám bệnh – Bệnh viện Bà Rịa' };
    expect(subjectOf('draft.signOff', ward)).toBe('Đơn vị đã trình hồ sơ: Khoa Khám bệnh – Bệnh viện Bà Rịa');
    expect(textOf('deadline.change', ward)).not.toContain('Bệnh viện Bà Rịa (Bệnh viện Bà Rịa)');
    expect(subjectOf('draft.signOff', nomination)).toContain('Phạm Thị Lan – Bệnh viện Bà Rịa');
  });
});

describe('a change of rules', () => {
  it('is told as what holds if the stage is reached or entered again, with its day', () => {
    const director: NoticeValues = { ...nomination, state: 'authorityDecision', to: ['currentOwner'] };
    const rules = [
      { name: 'draft', on: '2022-01-14T16:59:59.999Z' },
      { name: 'decision' },
    ] satisfies NoticeValues['ruleChanges'];
    const text = textOf('deadline.change', { ...director, ruleChanges: rules });
    expect(text).toContain(
      'áp dụng khi hồ sơ đến hoặc phải quay lại bước đó: Hạn nộp hồ sơ (đến 14/01/2022); Hạn ra quyết định.',
    );
    expect(text).not.toMatch(/các bước sau|theo thời hạn mới/);
    expect(textOf('deadline.change', { ...round, ruleChanges: rules })).toContain(
      'Quy định thời hạn của các bước sau cũng được điều chỉnh: Hạn nộp hồ sơ (đến 14/01/2022); Hạn quyết định và công bố',
    );
    const ofNominations = [{ name: 'appraisal', of: 'nominations' }] satisfies NoticeValues['ruleChanges'];
    expect(textOf('deadline.change', { ...round, ruleChanges: ofNominations })).toContain('Hạn cho ý kiến thẩm định');
  });
});
