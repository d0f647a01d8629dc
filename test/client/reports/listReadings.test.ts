import { expect, test } from 'vitest';
import { insightOver } from '../../../client/reports/insight.ts';
import type { ProgrammeClock } from '../../../contract/clock.ts';
import { realClock } from '../../../contract/clock.ts';
import { noted } from '../../support/statements.ts';
import { noon, usePublished } from './season.ts';

const getStore = usePublished();

test('the list of reports reads each programme’s definition for itself once, however many reports there are', async () => {
  const clock: ProgrammeClock = { ...realClock, origin: noon('2021-09-01'), start: new Date().toISOString() };
  const { store, statements } = noted(getStore());
  const listed = await insightOver({ store, clock }).reports();
  const programmes = new Set(listed.map(({ programmeId }) => programmeId));
  expect(listed.length).toBeGreaterThan(programmes.size);
  expect(listed.every(({ told }) => told.people.length > 0)).toBe(true);
  const definitions = statements.filter((text) => /definition"?.*from "?programme_versions/s.test(text));
  // All at once for the list, then each alone for whom its reports are told.
  expect(definitions.length).toBeLessThanOrEqual(1 + programmes.size);
});
