import { describe, expect, it } from 'vitest';
import { judge } from '../../../client/rehearsal/checks/judge.ts';
import { summaryLines } from '../../../client/rehearsal/summary.ts';
import { found } from './support/found.ts';
import { at } from './support/smallSeason.ts';

describe('the summary of several seasons', () => {
  const pace = { seconds: 10, acts: 2, perSecond: 0.2, p50: 5, p95: 5, lateDays: 0.4 };
  const good = { programmeId: '004', findings: found(), checks: judge(found()), pace };

  it('has a line for each, and says how many failed', () => {
    const broken = found(({ audit }) => void audit.broken.push({ chain: '003', seq: 2, at, problem: 'edited' }));
    const lines = summaryLines(
      [good, { programmeId: '003', findings: broken, checks: judge(broken), pace }],
      3.25,
      'en',
    );
    expect(lines.find((line) => line.trimStart().startsWith('004'))).toMatch(
      /1\s+1\s+1\s+2\s+1\s+3\s+2\s+10\s+0\.4\s+✓ \d+$/,
    );
    expect(lines.find((line) => line.trimStart().startsWith('003'))).toMatch(/✗ 1\/\d+$/);
    expect(lines.at(-1)).toMatch(/^✗ 1 of 2 programmes .* 3\.[23] minutes/);
    expect(summaryLines([good], 1, 'vi').at(-1)).toMatch(/^✓ 0 trên 1/);
  });
});
