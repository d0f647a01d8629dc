import { describe, expect, it } from 'vitest';
import { roundDeadlineNames, roundStateNames } from '../../../contract/roundStates.ts';
import { roundDeadlineTexts } from '../../../contract/texts/round/deadlines.ts';
import { roundStateTexts } from '../../../contract/texts/round/states.ts';
import { roundTransitionTexts } from '../../../contract/texts/round/transitions.ts';
import type { Text } from '../../../contract/texts/text.ts';
import { roundRefusals } from '../../../machines/round/interpreter.ts';
import { roundRules } from '../../../machines/round/rules.ts';
import { event, on, opened } from './support/fixture.ts';

const catalogues: Record<string, Record<string, Text>> = { roundStateTexts, roundDeadlineTexts, roundTransitionTexts };

describe.each(Object.entries(catalogues))('%s', (_, texts) => {
  it('is NFC, in both languages, with distinct names', () => {
    for (const locale of ['vi', 'en'] as const) {
      const names = Object.values(texts).map((text) => text[locale]);
      for (const name of names) {
        expect(name).toBe(name.normalize('NFC'));
        expect(name.trim().length).toBeGreaterThan(3);
      }
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('the catalogue of rounds', () => {
  it('has a name for every state, deadline and event, and no other', () => {
    expect(Object.keys(roundStateTexts)).toEqual([...roundStateNames]);
    expect(Object.keys(roundDeadlineTexts)).toEqual([...roundDeadlineNames]);
    expect(Object.keys(roundTransitionTexts).sort()).toEqual([...Object.keys(roundRules), 'round.begin'].sort());
  });

  it('is what the rules show', () => {
    for (const [type, { label }] of Object.entries(roundRules))
      expect(label).toBe(roundTransitionTexts[type as keyof typeof roundTransitionTexts]);
  });
});

describe('a refusal that names a deadline', () => {
  it('says that it is the round’s: a nomination has others of the same name', () => {
    const { snapshot } = opened();
    for (const nothing of [{ of: 'council' }, { plan: { council: {} } }]) {
      const refused = roundRefusals(snapshot, event('deadline.change', on('07-20'), nothing));
      expect(refused).toEqual([{ code: 'NOTHING_TO_CHANGE', detail: { of: 'round', deadline: 'council' } }]);
    }
  });
});
