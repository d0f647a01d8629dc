import { describe, expect, it } from 'vitest';
import { armAt } from '../../machines/armAt.ts';
import { begin, wakeAt } from '../../machines/interpreter.ts';
import { day, inputOf } from './support/fixture.ts';

describe('armAt', () => {
  it('is never later than the deadline, and never earlier than a stage to come could be due', () => {
    const input = inputOf();
    const { snapshot } = begin(input);
    const armed = armAt(snapshot, input.openedAt) ?? '';
    expect(armed <= (wakeAt(snapshot) ?? '')).toBe(true);
    expect(armed > input.openedAt).toBe(true);
  });

  it('is the deadline itself once no stage to come could be due sooner', () => {
    const { snapshot } = begin(inputOf());
    expect(armAt(snapshot, wakeAt(snapshot) ?? day(1))).toBe(wakeAt(snapshot));
  });
});
