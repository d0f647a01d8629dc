import { describe, expect, it } from 'vitest';
import type { WorkingCalendar } from '../../../contract/calendar.ts';
import { roundOpenStages, roundRecountedDues } from '../../../machines/round/outlook.ts';
import { appraising, approved, endOn, event, inputOf, must, on, opened, run } from './support/fixture.ts';

const calendar: WorkingCalendar = { ref: 'vn@1#x', off: [], working: [], announcedThrough: '2020-06-30' };
/** Two days of the week of 10/8/2020 made off. */
const announced: WorkingCalendar = {
  ...calendar,
  ref: 'vn@2#y',
  off: ['2020-08-10', '2020-08-11'],
  announcedThrough: '2020-12-31',
};
const count = { days: 10, kind: 'working' as const };
const input = inputOf({ calendar, plan: { ...inputOf().plan, appraisal: { count } } });

describe('a count of working days in a round', () => {
  it('is provisional until the notice, follows it when told to, and can follow again', () => {
    const stage = appraising(input);
    expect(stage.workItems).toMatchObject([{ dueAt: endOn('08-11'), provisional: true }]);
    const [recounted] = roundRecountedDues(stage.snapshot, announced);
    expect(recounted).toEqual({ name: 'appraisal', dueAt: endOn('08-13'), provisional: false });
    const change = { calendar: announced, of: recounted?.name, dueAt: recounted?.dueAt };
    const after = must(stage.snapshot, event('deadline.change', on('08-03'), change));
    expect(after.workItems).toMatchObject([{ dueAt: endOn('08-13') }]);
    expect(after.workItems[0]?.provisional).toBeUndefined();
    expect(roundRecountedDues(after.snapshot, calendar)).toEqual([
      { name: 'appraisal', dueAt: endOn('08-11'), provisional: true },
    ]);
  });

  it('is no count any more once moved by hand or resumed', () => {
    const moved = must(
      appraising(input).snapshot,
      event('deadline.change', on('08-03'), { of: 'appraisal', dueAt: endOn('08-20') }),
    );
    expect(roundRecountedDues(moved.snapshot, announced)).toEqual([]);
    const paused = must(appraising(input).snapshot, event('round.suspend', on('08-03')));
    const resumed = must(paused.snapshot, event('round.resume', on('08-05')));
    expect(roundRecountedDues(resumed.snapshot, announced)).toEqual([]);
    expect(resumed.workItems[0]?.provisional).toBe(true);
  });

  it('is not what the plan of the window is made of', () => {
    expect(roundRecountedDues(opened({}, input).snapshot, announced)).toEqual([]);
  });
});

describe('the stages a round can still enter', () => {
  it('lie ahead of it: with the plan, which may be returned, and the suspension, which may come anywhere', () => {
    expect(roundOpenStages(run([]).snapshot)).toEqual([
      'plan',
      'approval',
      'opening',
      'answer',
      'closing',
      'appraisal',
      'council',
      'decision',
      'conclusion',
      'suspension',
    ]);
    expect(roundOpenStages(appraising().snapshot)).toEqual(['council', 'decision', 'conclusion', 'suspension']);
  });

  it('of a suspended round begin where it was', () => {
    const paused = must(approved().snapshot, event('round.suspend', on('06-18')));
    expect(roundOpenStages(paused.snapshot).slice(0, 3)).toEqual(['opening', 'answer', 'closing']);
    const over = must(approved().snapshot, event('round.cancel', on('06-18')));
    expect(roundOpenStages(over.snapshot)).toEqual([]);
  });
});
