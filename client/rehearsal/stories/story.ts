import type { RoadName, StateName } from '../../../contract/states.ts';
import type { Text } from '../../../contract/texts/text.ts';
import type { Beat, Days } from '../plan/beats.ts';
import { does } from '../plan/beats.ts';
import type { Row } from '../plan/rows.ts';

/** When a nomination is opened: within the window, in its last days, or outside of it. */
export type OpenWhen = 'window' | 'lastDays' | 'afterWindow' | 'beforeWindow';

/** What happens to a nomination, and where it must end. */
export type Story = {
  text: Text;
  /** How many a whole season must have at least. */
  least: number;
  /** How often the rest of the season is filled with it; 0: never. */
  weight: number;
  /** Where it is possible. */
  fits(row: Row): boolean;
  opens: OpenWhen;
  /** The state at the end; null: it is refused at the opening, and there is no nomination. */
  ends: StateName | null;
  /** It takes a place of the row's quota. */
  awards: boolean;
  /** An official is late: the matter must have been escalated, and stayed open. */
  escalates?: true;
  /** It needs this nominee; told by the demonstration's directory. */
  nominee?: string;
  /** It nominates a kind of recipient that the row has no awards for. */
  wrongKind?: true;
  beats(road: RoadName): Beat[];
};

const story = { fits: () => true, opens: 'window', awards: false, weight: 0 } as const;

/** Gives a story; what is not said is the ordinary. */
export function tell(text: Text, least: number, of: Pick<Story, 'ends' | 'beats'> & Partial<Story>): Story {
  return { ...story, text, least, ...of };
}

export const standard = (row: Row): boolean => row.road === 'standard';
export const twoTiers = (row: Row): boolean => row.bodies.authorities.length > 1;
export const twoDivisions = (row: Row): boolean => row.bodies.divisions.length > 1;
/** Long enough for things to be taken up again before the window closes. */
export const longWindow = (row: Row): boolean => Date.parse(row.closesAt) - Date.parse(row.opensAt) > 25 * 86_400_000;

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
