import { describe, expect, it } from 'vitest';
import { ran } from './fakeWorld.ts';
import { roundId } from './knownRound.ts';

describe('a wrong id', () => {
  const nothing = { client: {} };

  it.each([
    [['round', 'show', '004-0001'], 'npx vinhdanh show 004-0001'],
    [['round', 'timeline', '004-0001'], 'npx vinhdanh timeline 004-0001'],
    [['round', 'approve', '004-0001', '--as', 'x'], 'npx vinhdanh why 004-0001'],
    [['show', roundId], `npx vinhdanh round show ${roundId}`],
    [['timeline', roundId], `npx vinhdanh round timeline ${roundId}`],
    [['why', roundId, '--as', 'x'], `npx vinhdanh round show ${roundId} --as x`],
  ])('%j names the right command', async (argv, command) => {
    const { exit, err, closed } = await ran(argv, nothing);
    expect(exit).toBe(2);
    expect(err).toContain(`Hãy dùng: ${command}`);
    expect(closed).toBe(0);
  });
});
