import { movementPlanSchema, roundActBodySchema } from '../../../contract/roundActs.ts';
import type { RoundActType } from '../../../contract/roundEvents.ts';
import { roundFailTexts } from '../../../contract/texts/cli/rounds.ts';
import type { Text } from '../../../contract/texts/text.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Form } from '../form/read.ts';
import { checkForm, readForm } from '../form/read.ts';
import { typed } from '../form/typed.ts';
import type { Call } from '../session.ts';

/** Gives the plan of the file. Throws CliFailure naming every wrong field as it is written there. */
export function planOfFile(call: Call, file: string): Form {
  const plan = typed(movementPlanSchema, readForm(call.world, file, call.locale));
  // What is sent is what was written; defaults are put in when it is taken up.
  checkForm(movementPlanSchema, plan, call.locale);
  return plan as Form;
}

/** Gives the checked body of an act: the file's fields, with those given as options over them. Throws CliFailure. */
export function bodyOfRoundAct(call: Call, type: RoundActType, options: Form): Form {
  const file = call.text('form');
  const schema = roundActBodySchema(type);
  const form = file === undefined ? {} : (typed(schema, readForm(call.world, file, call.locale)) as Form);
  const given = Object.entries({ ...options, reason: call.text('reason') }).filter(([, value]) => value !== undefined);
  return checkForm(schema, { ...form, ...Object.fromEntries(given) }, call.locale) as Form;
}

/** Gives whether the unit takes part. Throws CliFailure unless exactly one of --yes and --no is given. */
export function takesPartOf(call: Call): boolean {
  const [yes, no] = [call.flag('yes'), call.flag('no')];
  if (yes === no) throw wrong(roundFailTexts.answerHow);
  return yes;
}

/** Gives the nominees of the options, or undefined when there are none. Throws CliFailure for one that is not kind:id:name. */
export function nomineesOf(call: Call): Form[] | undefined {
  const given = call.texts('nominee');
  return given.length === 0 ? undefined : given.map((value) => nomineeOf(value));
}

function nomineeOf(value: string): Form {
  const [kind, id, ...name] = value.split(':');
  if (!kind || !id || name.join(':').trim() === '') throw wrong(roundFailTexts.nomineeShape, { value });
  return { kind: kind.trim(), id: id.trim(), name: name.join(':') };
}

/** Gives the failure of options that do not fit together. */
export function wrong(text: Text, values: Record<string, string> = {}): CliFailure {
  return new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text, values });
}
