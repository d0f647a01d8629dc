import { describe, expect, it } from 'vitest';
import { html, plainText } from '../../../activities/notify/render.ts';
import type { NoticeTemplate } from '../../../contract/nomination.ts';
import { noticeTemplates } from '../../../contract/programme.ts';
import { recipientNames } from '../../../contract/roles.ts';
import { composeNotice } from '../../../contract/texts/notices/compose.ts';
import { fill, printDay } from '../../../contract/texts/notices/fill.ts';
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
};

describe('notice texts', () => {
  it('exist for every template a programme document may name', () => {
    expect(new Set(templates)).toEqual(new Set(noticeTemplates));
  });

  it.each(templates)('%s: NFC, complete with full data, whole with none, in both languages', (template) => {
    for (const locale of ['vi', 'en'] as const) {
      const complete = plainText(composeNotice(template, locale, full));
      expect(complete).toBe(complete.normalize('NFC'));
      expect(complete).not.toMatch(/…|\{|undefined/);
      expect(complete).toContain('vinhdanh show 004-0001');
      for (const to of [undefined, [], ...recipientNames.map((name) => [name])]) {
        const bare = composeNotice(template, locale, to ? { to } : {});
        expect(bare.subject).not.toMatch(/[{}]|undefined/);
        expect(plainText(bare)).not.toMatch(/[{}]|undefined/);
        expect(html(bare, locale)).toContain(`lang="${locale}"`);
      }
    }
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
