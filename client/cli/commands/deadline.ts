import type { Command } from 'commander';
import { changeCommandTexts, changeOptionTexts } from '../../../contract/texts/cli/changes.ts';
import { optionTexts } from '../../../contract/texts/cli/help.ts';
import { together } from '../../core/together.ts';
import { movesTable } from '../print/changeMoves.ts';
import { changePreviewText } from '../print/changePreview.ts';
import { changeListText, changeProgressAnswer } from '../print/changeProgress.ts';
import type { Answer, Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { applyCommand } from './changeCommand.ts';
import { addDeadlineOptions, changeRequest, deadlineSpec, hashOf } from './changeOptions.ts';
import { awaitChange } from './changeWait.ts';
import { define, withExamples } from './define.ts';
import { readPreview, savePreview } from './savedPreview.ts';

const given = '--round 004/2.4/nam2021 --deadline draft --to 2022-01-14 --reason "Gia hạn vì dịch" --as vps.secretary';

/** `deadline preview|apply|list|show` */
export function addDeadline(program: Command, cli: Cli): void {
  const { locale } = cli;
  const deadline = define(program, cli, 'deadline', [
    `deadline preview ${given}`,
    'deadline list',
    'deadline show 3f…',
  ]);
  const sub = (name: 'preview' | 'apply' | 'list' | 'show', examples: string[]) =>
    withExamples(deadline.command(name).description(changeCommandTexts[name][locale]), cli, examples);

  const preview = addDeadlineOptions(sub('preview', [`deadline preview ${given}`]), cli).option(
    '--save <file>',
    changeOptionTexts.save[locale],
  );
  onRun(preview, cli, (call) => previewed(call, () => deadlineSpec(call), 'deadline apply'));

  const apply = addDeadlineOptions(
    sub('apply', [
      `deadline apply ${given} --hash 9f86d0…`,
      'deadline apply --preview gia-han.json --as vps.secretary',
    ]),
    cli,
  )
    .option('--preview <file>', changeOptionTexts.preview[locale])
    .option('--hash <hash>', changeOptionTexts.hash[locale])
    .option('--wait', changeOptionTexts.wait[locale]);
  onRun(apply, cli, (call) => applied(call, () => deadlineSpec(call)));

  const list = sub('list', ['deadline list --programme 004']).option(
    '--programme <id>',
    optionTexts.programmeId[locale],
  );
  onRun(list, cli, async (call) => {
    const changes = await call.within(({ client }) => client.changes(call.text('programme')));
    return { text: changeListText(changes, call), json: { changes } };
  });

  const show = sub('show', ['deadline show 3f… --wait'])
    .argument('<change>', changeOptionTexts.changeId[locale])
    .option('--wait', changeOptionTexts.wait[locale]);
  onRun(show, cli, async (call) => {
    const [id = ''] = call.args;
    return call.within(async ({ client }) => {
      const progress = await (call.flag('wait') ? awaitChange(call, client, id) : client.change(id));
      const [{ subjects }, names] = await together([client.changePreview(id), client.bodyNames()]);
      const { text, json } = changeProgressAnswer(progress, call);
      const shown = { ...(json as object), subjects };
      return { text: [text, '', movesTable(subjects, names, call)].join('\n'), json: shown };
    });
  });
}

/** Previews what the options name; ends with the command that applies exactly it. */
export async function previewed(call: Call, spec: () => unknown, applyWith: string): Promise<Answer> {
  const by = call.person();
  const asked = spec();
  return call.within(async ({ client }) => {
    const request = await changeRequest(call, client, by, asked);
    const [preview, names] = await together([client.previewChange(by, request), client.bodyNames()]);
    const file = call.text('save');
    if (file !== undefined) savePreview(call, file, { request, by, preview });
    const command = applyCommand(applyWith, request, by, file === undefined ? preview : { file });
    return { text: changePreviewText(preview, { request, command, names }, call), json: preview };
  });
}

/** Applies what the options name, if it is what was previewed. */
export async function applied(call: Call, spec: () => unknown): Promise<Answer> {
  const by = call.person();
  const saved = readPreview(call, by);
  const [asked, hash] = saved ? [null, saved.hash] : [spec(), hashOf(call)];
  return call.within(async ({ client }) => {
    const request = saved?.request ?? (await changeRequest(call, client, by, asked));
    const kept = await client.applyChange(by, request, hash, saved?.effects);
    const progress = call.flag('wait') ? await awaitChange(call, client, kept.changeId) : kept;
    return changeProgressAnswer(progress, call, { applied: true });
  });
}
