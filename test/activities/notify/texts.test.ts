import { describe, expect, it } from 'vitest';
import { digestible } from '../../../activities/notify/digestible.ts';
import type { NoticeTemplate } from '../../../contract/nomination.ts';
import { noticeTemplates } from '../../../contract/programme.ts';
import { recipientNames } from '../../../contract/roles.ts';
import { composeNotice } from '../../../contract/texts/notices/compose.ts';
import { composeDigest } from '../../../contract/texts/notices/digest.ts';
import { fill } from '../../../contract/texts/notices/fill.ts';
import { printDay, printInstant } from '../../../contract/texts/notices/printDay.ts';
import { html, plainText } from '../../../contract/texts/notices/render.ts';
import type { NoticeValues } from '../../../contract/texts/notices/shape.ts';
import { noticeTexts } from '../../../contract/texts/notices.ts';

const templates = Object.keys(noticeTexts) as NoticeTemplate[];
const full: NoticeValues = {
  nominationId: '004-0001',
  movementTitle: 'Thầy thuốc như mẹ hiền',
  programmeTitle: 'Kế hoạch 2021',
  nomineeName: 'Phạm Thị Lan',
  unitName: 'Bệnh viện Bà Rịa',
  recipientName: 'Nguyễn Thị Hoa',
  dueAt: '2021-06-20T16:59:59.999Z',
  reason: 'Lý do riêng',
  items: [{ code: 'a', text: 'Biên bản' }],
  ground: 'belowStandard',
  decisionNumber: '12/QĐ-SYT',
  decisionDate: '2021-12-05',
  state: 'returned',
  owner: 'Phòng Nghiệp vụ',
  actorName: 'Trần Văn Bình',
  to: ['submittingUnit', 'currentOwner'],
  deadlineName: 'closing',
  daysLeft: '3',
  provisionalYear: '2027',
  changes: [
    { name: 'draft', from: '2021-06-20T16:59:59.999Z', to: '2021-06-30T16:59:59.999Z' },
    { name: 'review', from: null, to: '2021-07-05T09:59:59.999Z' },
    { name: 'council', from: '2021-08-05T16:59:59.999Z', to: null },
  ],
  forwardTo: 'UBND tỉnh',
  ruleChanges: [{ name: 'decision' }],
  waiting: '2',
  matters: [
    { subjectId: '004-0001', dueAt: '2021-06-20T16:59:59.999Z', overdue: false },
    { subjectId: '004-0003', dueAt: '2021-06-02T16:59:59.999Z', overdue: true },
  ],
  roundId: '004/2.4/nam2021',
  phaseName: 'Năm 2021',
  bodyInCharge: 'Phòng Nghiệp vụ',
  criteria: ['Hoàn thành chỉ tiêu khám, chữa bệnh', 'Không có đơn thư khiếu nại đúng'],
  mostCollective: '2',
  mostIndividual: '5',
  awardForm: 'giayKhen',
  opensOn: '2021-02-01',
  windowFrom: '2021-06-01',
  windowTo: '2021-06-30',
  answerBy: '2021-02-15T16:59:59.999Z',
  takesPart: 'yes',
  nominees: '4',
  parties: ['Khoa Nội', 'Khoa Ngoại'],
  counts: { units: 2, department: 3, council: 0, decision: 1, awarded: 0, published: 0, onHold: 1, over: 4 },
  reportId: '004/final/2021-12-31',
  reportKind: 'final',
};
const round: NoticeValues = { ...full, about: 'round', state: 'open' };
const { nominationId: _, nomineeName: __, decisionNumber: ___, ...roundOnly } = round;

/** Templates that are never about a nomination. */
const ofRounds: NoticeTemplate[] = [
  'round.begin',
  'plan.submit',
  'plan.approve',
  'plan.return',
  'round.open',
  'unit.answer',
  'unit.register',
  'unit.signCovenant',
  'round.closing',
  'stage.complete',
  'movement.stall',
  'round.escalated',
];
/** Templates that are about one or the other. */
const ofBoth = templates.filter((template) => noticeTexts[template].ofRound !== undefined);

