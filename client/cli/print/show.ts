import type { StateName } from '../../../contract/states.ts';
import { roadLabels } from '../../../contract/texts/cli/names.ts';
import { printTexts } from '../../../contract/texts/cli/print.ts';
import { roundPrintTexts } from '../../../contract/texts/cli/rounds.ts';
import { dateTime, day } from '../../../contract/texts/dates.ts';
import { deadlineTexts } from '../../../contract/texts/deadlines.ts';
import { holdGroundTexts, refusalGroundTexts } from '../../../contract/texts/grounds.ts';
import { kindTexts } from '../../../contract/texts/kinds.ts';
import { roleTexts } from '../../../contract/texts/roles.ts';
import { stateTexts } from '../../../contract/texts/states.ts';
import type { Text } from '../../../contract/texts/text.ts';
import { transitionTexts } from '../../../contract/texts/transitions.ts';
import type { NominationView, OpenMatter } from '../../core/types.ts';
import type { Call } from '../session.ts';
import type { Names } from './names.ts';
import { bodyName, nameAndId } from './names.ts';
import type { MatterWords } from './owes.ts';
import { escalatesText, owesText } from './owes.ts';
import { pairs } from './table.ts';

/** Gives a nomination: where it stands, its deadlines, who owes what. */
export function showText(view: NominationView, names: Names, call: Call): string {
  const { nominationId: id, nominee } = view;
  const heading = call.say(printTexts.showHeading, {
    id,
    name: nominee.name,
    kind: call.say(kindTexts[nominee.kind]),
  });
  return [
    heading,
    '',
    pairs(factsOf(view, names, call)),
    '',
    owesText(view.openMatters, matterWords(view, names, call), names, call),
    ...undelivered(view, call),
  ].join('\n');
}

function factsOf(view: NominationView, names: Names, call: Call): [string, string][] {
  const { decision, hold, deadline, dossier } = view;
  const rows: [Text, string | null][] = [
    [printTexts.showProgramme, programmeLine(view, call)],
    [printTexts.showMovement, `${view.movementId} ${view.movementTitle}`],
    [printTexts.showRound, roundLine(view, call)],
    [printTexts.showRoad, call.say(roadLabels[view.road])],
    [printTexts.showUnit, `${view.unitName} (${view.unitId})`],
    [printTexts.showState, stateLine(view, call)],
    [printTexts.showDeadline, deadline && deadlineLine(deadline, call)],
    [printTexts.showHold, hold && holdLine(hold, call)],
    [
      printTexts.showDecision,
      decision &&
        call.say(printTexts.showDecisionValue, {
          number: decision.number,
          date: day(decision.date),
          body: bodyName(decision.body, names),
        }),
    ],
    [printTexts.showRefusalGround, view.refusalGround && wordOf(refusalGroundTexts, view.refusalGround, call)],
    [
      printTexts.showDossier,
      dossier && call.say(printTexts.showDossierValue, { version: dossier.version, hash: dossier.hash.slice(0, 12) }),
    ],
    [printTexts.showOpenedAt, dateTime(view.openedAt)],
    [printTexts.showClosedAt, view.closedAt && dateTime(view.closedAt)],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [[call.say(label), value]]));
}

/** Of the reference `id@version#hash` people need no hash. */
function programmeLine({ programme, programmeTitle: title }: NominationView, call: Call): string {
  const [id = programme, version = '1'] = programme.split(/[@#]/);
  return call.say(printTexts.showProgrammeValue, { title, id, version });
}

function roundLine({ roundId: id, suspendedSince: since }: NominationView, call: Call): string | null {
  if (id === null || since === null) return id;
  return call.say(printTexts.showRoundSuspended, { id, since: dateTime(since) });
}

function stateLine({ state, revision, changedAt }: NominationView, call: Call): string {
  return call.say(printTexts.showStateValue, { state: call.say(stateTexts[state]), revision, at: dateTime(changedAt) });
}

function deadlineLine(
  { name, dueAt, level, provisional }: NonNullable<NominationView['deadline']>,
  call: Call,
): string {
  const line = call.say(printTexts.showDeadlineValue, { name: call.say(deadlineTexts[name]), due: dateTime(dueAt) });
  const notes = [
    ...(level === 0 ? [] : [call.say(printTexts.showLate, { level })]),
    ...(provisional ? [call.say(roundPrintTexts.provisional)] : []),
  ];
  return notes.length === 0 ? line : `${line} (${notes.join('; ')})`;
}

function holdLine({ ground, since }: NonNullable<NominationView['hold']>, call: Call): string {
  return call.say(printTexts.showHoldValue, { ground: wordOf(holdGroundTexts, ground, call), since: dateTime(since) });
}

/** What the nominating side leaves undone ends the nomination; an official's lateness is told upwards. */
const lapsing: readonly string[] = ['draft', 'returned', 'withdrawn'] satisfies StateName[];

function whenLate(matter: OpenMatter, { suspendedSince }: NominationView, call: Call): string {
  // What runs out while the round is suspended is the review of the suspension, and that ends nothing.
  if (suspendedSince === null && lapsing.includes(matter.key.split(':')[0] ?? matter.key))
    return call.say(printTexts.lapses);
  return escalatesText(matter, call);
}

function matterWords(view: NominationView, names: Names, call: Call): MatterWords {
  return { name: ({ key }) => matterName(key, names, call), whenLate: (matter) => whenLate(matter, view, call) };
}

/** A matter's key is `stage`, `stage:role` or `stage:division`. */
function matterName(key: string, names: Names, call: Call): string {
  const [stage = key, part] = key.split(':');
  const name = wordOf(stateTexts, stage, call);
  if (!part) return name;
  return `${name}: ${part in roleTexts ? wordOf(roleTexts, part, call) : nameAndId(part, names)}`;
}

function undelivered(view: NominationView, call: Call): string[] {
  if (view.undelivered.length === 0) return [];
  const rows = view.undelivered.map(({ inboxId, type, programmeAt }) => {
    return `  ${dateTime(programmeAt)}  ${wordOf(transitionTexts, type, call)}  (${inboxId})`;
  });
  return ['', call.say(printTexts.showUndelivered), ...rows];
}

function wordOf(texts: Record<string, Text>, code: string, call: Call): string {
  const text = texts[code];
  return text ? call.say(text) : code;
}
