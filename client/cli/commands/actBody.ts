import { actBodySchema } from '../../../contract/acts.ts';
import type { ActType } from '../../../contract/events.ts';
import { cliTexts } from '../../../contract/texts/cli.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Form } from '../form/read.ts';
import { checkForm, isForm, readForm } from '../form/read.ts';
import type { Call } from '../session.ts';
import type { BodyField } from './actOptions.ts';
import { bodyOptions, fieldsOf } from './actOptions.ts';

/** Gives the act's body from the options. Throws CliFailure for options the act has not and for every wrong field. */
export function bodyOf(call: Call, type: ActType): Form {
  const fields = fieldsOf(type);
  refuseForeignOptions(call, type, fields);
  const body: Form = {};
  for (const field of fields) {
    const value = fieldValue(call, field);
    if (value !== undefined) body[field] = value;
  }
  return checkForm(actBodySchema(type), body, call.locale) as Form;
}

function fieldValue(call: Call, field: BodyField): unknown {
  const { name } = bodyOptions[field];
  const given = call.texts(name);
  if (given.length === 0) return undefined;
  switch (field) {
    case 'items':
      return given.map((item) => itemOf(item));
    case 'divisions':
      return given;
    case 'dossier':
      return dossierOf(readForm(call.world, given[0] ?? '', call.locale));
    default:
      return given[0];
  }
}

/** A whole nomination form serves too: its dossier is taken. */
function dossierOf(form: Form): unknown {
  return isForm(form.dossier) ? form.dossier : form;
}

function itemOf(given: string): Form {
  const equals = given.indexOf('=');
  if (equals < 1 || equals === given.length - 1) {
    throw new CliFailure({
      exit: exitCodes.invalid,
      code: 'INVALID_OPTION',
      text: cliTexts.itemShape,
      values: { value: given },
    });
  }
  return { code: given.slice(0, equals).trim(), text: given.slice(equals + 1) };
}

function refuseForeignOptions(call: Call, type: ActType, fields: BodyField[]): void {
  const own = new Set<string>(fields.map((field) => bodyOptions[field].name));
  const foreign = Object.values(bodyOptions).find(({ name }) => !own.has(name) && call.texts(name).length > 0);
  if (!foreign) return;
  const flag = (flags: string) => flags.split(' ')[0] ?? flags;
  const allowed = fields.map((field) => flag(bodyOptions[field].flags)).join(', ');
  const values = { type, option: flag(foreign.flags), allowed };
  throw new CliFailure({ exit: exitCodes.invalid, code: 'INVALID_OPTION', text: cliTexts.optionNotOfAct, values });
}
