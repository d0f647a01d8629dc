import * as interpreter from '../../machines/interpreter.ts';
import * as roundInterpreter from '../../machines/round/interpreter.ts';
import { workflowIdOf } from '../support/workflowIdOf.ts';
import type { Golden } from './golden.ts';
import { readGolden, readHistory, recordedNames, replayPure } from './golden.ts';
import type { Interpreter } from './nominationCarrier.ts';
import { nominationCarrier } from './nominationCarrier.ts';
import type { RoundInterpreter } from './roundCarrier.ts';
import { roundCarrier } from './roundCarrier.ts';
import { roundScenarios } from './roundScenarios.ts';

/** The machines a replay goes through: today's, or some that a test has changed. */
export type Machines = { nomination: Interpreter; round: RoundInterpreter };
const today: Machines = { nomination: interpreter, round: roundInterpreter };

const isOfRound = (name: string) => Object.hasOwn(roundScenarios, name);
export const ofRounds = recordedNames().filter(isOfRound);
export const ofNominations = recordedNames().filter((name) => !isOfRound(name));

/** Carries a recorded history through its machine. */
export function replayed(name: string, machines: Machines = today): Golden {
  const { events } = readGolden(name);
  return isOfRound(name)
    ? replayPure(roundCarrier(machines.round), readHistory(name), events)
    : replayPure(nominationCarrier(machines.nomination), readHistory(name), events);
}

/** Gives the id of the workflow whose history it is. */
export function recordedAs(name: string): string {
  const { context } = readGolden(name).snapshot as { context: { roundId?: string; nominationId?: string } };
  return workflowIdOf(context.nominationId ?? context.roundId ?? '');
}
