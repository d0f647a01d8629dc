import { describe, expect, it } from 'vitest';
import { judge } from '../../../../client/rehearsal/checks/judge.ts';
import type { CheckName } from '../../../../contract/texts/rehearsal/checks.ts';
import type { Alter } from '../support/found.ts';
import { failing, first, found } from '../support/found.ts';

describe('the checks', () => {
  it('hold for a rehearsal in which nothing went wrong', () => expect(failing()).toEqual([]));

  it.each<[CheckName, Alter]>([
    ['storiesEndAsTold', ({ lives }) => void Object.assign(first(lives), { state: 'refused' })],
    ['noErrors', ({ errors }) => void errors.push('Error: something')],
  ])('%s fails when it should (%#)', (name, alter) => expect(failing(alter)).toContain(name));

  it('are asked in full of a whole season only, and say so', () => {
    const checks = judge(found());
    expect(checks.filter(({ skipped }) => skipped).map(({ name }) => name)).toEqual([
      'enoughNominations',
      'enoughUnits',
      'everyRow',
      'everyStory',
      'adHocSimplified',
    ]);
  });
});
