import { describe, expect, test } from 'vitest';
import { endOfDay, startOfDay } from '../../../contract/calendarDay.ts';
import type { RecipientKind } from '../../../contract/states.ts';
import type { FigureName } from '../../../store/queries/figureRows.ts';
import type { Figures } from '../../../store/queries/figures.ts';
import { figuresOf } from '../../../store/queries/figures.ts';
import type { Told } from './season.ts';
import { definitionOf, noon, putNomination, putOpenRound, usePublished } from './season.ts';
import { season } from './seasonOf2021.ts';

const getStore = usePublished();
const firstHalf = { from: startOfDay('2021-01-01'), to: endOfDay('2021-06-30') };

function total(figures: Figures, name: FigureName): [collectives: number, individuals: number] {
  const { collective, individual } = figures.total[name];
  return [collective, individual];
}

describe('the hand-made season', () => {
  test('is counted as it stood at the end of June, though it went on', async () => {
    const store = getStore();
    for (const told of season) await putNomination(store, told);
    const { programme } = await definitionOf(store, '004');
    const figures = await figuresOf(store, programme, firstHalf);
    const counted = (names: FigureName[]) => Object.fromEntries(names.map((name) => [name, total(figures, name)]));
    expect(counted(['received', 'signedOff', 'returns', 'returnedNominations'])).toEqual({
      received: [2, 7],
      signedOff: [2, 5],
      returns: [2, 1],
      returnedNominations: [1, 1],
    });
    expect(counted(['refused', 'notSelected', 'expired', 'withdrawn', 'cancelled'])).toEqual({
      refused: [0, 1],
      notSelected: [1, 0],
      expired: [1, 0],
      withdrawn: [0, 1],
      cancelled: [0, 1],
    });
    // One of them was opened before the period; one is published only after it.
    expect(counted(['awarded', 'awardedToDate', 'published'])).toEqual({
      awarded: [0, 3],
      awardedToDate: [0, 3],
      published: [0, 1],
    });
    expect(counted(['directReceived', 'directAwarded', 'adHocReceived', 'adHocAwarded'])).toEqual({
      directReceived: [0, 2],
      directAwarded: [0, 1],
      adHocReceived: [0, 1],
      adHocAwarded: [0, 1],
    });
    expect(counted(['late', 'escalations'])).toEqual({ late: [0, 1], escalations: [0, 2] });
    expect(figures.refusals).toEqual([{ movementId: '2.5', kind: 'individual', ground: 'belowStandard', count: 1 }]);
    expect(figures.states.filter(({ movementId }) => movementId === '2.5')).toEqual([
      { movementId: '2.5', kind: 'collective', state: 'expired', count: 1 },
      { movementId: '2.5', kind: 'individual', state: 'published', count: 1 },
      { movementId: '2.5', kind: 'individual', state: 'refused', count: 1 },
    ]);
    expect(figures.units.map(({ unitId, tally }) => [unitId, tally.received.individual])).toEqual([
      ['benhVienBaRia', 5],
      ['benhVienVungTau', 2],
    ]);
  });

  test('gives other numbers for the second half, and together those of the year', async () => {
    const store = getStore();
    const { programme } = await definitionOf(store, '004');
    const secondHalf = { from: startOfDay('2021-07-01'), to: endOfDay('2021-12-31') };
    const [first, second, year] = await Promise.all(
      [firstHalf, secondHalf, { from: firstHalf.from, to: secondHalf.to }].map((period) =>
        figuresOf(store, programme, period),
      ),
    );
    if (!first || !second || !year) throw new Error('three reports');
    expect(total(second, 'received')).toEqual([0, 1]);
    expect(total(second, 'awarded')).toEqual([0, 1]);
    expect(total(second, 'awardedToDate')).toEqual([0, 4]);
    expect(total(second, 'published')).toEqual([0, 2]);
    for (const name of ['received', 'returns', 'awarded', 'published', 'late', 'escalations'] as const) {
      const [a, b] = [total(first, name), total(second, name)];
      expect([name, ...total(year, name)]).toEqual([name, a[0] + b[0], a[1] + b[1]]);
    }
  });

  test('covers movements nobody nominated in, with zeros', async () => {
    const { programme } = await definitionOf(getStore(), '004');
    const figures = await figuresOf(getStore(), programme, firstHalf);
    expect(figures.movements.map(({ movementId }) => movementId)).toEqual(programme.movements.map(({ id }) => id));
    expect(figures.movements.find(({ movementId }) => movementId === '2.9')?.tally.received).toEqual({
      collective: 0,
      individual: 0,
    });
  });
});

test('coverage is that of the day: a unit’s latest answer up to then, registrations, covenants, nominations', async () => {
  const store = getStore();
  const roundId = await putOpenRound(store, '2.7', [
    ['benhVienBaRia', true, '2021-04-05'],
    ['benhVienMat', true, '2021-04-06'],
    ['benhVienMat', false, '2021-05-06'],
    ['benhVienPhoi', true, '2021-07-02'],
  ]);
  for (const [unit, day] of [
    ['benhVienBaRia', '2021-04-10'],
    ['benhVienMat', '2021-08-10'],
  ] as const) {
    await store.sql`
      insert into registrations (round_id, unit_id, nominee_kind, nominee_id, name, registered_at, inbox_id)
      values (${roundId}, ${unit}, 'individual', ${`n.${unit}`}, 'Trần Thị Giả Định', ${noon(day)}, gen_random_uuid())`;
    await store.sql`
      insert into covenants (round_id, inbox_id, unit_id, kind, parties, signed_on, recorded_at)
      values (${roundId}, gen_random_uuid(), ${unit}, 'withinUnit', '["Khoa Nội","Khoa Ngoại"]', ${day}, ${noon(day)})`;
  }
  const { programme } = await definitionOf(store, '004');
  const at = async (day: string) => {
    const { movements } = await figuresOf(store, programme, { from: firstHalf.from, to: endOfDay(day) });
    return movements.find(({ movementId }) => movementId === '2.7')?.coverage;
  };
  const registered = { registering: 1, registrations: 1, signing: 1, covenants: 1, nominating: 0 };
  expect(await at('2021-04-30')).toEqual({ units: 4, answered: 2, takingPart: 2, ...registered });
  expect(await at('2021-06-30')).toEqual({ units: 4, answered: 2, takingPart: 1, ...registered });
  expect(await at('2021-12-31')).toMatchObject({ answered: 3, takingPart: 2, registering: 2, covenants: 2 });
  // Planned since January, launched in April.
  expect(await at('2021-03-31')).toMatchObject({ units: 0, answered: 0 });
});

