import { describe, expect, it } from 'vitest';
import { round } from './examples/round.ts';
import { ran, ranJson } from './fakeWorld.ts';
import { knowing, roundId } from './knownRound.ts';

describe('rounds', () => {
  it('lists rounds with window, next deadline, coverage, and what is late', async () => {
    const { client, asked } = knowing();
    const { exit, out } = await ran(['rounds', '004', '--state', 'open', '--movement', '2.9'], { client });
    expect(exit).toBe(0);
    expect(asked).toEqual([{ programmeId: '004', movementId: '2.9', state: 'open' }]);
    const row = out.split('\n').find((line) => line.startsWith(roundId));
    expect(row).toContain('Đã phát động, đang nhận đề nghị');
    expect(row).toContain('01/04/2021 – 15/12/2021');
    expect(row).toContain('Hạn các đơn vị trả lời việc tham gia: 30/04/2021 23:59 (tạm tính)');
    expect(row).toContain('7/8 (88 %)');
    expect(row).toContain('TRỄ, báo lên bậc 1');
    expect(out).toContain('1 đợt');
  });

  it('adds the time where a window does not end with its day', async () => {
    const { client } = knowing();
    const moved = { ...round, closesAt: '2021-12-31T17:00:01.999Z' };
    const { out } = await ran(['rounds'], { client: { ...client, rounds: async () => [moved] } });
    expect(out).toContain('01/04/2021 – 01/01/2022 00:00');
  });

  it('marks a movement that stands still', async () => {
    const { client } = knowing();
    const stalled = { ...round, stalledSince: '2021-05-01T00:00:00.000Z', deadline: null };
    const { out } = await ran(['rounds'], { client: { ...client, rounds: async () => [stalled] } });
    expect(out).toContain('PHÁT MÀ KHÔNG ĐỘNG');
  });

  it('tells a mistyped programme or state from one without rounds', async () => {
    const { client } = knowing();
    const none = { ...client, rounds: async () => [] };
    expect(await ran(['rounds', '009'], { client: none })).toMatchObject({
      exit: 2,
      err: 'Không có chương trình “009”. Các chương trình hiện có: 004.\n',
    });
    expect(await ran(['rounds', '004'], { client: none })).toMatchObject({
      exit: 0,
      out: 'Không có đợt thi đua nào.\n',
    });
    expect(await ran(['rounds', '--state', 'openn'], { client })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('planning, planReview, approved, open'),
    });
  });

  it('gives the same as JSON, with the coverage', async () => {
    const { client } = knowing();
    expect((await ranJson(['rounds'], { client })).json).toEqual({
      rounds: [{ ...round, coverage: { units: 8, answered: 7, takingPart: 7, share: 88 } }],
    });
  });
});
