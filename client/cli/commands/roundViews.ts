import type { Command } from 'commander';
import { roundOptionTexts, roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import { together } from '../../core/together.ts';
import type { VinhDanh } from '../../core/types.ts';
import { namesFor } from '../print/names.ts';
import type { Verdict } from '../print/roundPlan.ts';
import { planYaml } from '../print/roundPlan.ts';
import { roundText } from '../print/roundShow.ts';
import { roundUnitText } from '../print/roundUnit.ts';
import { roundWhyText } from '../print/roundWhy.ts';
import { timelineText } from '../print/timeline.ts';
import type { Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { knownPerson, personName } from './person.ts';
import { defineOnRound } from './roundDefine.ts';
import { checkedRoundId } from './roundIds.ts';

/** `round show|plan|timeline <round>` */
export function addRoundViews(round: Command, cli: Cli): void {
  const unit = roundOptionTexts.showUnit[cli.locale];
  onRun(defineOnRound(round, cli, 'show', '--as dtn.reviewer').option('--unit <id>', unit), cli, show);
  onRun(defineOnRound(round, cli, 'plan', '> ke-hoach.yaml'), cli, plan);
  onRun(defineOnRound(round, cli, 'timeline', ''), cli, timeline);
}

async function show(call: Call) {
  const roundId = checkedRoundId(call.args[0] ?? '', 'show {id}');
  const unit = call.text('unit');
  if (unit !== undefined) return showUnit(call, roundId, unit);
  const who = call.text('as') ?? call.world.env.VINHDANH_AS;
  const known = await call.within(async ({ client }) => {
    const [view, names, verdict] = await together([
      client.round(roundId),
      client.bodyNames(),
      verdictOf(client, roundId),
    ]);
    const may = who === undefined ? null : await mayDo(client, who, roundId);
    return { view, names, verdict, may, now: client.now() };
  });
  const { view, names, verdict, may } = known;
  const approval = view.plan?.approved && verdict ? approvalOf(verdict) : null;
  const text = roundText(known, call);
  if (!may) return { text, json: { ...view, approval } };
  const answers = may.answers.map((answer) => ({
    ...answer,
    refusals: answer.refusals.map((one) => ({ ...one, ...sayRefusal(one, call.locale, namesFor(one, names)) })),
  }));
  const whyText = roundWhyText(may.answers, personName(may.person), names, call);
  return { text: `${text}\n\n${whyText}`, json: { ...view, approval, person: may.person.id, answers } };
}

async function mayDo(client: VinhDanh, who: string, roundId: string) {
  const [person, answers] = await together([knownPerson(client, who), client.whyRound(who, roundId)]);
  return { person, answers };
}

/** Who approved the plan or returned it last, when (programme instant), and why. */
async function verdictOf(client: VinhDanh, roundId: string): Promise<Verdict | null> {
  const last = (await client.timeline(roundId)).findLast(
    ({ type, revision }) => (type === 'plan.approve' || type === 'plan.return') && revision !== null,
  );
  return last?.who ? { id: last.who.id, name: last.who.name, at: last.at, reason: last.reason } : null;
}

function approvalOf({ id, name, at }: Verdict) {
  return { id, name, at };
}

async function showUnit(call: Call, roundId: string, unitId: string) {
  const [view, names] = await call.within(({ client }) =>
    together([client.roundUnit(roundId, unitId), client.bodyNames()]),
  );
  return { text: roundUnitText(view, names, call), json: view };
}

/** What is edited is what was returned, else the plan as the definition has it. */
async function plan(call: Call) {
  const roundId = checkedRoundId(call.args[0] ?? '', 'list');
  const [proposed, round] = await call.within(({ client }) =>
    together([client.proposedPlan(roundId), client.round(roundId)]),
  );
  const { movementTitle: movement, phaseName: phase } = round;
  const returned = round.plan?.returned ? round.plan.content : null;
  const { planFileHead, planFileReturned } = roundPrintTexts;
  const head = call.say(returned ? planFileReturned : planFileHead, { id: roundId, movement, phase });
  const content = returned ?? proposed;
  return { text: planYaml(content, head), json: content };
}

async function timeline(call: Call) {
  const roundId = checkedRoundId(call.args[0] ?? '', 'timeline {id}');
  const [entries, names] = await call.within(({ client }) => together([client.timeline(roundId), client.bodyNames()]));
  return { text: timelineText(roundId, entries, names, call), json: { roundId, entries } };
}
