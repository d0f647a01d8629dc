import { expect, test } from 'vitest';
import { programmeTitles } from '../../../client/core/programmeViews.ts';
import { latestProgrammeRef } from '../../../store/programmes.ts';
import { noted } from '../../support/statements.ts';
import { usePublished } from '../reports/season.ts';

const getStore = usePublished();

test('a list of a programme without a title reads the names of bodies once, however many rows ask', async () => {
  const { store, statements } = noted(getStore());
  const ref = await latestProgrammeRef(store, '000');
  if (!ref) throw new Error('Programme 000 is shipped');
  const titles = programmeTitles(store);
  const asked = await Promise.all(Array.from({ length: 200 }, () => titles(ref)));
  expect(new Set(asked.map(({ title }) => title))).toEqual(new Set(['Công văn – Sở Y tế tỉnh Đắk Lắk']));
  const readings = () => statements.filter((text) => text.includes('from bodies')).length;
  expect(readings()).toBe(1);

  // Not for ever: a body may be renamed.
  await store.sql`update bodies set name = 'Sở Y tế Đắk Lắk' where id = 'soYTeDakLak'`;
  expect(await titles(ref)).toMatchObject({ title: 'Công văn – Sở Y tế Đắk Lắk' });
});
