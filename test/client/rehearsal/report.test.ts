import { describe, expect, it } from 'vitest';
import { judge } from '../../../client/rehearsal/checks/judge.ts';
import { reportData, reportLines } from '../../../client/rehearsal/report.ts';
import { found } from './support/found.ts';
import { at, plan } from './support/smallSeason.ts';

describe('the report', () => {
  const pace = { seconds: 10, acts: 2, perSecond: 0.2, p50: 5, p95: 5, lateDays: 0 };

  it('is an aligned table with the quota behind the awards, and a line for each check', () => {
    const lines = reportLines(found(), judge(found()), pace, 5, 'vi');
    const row = lines.find((line) => line.startsWith('2.6 '));
    expect(row).toMatch(/0\/không xét\s+1\/10$/);
    expect(lines.find((line) => line.startsWith('Dòng'))?.indexOf('Khen T')).toBe(row?.indexOf('0/không xét'));
    expect(lines.filter((line) => line.startsWith('✓'))).toHaveLength(judge(found()).length - 5 + 1);
    expect(lines.find((line) => line.includes('gia hạn chung đến 10/01/2022'))).toMatch(
      /01\/12\/2021 004\/2\.6\/nam2021.* 1 thời hạn.* 1 thông báo$/,
    );
    expect(lines.join('\n')).not.toMatch(/\{\w+\}/);
  });

  it('says what failed, with examples, in both languages', () => {
    const broken = found(({ audit }) => void audit.broken.push({ chain: '004', seq: 2, at, problem: 'edited' }));
    for (const locale of ['vi', 'en'] as const) {
      const lines = reportLines(broken, judge(broken), pace, 5, locale);
      expect(lines.filter((line) => line.startsWith('✗'))).toHaveLength(2);
      expect(lines).toContain('    004 2: edited');
    }
    expect(reportData(broken, judge(broken), pace)).toMatchObject({
      ok: false,
      plan: plan.hash,
      rows: [{ row: '2.6', received: 1, individual: 1 }],
    });
  });
});
