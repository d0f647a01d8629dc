import type { RecipientKind } from '../../../contract/states.ts';
import { recipientKinds } from '../../../contract/states.ts';
import type { StoryName } from '../stories/catalogue.ts';
import { stories, storyNames } from '../stories/catalogue.ts';
import { fitsIn } from '../stories/story.ts';
import type { Row } from './rows.ts';
import { ceilingOf, isLong, isMoving } from './rows.ts';
import type { Chance } from './seeded.ts';

/** A story in a row, for a kind of recipient. */
export type Place = { row: Row; story: StoryName; kind: RecipientKind };

type Ledger = { row: Row; free: number; taken: Record<RecipientKind, number> };

/** From so many nominations on, every story is told as often as it asks for; below, once. */
const manyNominations = 200;

/**
 * Gives each nomination its row, story and kind. What a story must have comes first; the rest of the season is filled by
 * weight. Awards never exceed a quota: where it is used up the council recommends no further one.
 */
export function allocate(rows: readonly Row[], count: number, chance: Chance): Place[] {
  const ledgers = shares(rows, count).map((free, index) => ({
    row: rows[index] as Row,
    free,
    taken: { collective: 0, individual: 0 },
  }));
  const places: Place[] = [];
  for (const name of required(rows, count, chance)) {
    const place = placeStory(name, ledgers, chance);
    if (place) places.push(place);
  }
  for (const ledger of ledgers) while (ledger.free > 0) places.push(fill(ledger, chance));
  return places;
}

/** Of a round that is to be cancelled: as many as are cancelled with it. */
const cancelledShare = stories.cancelledWithRound.always;

/**
 * Movements open for long take more nominations than those of the year's last weeks, when everybody is busy; one that is to be
 * cancelled takes a few, one that nobody moves in takes none.
 */
function shares(rows: readonly Row[], count: number): number[] {
  const cancelled = rows.map((row) => row.incidents.includes('cancelled'));
  const rest = Math.max(0, count - cancelled.filter((each) => each).length * cancelledShare);
  const others = sharesOf(
    rows.map((row, index) => (cancelled[index] || !isMoving(row) ? 0 : isLong(row) ? 1.7 : 1)),
    rest,
  );
  return others.map((share, index) => (cancelled[index] ? cancelledShare : share));
}

function sharesOf(weights: readonly number[], count: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  let given = 0;
  return weights.map((weight) => {
    before += weight;
    const share = Math.round((count * before) / total) - given;
    given += share;
    return share;
  });
}

/** Stories that fit few rows first, so that they find a place. A short rehearsal takes as many as it can, one of each, by lot. */
function required(rows: readonly Row[], count: number, chance: Chance): StoryName[] {
  const many = count >= manyNominations;
  const fitting = (name: StoryName): number => rows.filter((row) => fitsIn(stories[name], row)).length;
  const names = storyNames.filter((name) => fitting(name) > 0);
  const chosen = many ? names : chance.shuffled(names).slice(0, count);
  return chosen
    .toSorted((a, b) => fitting(a) - fitting(b))
    .flatMap((name) => Array.from({ length: many ? stories[name].least : stories[name].always }, () => name));
}

function placeStory(name: StoryName, ledgers: readonly Ledger[], chance: Chance): Place | null {
  const story = stories[name];
  const fitting = ledgers.filter(({ row }) => fitsIn(story, row));
  // Nothing is opened, so no place of the row is taken.
  if (story.ends === null) return { row: chance.pick(fitting).row, story: name, kind: chance.pick(recipientKinds) };
  const able = fitting.filter((ledger) => ledger.free > 0 && kindFor(name, ledger, chance) !== null);
  if (able.length === 0) return null;
  // The emptiest of three: spreads a story over the rows without making every plan alike.
  const ledger = chance
    .shuffled(able)
    .slice(0, 3)
    .toSorted((a, b) => b.free - a.free)[0] as Ledger;
  return take(name, ledger, kindFor(name, ledger, chance) as RecipientKind);
}

function fill(ledger: Ledger, chance: Chance): Place {
  const names = storyNames.filter(
    (name) =>
      weightIn(name, ledger.row) > 0 && fitsIn(stories[name], ledger.row) && kindFor(name, ledger, chance) !== null,
  );
  const total = names.reduce((sum, name) => sum + weightIn(name, ledger.row), 0);
  const drawn = chance.unit() * total;
  const upTo = (index: number): number =>
    names.slice(0, index + 1).reduce((sum, name) => sum + weightIn(name, ledger.row), 0);
  const name = names.find((_, index) => drawn < upTo(index)) ?? (names.at(-1) as StoryName);
  return take(name, ledger, kindFor(name, ledger, chance) as RecipientKind);
}

/** A round that is to be cancelled is filled with what is cancelled with it. */
function weightIn(name: StoryName, row: Row): number {
  return row.incidents.includes('cancelled') ? stories[name].always : stories[name].weight;
}

/** Gives a kind with room in the quota, the one less used first; null when an award would exceed both. */
function kindFor(name: StoryName, { row, taken }: Ledger, chance: Chance): RecipientKind | null {
  const story = stories[name];
  if (story.nominee !== undefined) return row.kinds.includes('individual') ? 'individual' : null;
  if (!story.awards) return chance.pick(row.kinds);
  const used = (kind: RecipientKind): number => taken[kind] / (ceilingOf(row, kind) ?? 8);
  const able = row.kinds.filter((kind) => ceilingOf(row, kind) === null || used(kind) < 1);
  return able.toSorted((a, b) => used(a) - used(b))[0] ?? null;
}

function take(story: StoryName, ledger: Ledger, kind: RecipientKind): Place {
  ledger.free -= 1;
  if (stories[story].awards) ledger.taken[kind] += 1;
  return { row: ledger.row, story, kind };
}
