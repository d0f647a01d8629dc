import type { Command } from 'commander';
import { covenantKinds } from '../../../contract/roundStates.ts';
import { roundFailTexts, roundOptionTexts, roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { day } from '../../../contract/texts/dates.ts';
import { say } from '../../../contract/texts/text.ts';
import type { VinhDanh } from '../../core/types.ts';
import { exitCodes } from '../exitCodes.ts';
import { CliFailure } from '../failure.ts';
import type { Answer, Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { gather } from './define.ts';
import { roundCommands } from './roundCommands.ts';
import { defineOnRound } from './roundDefine.ts';
import { bodyOfRoundAct, nomineesOf, planOfFile, takesPartOf, wrong } from './roundForms.ts';
import { checkedRoundId } from './roundIds.ts';
import type { RoundAct } from './roundSend.ts';
import { sendToRound, withActOptions } from './roundSend.ts';

/** `round submit|approve|return|answer|register|covenant <round>` */
export function addRoundActs(round: Command, cli: Cli): void {
  const option = (name: keyof typeof roundOptionTexts, values = {}) => say(roundOptionTexts[name], cli.locale, values);
  const command = (type: RoundAct['type']) => {
    const { name, example } = roundCommands[type];
    return withActOptions(defineOnRound(round, cli, name, example), cli);
  };
  onRun(
    command('plan.submit').option('--form <file>', option('planForm')).option('--proposed', option('proposed')),
    cli,
    submit,
  );
  onRun(command('plan.approve').option('--plan-hash <hash>', option('planHash')), cli, approve);
  onRun(command('plan.return'), cli, (call) => act(call, 'plan.return', {}));
  onRun(
    command('unit.answer')
      .option('--unit <id>', option('unit'))
      .option('--yes', option('yes'))
      .option('--no', option('no'))
      .option('--plan-text <text>', option('planText')),
    cli,
    (call) =>
      act(call, 'unit.answer', {
        unit: call.text('unit'),
        takesPart: takesPartOf(call),
        unitPlan: call.text('planText'),
      }),
  );
  onRun(
    command('unit.register')
      .option('--unit <id>', option('unit'))
      .option('--form <file>', option('registerForm'))
      .option('--nominee <nominee>', option('nominee'), gather),
    cli,
    (call) => act(call, 'unit.register', { unit: call.text('unit'), nominees: nomineesOf(call) }),
  );
  onRun(
    command('unit.signCovenant')
      .option('--unit <id>', option('unit'))
      .option('--form <file>', option('covenantForm'))
      .option('--kind <kind>', option('covenantKind', { allowed: covenantKinds.join(', ') }))
      .option('--party <text>', option('party'), gather)
      .option('--signed-on <day>', option('signedOn'))
      .option('--content <text>', option('content')),
    cli,
    (call) =>
      act(call, 'unit.signCovenant', {
        ...{ unit: call.text('unit'), kind: call.text('kind'), signedOn: call.text('signedOn') },
        ...{
          parties: call.texts('party').length === 0 ? undefined : call.texts('party'),
          content: call.text('content'),
        },
      }),
  );
}

/** Everything that is wrong with the form is told before the installation is opened. */
async function act(call: Call, type: RoundAct['type'], options: Record<string, unknown>): Promise<Answer> {
  const roundId = checkedRoundId(call.args[0] ?? '', 'why {id}');
  call.person();
  const body = bodyOfRoundAct(call, type, options);
  return call.within(({ client }) => sendToRound(call, client, { roundId, type, body }));
}

async function submit(call: Call): Promise<Answer> {
  const roundId = checkedRoundId(call.args[0] ?? '', 'why {id}');
  call.person();
  const file = call.text('form');
  if ((file === undefined) !== call.flag('proposed')) throw wrong(roundFailTexts.planGivenHow);
  const fromFile = file === undefined ? null : planOfFile(call, file);
  const reason = call.text('reason');
  return call.within(async ({ client }) => {
    const plan = fromFile ?? (await client.proposedPlan(roundId));
    const body = { plan, ...(reason === undefined ? {} : { reason }) };
    return sendToRound(call, client, { roundId, type: 'plan.submit', body });
  });
}

/** What is approved is named by its hash, and shown: the plan as it stands when nobody names one. */
async function approve(call: Call): Promise<Answer> {
  const roundId = checkedRoundId(call.args[0] ?? '', 'why {id}');
  call.person();
  const named = call.text('planHash');
  const reason = call.text('reason');
  const body = (planHash: string) => ({ planHash, ...(reason === undefined ? {} : { reason }) });
  if (named !== undefined) {
    const checked = bodyOfRoundAct(call, 'plan.approve', { planHash: named });
    return call.within(({ client }) => sendToRound(call, client, { roundId, type: 'plan.approve', body: checked }));
  }
  return call.within(async ({ client }) => {
    const { hash, shown } = await planNow(call, client, roundId);
    const answer = await sendToRound(call, client, { roundId, type: 'plan.approve', body: body(hash) });
    return { ...answer, text: `${shown}\n${answer.text}`, json: { planHash: hash, ...(answer.json as object) } };
  });
}

async function planNow(call: Call, client: VinhDanh, roundId: string): Promise<{ hash: string; shown: string }> {
  const { plan } = await client.round(roundId);
  if (!plan || plan.returned) {
    const text = plan ? roundFailTexts.planReturned : roundFailTexts.noPlan;
    throw new CliFailure({ exit: exitCodes.refused, code: 'NO_PLAN', text, values: { id: roundId } });
  }
  const { from, to } = plan.content.window;
  const shown = call.say(roundPrintTexts.approving, { hash: plan.hash, from: day(from), to: day(to) });
  return { hash: plan.hash, shown };
}
