import type { RefusalCode } from '../../../contract/refusals.ts';
import type { RoadName, StateName } from '../../../contract/states.ts';
import type { Text } from '../../../contract/texts/text.ts';
import type { Beat, Days } from '../plan/beats.ts';
import { does } from '../plan/beats.ts';
import type { Row } from '../plan/rows.ts';
import { daysOpen, isMoving } from '../plan/rows.ts';
import type { Incident } from '../plan/season.ts';

/**
 * When a nomination is opened: within the window, early in it or in its last days; outside of it; before any plan is approved;
 * shortly before the window is extended, or in the days that an extension has added, for all or for one unit; or around the instant at which one phase follows another.
 */
export type OpenWhen =
  | 'window'
  | 'firstDays'
  | 'lastDays'
  | 'afterWindow'
  | 'beforeWindow'
  | 'beforeApproval'
  | 'beforeExtension'
  | 'inExtension'
  | 'unitExtension'
  | 'phaseEnd';

/** What happens to a nomination, and where it must end. */
export type Story = {
  text: Text;
  /** How many a whole season must have at least. */
  least: number;
  /** How many any season has that has the place for it. */
  always: number;
  /** How often the rest of the season is filled with it; 0: never. */
  weight: number;
  /** Where it is possible, beyond what `fitsIn` asks of every story. */
  fits(row: Row): boolean;
  /** It belongs to a round that this befalls. */
  incident?: Incident;
  opens: OpenWhen;
  /** The state at the end; null: it is refused at the opening, and there is no nomination. */
  ends: StateName | null;
  /** It takes a place of the row's quota. */
  awards: boolean;
  /** An official is late: the matter must have been escalated, and stayed open. */
  escalates?: true;
  /** One of these must be among the reasons, where it is refused at the opening. */
  refusedWith: readonly RefusalCode[];
  /** It needs this nominee of this unit; told by the demonstration's directory. */
  nominee?: { id: string; unit: string };
  /** It nominates a kind of recipient that the row has no awards for. */
  wrongKind?: true;
  beats(road: RoadName): Beat[];
};

const story = { fits: () => true, opens: 'window', awards: false, weight: 0, always: 1, refusedWith: [] } as const;

/** Gives a story; what is not said is the ordinary. */
export function tell(text: Text, least: number, of: Pick<Story, 'ends' | 'beats'> & Partial<Story>): Story {
  return { ...story, text, least, ...of };
}

export const standard = (row: Row): boolean => row.road === 'standard';
export const twoTiers = (row: Row): boolean => row.bodies.authorities.length > 1;
export const twoDivisions = (row: Row): boolean => row.bodies.divisions.length > 1;
/** Long enough for things to be taken up again before the window closes. */
export const longWindow = (row: Row): boolean => daysOpen(row) > 25;

/** The longest the unit takes until its last sign-off, in days. */
export function daysToHandIn(beats: readonly Beat[]): number {
  const last = beats.findLastIndex(({ act }) => act === 'draft.signOff');
  return beats.slice(0, last + 1).reduce((sum, { when }) => sum + ('days' in when ? when.days[1] + 0.5 : 0), 0);
}

/** Days between the last sign-off and the end of the window: whatever needs an open window is done with room to spare. */
export const roomDays = 7;

/** Gives whether the story can be told in the row. */
export function fitsIn(told: Story, row: Row): boolean {
  if (!isMoving(row) || !told.fits(row)) return false;
  // A round that is to be cancelled takes only what is cancelled with it.
  if (row.incidents.includes('cancelled') !== (told.incident === 'cancelled')) return false;
  if (told.incident !== undefined && !row.incidents.includes(told.incident)) return false;
  if (told.nominee !== undefined && !row.units.includes(told.nominee.unit)) return false;
  const beats = told.beats(row.road);
  if (told.opens === 'window') {
    if (daysOpen(row) < daysToHandIn(beats) + roomDays + 2) return false;
  } else if (told.ends !== null && daysOpen(row) < 13) return false;
  // How long a suspension lasts is known only when it is over, and with it when the window ends.
  const onTheDay = told.opens !== 'window' || beats.some(({ when }) => 'afterWindow' in when || 'beforeWindow' in when);
  return !(onTheDay && row.incidents.includes('suspended')) || told.opens === 'beforeApproval';
}

const quickly: Days = [1, 3];
const atEase: Days = [2, 7];

/** Stretches of the road that most stories share. */
export const signOff = does('head', 'draft', 'draft.signOff', { days: quickly });
export const shortlist = does('reviewer', 'departmentReview', 'review.shortlist', { days: atEase });
export const recommend = does('secretary', 'councilReview', 'council.recommend', { days: [3, 9] });
export const award = does('authority', 'authorityDecision', 'authority.award', { days: [2, 6] });
export const conclude: Beat[] = [
  does('secretary', 'awarded', 'result.publish', { days: quickly }),
  does('secretary', 'published', 'result.close', { afterDue: [0.5, 2] }),
];
export const withdraw = (state: StateName): Beat => does('clerk', state, 'nomination.withdraw', { days: [1, 4] });

/** From the department's desk to the authority's: the simplified road has no council step. */
export const toAuthority = (road: RoadName): Beat[] => (road === 'standard' ? [shortlist, recommend] : [shortlist]);
/** From the department's desk to the end, awarded. */
export const toAward = (road: RoadName): Beat[] => [...toAuthority(road), award, ...conclude];
