import { beforeAll, describe, expect, it } from 'vitest';
import { useStore } from '../../store/fixture.ts';
import { appraised, draft, openStanding, returned } from './standing.ts';
import { checked, clockOfDay, codesOf, damaged, untriggered } from './support.ts';

const getStore = useStore();
beforeAll(() => openStanding(getStore()));

describe('time', () => {
  beforeAll(() => untriggered(getStore(), `update transitions set recorded_at = recorded_at - interval '1 hour'`));

  it('finds every timer that should have fired more than a minute ago, unless an act is still to be delivered', async () => {
    const store = getStore();
    const late = await checked(store, clockOfDay('2020-09-16'));
    expect(codesOf(late)).toEqual(expect.arrayContaining([`TIMER_LATE ${returned}`, `TIMER_LATE ${appraised}`]));
    expect(codesOf(late)).not.toContain(`TIMER_LATE ${draft}`);
    expect(late.warnings.map(({ code }) => code)).toContain('REMINDER_LATE');

    const waiting = `update inbox set status = 'received' where subject_id = '${returned}' and type = 'review.return'`;
    const excused = await damaged(store, 'inbox', waiting, () => checked(store, clockOfDay('2020-09-16')));
    expect(codesOf(excused)).not.toContain(`TIMER_LATE ${returned}`);
    expect(codesOf(excused)).toContain(`TIMER_LATE ${appraised}`);
  });

  it('gives what was recorded just now its minute, whatever past instant it names', async () => {
    const now = `update transitions set recorded_at = now() where subject_id = '${returned}' and revision = 3`;
    const report = await damaged(getStore(), 'transitions', now, () => checked(getStore(), clockOfDay('2020-09-16')));
    expect(codesOf(report)).not.toContain(`TIMER_LATE ${returned}`);
    expect(codesOf(report)).toContain(`TIMER_LATE ${appraised}`);
  });

  it('gives a timer a minute of real time, however fast the programme’s clock runs', async () => {
    const clock = { origin: '2020-09-13T17:00:00.000Z', start: new Date().toISOString(), speed: 100_000 };
    const start = Date.now();
    let report = await checked(getStore(), clock);
    // Two programme days later the deadlines of these nominations are past; a minute of real time is not.
    while (Date.parse(report.checkedAt) < Date.parse('2020-09-16T00:00:00.000Z'))
      report = await checked(getStore(), clock);
    expect(Date.now() - start).toBeLessThan(60_000);
    expect(codesOf(report)).toEqual([]);
  });
});
