import { expect, it } from 'vitest';
import { timersOf } from './timers.ts';

type Events = Parameters<typeof timersOf>[0];
const at = (seconds: number) => ({ seconds, nanos: 500_000_000 }) as never;
const set = (timerId: string, seconds: number, afterSeconds: number) => ({
  eventTime: at(seconds),
  timerStartedEventAttributes: { timerId, startToFireTimeout: { seconds: afterSeconds } as never },
});
const fired = (timerId: string) => ({ timerFiredEventAttributes: { timerId } });
const cancelled = (timerId: string) => ({ timerCanceledEventAttributes: { timerId } });

it('counts what was set, fired and cancelled, and says when those that wait will fire', () => {
  const events: Events = [set('1', 100, 10), fired('1'), set('2', 110, 90), cancelled('2'), set('3', 120, 5)];
  expect(timersOf(events)).toEqual({ started: 3, fired: 1, cancelled: 1, doubled: 0, waiting: [125_500] });
});

it('finds a timer set while another one waits', () => {
  const events: Events = [set('1', 100, 10), set('2', 105, 5)];
  expect(timersOf(events)).toMatchObject({ doubled: 1, waiting: [110_500, 110_500] });
});

it('finds that none waits any more', () => {
  expect(timersOf([set('1', 100, 10), cancelled('1')])).toMatchObject({ waiting: [], doubled: 0 });
});
