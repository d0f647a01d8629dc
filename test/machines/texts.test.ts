import { describe, expect, it } from 'vitest';
import { deadlineTexts } from '../../contract/texts/deadlines.ts';
import { holdGroundTexts, opinionTexts, refusalGroundTexts } from '../../contract/texts/grounds.ts';
import { refusalTexts, sayRefusal } from '../../contract/texts/refusals.ts';
import { roleTexts } from '../../contract/texts/roles.ts';
import { roundStateTexts } from '../../contract/texts/round/states.ts';
import { stateTexts } from '../../contract/texts/states.ts';
import type { Text } from '../../contract/texts/text.ts';
import { transitionTexts } from '../../contract/texts/transitions.ts';
import { begin, refusals } from '../../machines/interpreter.ts';
import { roundNotNowRefusal } from '../../machines/round/interpreter.ts';
import { changeDue, ofRound } from './support/changes.ts';
import { honest, inputOf, must, openedAt } from './support/fixture.ts';

const catalogues: Record<string, Record<string, Text>> = {
  stateTexts,
  transitionTexts,
  roleTexts,
  deadlineTexts,
  refusalGroundTexts,
  holdGroundTexts,
  opinionTexts,
  refusalMessages: Object.fromEntries(Object.entries(refusalTexts).map(([code, text]) => [code, text.message])),
  refusalLifts: Object.fromEntries(Object.entries(refusalTexts).map(([code, text]) => [code, text.lift])),
};
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe.each(Object.entries(catalogues))('%s', (_, texts) => {
  it('is complete, NFC, and has the same placeholders in both languages', () => {
    for (const [code, { vi, en }] of Object.entries(texts)) {
      expect(vi, code).toBe(vi.normalize('NFC'));
      expect(vi.trim().length, code).toBeGreaterThan(1);
      expect(en.trim().length, code).toBeGreaterThan(1);
      expect(placeholders(vi), code).toEqual(placeholders(en));
    }
  });
});

describe('labels people choose from', () => {
  it('are distinct', () => {
    for (const texts of [stateTexts, roleTexts]) {
      const names = Object.values<Text>(texts).map((text) => text.vi);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('sayRefusal', () => {
  it('speaks of states and acts by name, and of instants in local time', () => {
    const { snapshot } = begin(inputOf());
    const [refusal] = refusals(snapshot, honest('council.recommend', openedAt));
    if (!refusal) throw new Error('not refused');
    expect(sayRefusal(refusal, 'vi')).toEqual({
      message: 'Không thể thực hiện “Hội đồng đề nghị khen thưởng” khi hồ sơ đang ở bước “Đang soạn hồ sơ”.',
      lift: 'Chỉ thực hiện được ở: Hội đồng xem xét.',
    });
    const late = sayRefusal({ code: 'PAST_DEADLINE', detail: { dueAt: '2021-03-31T16:59:59.999Z' } }, 'vi');
    expect(late.message).toBe('Đã quá thời hạn (23:59 31/03/2021).');
    const change = sayRefusal({ code: 'DUE_NOT_AHEAD', detail: { dueAt: '2021-03-31T16:59:59.999Z' } }, 'vi');
    expect(change.message).toContain('(23:59 31/03/2021)');
    const body = sayRefusal({ code: 'NOT_YOUR_BODY', detail: { as: 'reviewer', bodies: 'b-1' } }, 'en', {
      'b-1': 'Professional Affairs',
    });
    expect(body.lift).toBe('Whoever holds the role for Professional Affairs may do it.');
  });

  it('calls each thing what it is called there: a round’s stage, a nomination’s state, a deadline', () => {
    const stage = { code: 'STAGE_NOT_COMPLETE', detail: { state: 'appraisal', waiting: '3' } } as const;
    expect(sayRefusal(stage, 'vi').message).toBe('Bước này chưa hoàn thành: còn 3 hồ sơ chờ giải quyết.');
    const detail = { state: 'appraisal', event: 'deadline.change', possibleIn: 'published' };
    const ofNomination = sayRefusal({ code: 'NOT_NOW', detail }, 'en');
    expect(ofNomination.message).toContain(stateTexts.appraisal.en);
    const ofItsRound = sayRefusal({ code: 'NOT_NOW', detail: { ...detail, of: 'round' } }, 'en');
    expect(ofItsRound.message).toContain(roundStateTexts.appraisal.en);
    expect(ofItsRound.lift).toContain(roundStateTexts.published.en);
    const marked = roundNotNowRefusal('appraisal', 'plan.submit');
    expect(marked && sayRefusal(marked, 'en').message).toContain(roundStateTexts.appraisal.en);
  });

  it('tells somebody without the role from a role without the power', () => {
    const said = (as: string, roles: string) => sayRefusal({ code: 'NOT_YOUR_ROLE', detail: { as, roles } }, 'vi');
    expect(said('reviewer', 'approvingAuthority').message).toBe(
      'Việc này không thuộc quyền của Người xem xét của bộ phận phụ trách.',
    );
    expect(said('reviewer', 'reviewer,councilSecretary')).toEqual({
      message: 'Ông/Bà không giữ vai trò cần có cho việc này.',
      lift: 'Người được thực hiện: Người xem xét của bộ phận phụ trách, Thư ký thường trực Hội đồng.',
    });
    expect(said('', '').lift).toBe('Quản trị viên phân công vai trò.');
  });

  it('leaves no placeholder open in what the machine refuses', () => {
    const { snapshot } = begin(inputOf());
    const suspended = must(snapshot, ofRound('round.suspend', openedAt)).snapshot;
    const refused = [
      ...refusals(suspended, honest('draft.amend', openedAt)),
      ...refusals(suspended, ofRound('round.suspend', openedAt)),
      ...refusals(snapshot, changeDue(openedAt, { of: 'draft', dueAt: openedAt })),
      ...refusals(snapshot, changeDue(openedAt, { plan: { council: {} } })),
    ];
    expect(refused.map((refusal) => refusal.code)).toEqual([
      'ROUND_SUSPENDED',
      'NOTHING_TO_CHANGE',
      'DUE_NOT_AHEAD',
      'RULE_INCOMPLETE',
    ]);
    for (const refusal of refused) {
      for (const locale of ['vi', 'en'] as const) {
        const { message, lift } = sayRefusal(refusal, locale);
        expect(`${message} ${lift}`).not.toMatch(/\{\w+\}/);
      }
    }
  });
});