describe('notice texts', () => {
  it('exist for every template a programme document may name', () => {
    expect(noticeTemplates.filter((template) => !templates.includes(template))).toEqual([]);
  });

  it.each(templates)('%s: NFC, complete with full data, whole with none, in both languages', (template) => {
    for (const locale of ['vi', 'en'] as const) {
      const complete = plainText(composeNotice(template, locale, full));
      expect(complete).toBe(complete.normalize('NFC'));
      expect(complete).not.toMatch(/…|\{|undefined/);
      if (!ofRounds.includes(template) && template !== 'report.ready')
        expect(complete).toContain('vinhdanh show 004-0001');
      for (const to of [undefined, [], ...recipientNames.map((name) => [name])]) {
        const bare = composeNotice(template, locale, to ? { to } : {});
        expect(bare.subject).not.toMatch(/[{}]|undefined/);
        expect(plainText(bare)).not.toMatch(/[{}]|undefined/);
        expect(html(bare, locale)).toContain(`lang="${locale}"`);
      }
    }
  });

  it.each([...ofRounds, ...ofBoth])(
    '%s about a round: names movement and phase, and nothing of a nomination',
    (template) => {
      for (const locale of ['vi', 'en'] as const) {
        for (const to of [undefined, [], ...recipientNames.map((name) => [name])]) {
          const { to: _all, ...values } = roundOnly;
          const { subject, blocks } = composeNotice(template, locale, to ? { ...values, to } : values);
          const text = plainText({ subject, blocks });
          expect(`${subject}\n${text}`).not.toMatch(/…|[{}]|undefined/);
          expect(text).toBe(text.normalize('NFC'));
          expect(subject).toContain('Thầy thuốc như mẹ hiền');
          expect(text).toContain('004/2.4/nam2021');
          expect(text).toContain('Năm 2021');
          const bare = composeNotice(template, locale, { about: 'round', ...(to ? { to } : {}) });
          expect(`${bare.subject}${plainText(bare)}`).not.toMatch(/[{}]|undefined/);
        }
      }
    },
  );

  it('is told in the words of a round, of a nomination or of a report, never mixed', () => {
    expect(ofBoth.sort()).toEqual([
      'deadline.change',
      'deadline.remind',
      'round.cancel',
      'round.resume',
      'round.suspend',
    ]);
    const { forwardTo: _, ...reached } = full;
    const report = plainText(composeNotice('report.ready', 'vi', { ...reached, about: 'report' }));
    expect(report).toContain('báo cáo tổng kết');
    expect(report).toContain('004/final/2021-12-31');
    expect(report).not.toContain('Mã hồ sơ');
    expect(report).not.toContain('công văn');
    const forwarded = composeNotice('report.ready', 'vi', { ...full, about: 'report' });
    expect(plainText(forwarded)).toContain('gửi báo cáo đến UBND tỉnh theo đường công văn');
    const nudge = plainText(composeNotice('progress.nudge', 'vi', { ...full, about: 'person', to: ['currentOwner'] }));
    expect(nudge).toContain('004-0003: QUÁ HẠN từ ngày 02/06/2021');
    expect(nudge).toContain('vinhdanh inbox');
    expect(nudge).not.toContain('Mã hồ sơ');
  });

  it('says what a changed deadline was, what it is now, and why', () => {
    const text = plainText(composeNotice('deadline.change', 'vi', full));
    expect(text).toContain('Hạn nộp hồ sơ: từ 20/06/2021 chuyển thành 30/06/2021');
    expect(text).toContain('Hạn xem xét của bộ phận phụ trách: đến 05/07/2021 (16:59)');
    expect(text).toContain('Hạn xem xét của Hội đồng: trước là 05/08/2021, nay ngừng tính');
    expect(text).toContain('Hạn ra quyết định');
    expect(text).toContain('Lý do: Lý do riêng');
  });

  it('warns of a provisional date in a reminder only where there is one', () => {
    const reminder = (values: NoticeValues) => plainText(composeNotice('deadline.remind', 'vi', values));
    expect(reminder(full)).toContain('ngày nghỉ năm 2027 chưa có thông báo');
    expect(reminder(full)).toContain('Số ngày còn lại, kể cả ngày nghỉ: 3.');
    const { provisionalYear: _year, ...firm } = full;
    expect(reminder(firm)).not.toContain('chưa có thông báo');
  });

  it('leaves out of a round’s facts what there is not yet', () => {
    const { windowFrom: _from, windowTo: _to, awardForm: _form, ...early } = roundOnly;
    const text = plainText(composeNotice('round.begin', 'vi', early));
    expect(text).not.toMatch(/…|Nhận đề nghị từ ngày/);
  });

  it('prints the hour of a deadline only where it is not the end of the day', () => {
    expect(printInstant('2021-06-20T16:59:59.999Z')).toBe('20/06/2021');
    expect(printInstant('2021-06-20T09:29:59.999Z')).toBe('20/06/2021 (16:29)');
    expect(printInstant('2021-06-20')).toBe('20/06/2021');
  });

  it('puts a digest in order of urgency, with the essentials of each notice', () => {
    const { dueAt: _due, ...undated } = roundOnly;
    const entries = [
      { template: 'deadline.change' as const, values: { ...full, dueAt: '2021-07-30T16:59:59.999Z' } },
      { template: 'round.open' as const, values: undated },
      { template: 'deadline.escalated' as const, values: { ...full, nominationId: '004-0002' } },
    ];
    for (const locale of ['vi', 'en'] as const) {
      const digest = composeDigest(entries, 'Nguyễn Thị Hoa', locale);
      const text = plainText(digest);
      expect(text).toBe(text.normalize('NFC'));
      expect(`${digest.subject}${text}`).not.toMatch(/…|[{}]|undefined/);
      expect(digest.subject).toContain('20/06/2021');
      const places = ['004-0002', '30/07/2021', '004/2.4/nam2021'].map((word) => text.indexOf(word));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
      expect(text).toContain('Hoàn thành chỉ tiêu khám, chữa bệnh');
    }
  });

  it('keeps notices people must act on within days, and refusals, out of digests', () => {
    for (const template of ['review.return', 'authority.refuse', 'deadline.expired'] as const) {
      expect(digestible).not.toContain(template);
    }
    expect(digestible).toContain('deadline.change');
  });

  it('knows only placeholders that the data can fill', () => {
    const used = JSON.stringify(noticeTexts).matchAll(/\{(\w+)\}/g);
    expect([...used].map(([, name]) => name).filter((name) => !Object.hasOwn(full, name ?? ''))).toEqual([]);
  });

  it('prints an unknown placeholder as "…" and leaves braces in a person’s text alone', () => {
    expect(fill('a {notKnown} b {constructor} {__proto__}', 'vi', full)).toBe('a … b … …');
    expect(fill('{reason}', 'vi', { reason: 'xem {nomineeName}', nomineeName: 'X' })).toBe('xem {nomineeName}');
  });

  it('prints days as dd/MM/yyyy in Asia/Ho_Chi_Minh', () => {
    expect(printDay('2021-06-20T16:59:59.999Z')).toBe('20/06/2021');
    expect(printDay('2021-06-20T17:00:00.000Z')).toBe('21/06/2021');
    expect(printDay('2021-12-05')).toBe('05/12/2021');
    expect(printDay('soon')).toBe('…');
  });

  it('names the coded ground of a refusal, with its reason', () => {
    const text = plainText(composeNotice('authority.refuse', 'vi', full));
    expect(text).toContain('Căn cứ: không đủ tiêu chuẩn.');
    expect(text).toContain('Lý do: Lý do riêng');
    expect(composeNotice('authority.refuse', 'en', full).subject).toContain('below the standard');
    expect(plainText(composeNotice('authority.refuse', 'vi', { ...full, reason: '' }))).toContain('Lý do: …');
  });

  it('keeps council comments, appraisers and denunciations from the nominee', () => {
    const nominee: NoticeValues = { ...full, ground: 'denunciation', to: ['nominee'] };
    for (const template of ['nomination.hold', 'council.sendBack', 'appraisal.give'] as const) {
      const text = plainText(composeNotice(template, 'vi', nominee));
      expect(text).not.toMatch(/tố cáo|Lý do riêng|Trần Văn Bình/);
    }
    expect(plainText(composeNotice('nomination.hold', 'vi', { ...nominee, to: ['bodyInCharge'] }))).toContain('tố cáo');
  });

  it('escapes HTML in people’s texts', () => {
    const page = html(
      composeNotice('review.return', 'vi', {
        ...full,
        nomineeName: '<img src=x onerror=alert(1)>',
        items: ['"><script>'],
      }),
      'vi',
    );
    expect(page).not.toMatch(/<img|<script/);
    expect(page).toContain('&#60;img src=x');
  });
});
