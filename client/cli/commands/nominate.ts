import type { Command } from 'commander';
import { nominateSchema } from '../../../contract/acts.ts';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import type { Form } from '../form/read.ts';
import { checkForm, isForm, readForm } from '../form/read.ts';
import { outcomeAnswer } from '../print/outcome.ts';
import type { Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { define } from './define.ts';
import { namesToSay, send } from './send.ts';

const examples = [
  'nominate --as bvvt.clerk --form de-nghi.yaml',
  'nominate --as bvvt.clerk --programme 004 --movement 2.2 --unit benhVienVungTau --kind individual --nominee bvvt.dd1 \\\n' +
    '    --name "Bùi Thị Minh Họa" --title "Điều dưỡng trưởng" --achievements "Hoàn thành 120% chỉ tiêu" --direct-worker',
];

/** `nominate`: from a form file, from options, or both (options win). */
export function addNominate(program: Command, cli: Cli): void {
  const say = (name: keyof typeof optionTexts) => optionTexts[name][cli.locale];
  const command = define(program, cli, 'nominate', examples)
    .option('--form <file>', say('form'))
    .option('--programme <id>', say('programme'))
    .option('--movement <id>', say('movement'))
    .option('--unit <id>', say('unit'))
    .option('--kind <kind>', say('kind'))
    .option('--nominee <id>', say('nominee'))
    .option('--name <text>', say('name'))
    .option('--title <text>', say('title'))
    .option('--achievements <text>', say('achievements'))
    .option('--direct-worker', say('directWorker'))
    .option('--key <key>', say('key'));
  onRun(command, cli, async (call) => {
    const by = call.person();
    const form = checkForm(nominateSchema, formOf(call), call.locale);
    return call.within(async ({ client }) => {
      const result = await send(call, (key) => client.nominate(by, form, key));
      return outcomeAnswer(result, 'nomination.open', { locale: call.locale, names: await namesToSay(client, result) });
    });
  });
}

function formOf(call: Call): Form {
  const file = call.text('form');
  const form = file === undefined ? {} : readForm(call.world, file, call.locale);
  return {
    ...form,
    ...given({ programmeId: call.text('programme'), movementId: call.text('movement'), unitId: call.text('unit') }),
    nominee: over(form.nominee, { kind: call.text('kind'), id: call.text('nominee') }),
    dossier: over(form.dossier, {
      nomineeName: call.text('name'),
      nomineeTitle: call.text('title'),
      achievements: call.text('achievements'),
      directWorker: call.flag('directWorker') || undefined,
    }),
  };
}

function over(part: unknown, options: Form): unknown {
  // What is no set of fields is left for the schema to name.
  return part === undefined || isForm(part) ? { ...part, ...given(options) } : part;
}

function given(options: Form): Form {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
