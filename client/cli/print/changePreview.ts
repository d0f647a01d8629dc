import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import type { ChangedSubject, ChangePreview } from '../../../contract/changes.ts';
import { changePrintTexts } from '../../../contract/texts/cli/changes.ts';
import type { Text } from '../../../contract/texts/text.ts';
import type { Call } from '../session.ts';
import { dueRows, moveHeader, ofSubject, ruleRows, stateRows } from './changeMoves.ts';
import { postsLines, toldLines, toldText } from './changeTold.ts';
import { untouchedLines } from './changeUntouched.ts';
import { instantText, specText } from './changeWords.ts';
import type { Names } from './names.ts';
import { queueName } from './names.ts';
import { indent, table } from './table.ts';

export type Previewed = { request: ChangeRequest; command: string; names: Names };

/** Gives a preview: totals, every move of every subject, who is told, what stays and why, and the command that applies it. */
export function changePreviewText(preview: ChangePreview, { request, command, names }: Previewed, call: Call): string {
  const { subjects, untouched, totals } = preview;
  const rows = subjects.flatMap((subject) => rowsOf(subject, names, call));
  return [
    call.say(changePrintTexts.heading, { what: specText(request.spec, call) }),
    subjects.length > 0 ? call.say(changePrintTexts.totals, totals) : call.say(changePrintTexts.noneTouched),
    ...postsLines(subjects, call),
    ...warnings(preview, request, call),
    ...(rows.length > 0 ? ['', table(moveHeader(call), rows, call.world.columns)] : []),
    ...toldLines(subjects, call),
    ...untouchedLines(untouched, names, call),
    '',
    ...(subjects.length > 0
      ? [call.say(changePrintTexts.applyWith), indent(command)]
      : [call.say(changePrintTexts.nothing)]),
  ].join('\n');
}

function warnings({ subjects }: ChangePreview, { spec, holdNotices }: ChangeRequest, call: Call): string[] {
  const deadlines = subjects.flatMap((subject) => subject.deadlines);
  const counted = (text: Text, marked: (one: (typeof deadlines)[number]) => boolean | undefined) => {
    const count = deadlines.filter(marked).length;
    return count > 0 ? [call.say(text, { count })] : [];
  };
  return [
    ...counted(changePrintTexts.provisionalWarning, ({ provisional }) => provisional),
    ...counted(changePrintTexts.pausedWarning, ({ paused }) => paused),
    ...counted(changePrintTexts.dayOffWarning, ({ dayOff }) => dayOff),
    ...(spec.kind === 'resume' ? [call.say(changePrintTexts.resumeWarning)] : []),
    ...(holdNotices ? [call.say(changePrintTexts.heldNote)] : []),
  ];
}

/** One row for each thing that moves; the subject is named in its first. */
function rowsOf(subject: ChangedSubject, names: Names, call: Call): string[][] {
  const rows = [...clockRows(subject, names, call), ...matterRows(subject, names, call), ...toldRows(subject, call)];
  return ofSubject(subject, rows, names);
}

function clockRows(subject: ChangedSubject, names: Names, call: Call): string[][] {
  const { timer } = subject;
  return [
    ...stateRows(subject, call),
    ...dueRows(subject, names, call),
    ...(timer.from === timer.to
      ? []
      : [[call.say(changePrintTexts.timer), instantText(timer.from, call), instantText(timer.to, call)]]),
    ...ruleRows(subject, call),
  ];
}

function matterRows({ matters }: ChangedSubject, names: Names, call: Call): string[][] {
  return matters.flatMap(({ queue, dueAt, nextEscalationAt, reminders }) => {
    const owner = queue.to ?? queue.from;
    const whose = { queue: owner === null ? '' : queueName(owner, names, call.locale) };
    const matter = (due: string | null, escalation: string | null) =>
      due === null || escalation === due
        ? instantText(due, call)
        : call.say(changePrintTexts.dueWith, {
            due: instantText(due, call),
            escalation: instantText(escalation, call),
          });
    const list = (instants: string[]) =>
      instants.map((at) => instantText(at, call)).join(', ') || instantText(null, call);
    const reminded = reminders.dropped.length + reminders.added.length > 0;
    return [
      [
        call.say(changePrintTexts.matter, whose),
        matter(dueAt.from, nextEscalationAt.from),
        matter(dueAt.to, nextEscalationAt.to),
      ],
      ...(reminded
        ? [[call.say(changePrintTexts.reminders, whose), list(reminders.dropped), list(reminders.added)]]
        : []),
    ];
  });
}

function toldRows(subject: ChangedSubject, call: Call): string[][] {
  return subject.notices.length === 0 ? [] : [[call.say(changePrintTexts.told), '', toldText(subject, call)]];
}
