import type { EventType } from '../events.ts';
import { roundParts } from '../round.ts';
import type { RoundEventType } from '../roundEvents.ts';
import type { RoundStateName } from '../roundStates.ts';
import type { StateName } from '../states.ts';
import { roundStateTexts } from './round/states.ts';
import { roundTransitionTexts } from './round/transitions.ts';
import { stateTexts } from './states.ts';
import type { Text } from './text.ts';
import { transitionTexts } from './transitions.ts';

/** Words for what happens to nominations and rounds alike: the id of the subject says which machine's names are meant. */

/** Gives what a state is called. */
export function stateText(subjectId: string, state: StateName | RoundStateName): Text {
  return roundParts(subjectId) ? roundStateTexts[state as RoundStateName] : stateTexts[state as StateName];
}

/** Gives what an event is called. */
export function eventText(subjectId: string, type: EventType | RoundEventType): Text {
  return roundParts(subjectId) ? roundTransitionTexts[type as RoundEventType] : transitionTexts[type as EventType];
}
