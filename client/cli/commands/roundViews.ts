import type { Command } from 'commander';
import { roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import { together } from '../../core/together.ts';
import type { VinhDanh } from '../../core/types.ts';
import { namesFor } from '../print/names.ts';
import { planYaml } from '../print/roundPlan.ts';
import { roundText } from '../print/roundShow.ts';
import { roundWhyText } from '../print/roundWhy.ts';
import { timelineText } from '../print/timeline.ts';
import type { Call, Cli } from '../session.ts';
import { onRun } from '../session.ts';
import { knownPerson, personName } from './person.ts';
import { defineOnRound } from './roundDefine.ts';
import { checkedRoundId } from './roundIds.ts';

/** `round show|plan|timeline <round>` */
export function addRoundViews(round: Command, cli: Cli): void {
  onRun(defineOnRound(round, cli, 'show', '--as dtn.reviewer'), cli, show);
  onRun(defineOnRound(round, cli, 'plan', '> ke-hoach.yaml'), cli, plan);
  onRun(defineOnRound(round, cli, 'timeline', ''), cli, timeline);
}

async function show(call: Call) {
  const roundId = checkedRoundId(call.args[0] ?? '', 'show {id}');
  const who = call.text('as') ?? call.world.env.VINHDANH_AS;
  const known = await call.within(async ({ client }) => {
    const [view, names, approval] = await together([
      client.round(roundId),
      client.bodyNames(),
      approvalOf(client, roundId),
    ]);
    const may = who === undefined ? null : await mayDo(client, who, roundId);
    return { view, names, approval, may, now: client.now() };
  });
  const { view, names, approval, may } = known;
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

/** Who approved the plan, and when (programme instant). */
async function approvalOf(client: VinhDanh, roundId: string) {
  const approved = (await client.timeline(roundId)).findLast(
    ({ type, revision }) => type === 'plan.approve' && revision !== null,
  );
  return approved?.who ? { id: approved.who.id, name: approved.who.name, at: approved.at } : null;
}

async function plan(call: Call) {
  const roundId = checkedRoundId(call.args[0] ?? '', 'list');
  const [proposed, { movementTitle: movement, phaseName: phase }] = await call.within(({ client }) =>
    together([client.proposedPlan(roundId), client.round(roundId)]),
  );
  const head = call.say(roundPrintTexts.planFileHead, { id: roundId, movement, phase });
  return { text: planYaml(proposed, head), json: proposed };
}

async function timeline(call: Call) {
  const roundId = checkedRoundId(call.args[0] ?? '', 'timeline {id}');
  const [entries, names] = await call.within(({ client }) => together([client.timeline(roundId), client.bodyNames()]));
  return { text: timelineText(roundId, entries, names, call), json: { roundId, entries } };
}