test('a movement that was never launched was launched to no unit', async () => {
  const store = getStore();
  await putOpenRound(store, '2.8', []);
  await store.sql`update rounds set state = 'planning', opened_at = null where id = '004/2.8/nam2021'`;
  for (const id of ['002', '003', '004']) {
    const { programme } = await definitionOf(store, id);
    const { movements } = await figuresOf(store, programme, { from: firstHalf.from, to: endOfDay('2021-12-31') });
    for (const { movementId, coverage } of movements) {
      if (movementId !== '2.7' || id !== '004') expect([id, movementId, coverage.units]).toEqual([id, movementId, 0]);
    }
  }
});

test('random seasons are counted as a plain walk over their events counts them', async () => {
  const store = getStore();
  const random = seeded(20_211_115);
  const told = Array.from({ length: 60 }, (_, index) => randomNomination(`004-9${index}`, random));
  for (const one of told) await putNomination(store, one);
  const { programme } = await definitionOf(store, '004');
  for (let round = 0; round < 12; round++) {
    const [a, b] = [dayOf(Math.floor(random() * 300)), dayOf(Math.floor(random() * 300))].toSorted();
    const period = { from: startOfDay(a ?? ''), to: endOfDay(b ?? '') };
    const figures = await figuresOf(store, programme, period);
    const movement = figures.movements.find(({ movementId }) => movementId === '2.6');
    for (const kind of ['collective', 'individual'] as const) {
      const expected = walk(
        told.filter((one) => one.kind === kind),
        period,
      );
      const found = Object.fromEntries(
        Object.keys(expected).map((name) => [name, movement?.tally[name as FigureName][kind]]),
      );
      expect({ kind, period, ...found }).toEqual({ kind, period, ...expected });
    }
  }
});

/** The same questions, asked of the events one by one. */
function walk(told: Told[], { from, to }: { from: string; to: string }): Partial<Record<FigureName, number>> {
  const counts = {
    received: 0,
    signedOff: 0,
    returns: 0,
    refused: 0,
    withdrawn: 0,
    awarded: 0,
    awardedToDate: 0,
    published: 0,
    late: 0,
  };
  for (const { steps } of told) {
    const past = steps.filter(([, , day]) => noon(day) <= to);
    const now = past.filter(([, , day]) => noon(day) >= from);
    const last = past.at(-1)?.[1];
    const happened = (type: string) => now.some(([each]) => each === type);
    counts.received += happened('nomination.open') ? 1 : 0;
    counts.signedOff += happened('draft.signOff') ? 1 : 0;
    counts.returns += now.filter(([type]) => type === 'review.return').length;
    counts.refused += last === 'refused' && happened('authority.refuse') ? 1 : 0;
    counts.withdrawn += last === 'withdrawn' && happened('nomination.withdraw') ? 1 : 0;
    counts.awarded += happened('authority.award') ? 1 : 0;
    counts.awardedToDate += past.some(([type]) => type === 'authority.award') ? 1 : 0;
    counts.published += happened('result.publish') ? 1 : 0;
    counts.late += now.filter(([, , , late]) => late).length;
  }
  return counts;
}

function randomNomination(id: string, random: () => number): Told {
  let day = Math.floor(random() * 100);
  const next = () => {
    day += 1 + Math.floor(random() * 25);
    return dayOf(day);
  };
  const steps: Told['steps'] = [['nomination.open', 'draft', next()]];
  if (random() < 0.3) steps.push(['nomination.withdraw', 'withdrawn', next()]);
  if (steps.length === 1 || random() < 0.5) {
    if (steps.length > 1) steps.push(['nomination.revive', 'draft', next()]);
    steps.push(['draft.signOff', 'departmentReview', next()]);
    for (let turn = Math.floor(random() * 3); turn > 0; turn--) {
      steps.push(['review.return', 'returned', next()]);
      steps.push(
        random() < 0.3
          ? ['supplement.submit', 'departmentReview', next(), 'late']
          : ['supplement.submit', 'departmentReview', next()],
      );
    }
    if (random() < 0.7) {
      steps.push(['review.shortlist', 'authorityDecision', next()]);
      if (random() < 0.3) steps.push(['authority.refuse', 'refused', next()]);
      else steps.push(['authority.award', 'awarded', next()], ['result.publish', 'published', next()]);
    }
  }
  const kind: RecipientKind = random() < 0.5 ? 'collective' : 'individual';
  return { id, movementId: '2.6', kind, steps, ...(steps.at(-1)?.[1] === 'refused' ? { ground: 'wrongSubject' } : {}) };
}

function dayOf(index: number): string {
  return new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10);
}

/** A small generator of numbers that are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
