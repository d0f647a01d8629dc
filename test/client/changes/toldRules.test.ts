import { expect, it } from 'vitest';
import type { ChangedSubject } from '../../../contract/changes.ts';
import { changedValues } from '../../../store/changedValues.ts';
import type { Store } from '../../../store/connect.ts';

it('a notice of a round names a rule once that both the round and its nominations to come have', async () => {
  const rule = (name: 'council' | 'review', of: 'round' | 'nominations') => {
    return { name, of, from: { withinDays: 10 }, to: { withinDays: 13 } };
  };
  const rules: ChangedSubject['rules'] = [
    rule('council', 'round'),
    rule('council', 'nominations'),
    rule('review', 'nominations'),
  ];
  const { ruleChanges } = await changedValues({} as Store, { deadlines: [], rules });
  expect(ruleChanges.map(({ name }) => name)).toEqual(['council', 'review']);
});
