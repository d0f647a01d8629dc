import type { ChangeRequest } from '../../../contract/changeSpec.ts';
import type { ChangedSubject, ChangePreview, DueMarks, Moved, UntouchedSubject } from '../../../contract/changes.ts';
import { changePrintTexts } from '../../../contract/texts/cli/changes.ts';
import { sayRefusal } from '../../../contract/texts/refusals.ts';
import { stateText } from '../../../contract/texts/subjects.ts';
import type { Text } from '../../../contract/texts/text.ts';
import type { Call } from '../session.ts';
import { deadlineText, instantText, ruleText, specText } from './changeWords.ts';
import type { Names } from './names.ts';
import { bodyName, namesFor, queueName } from './names.ts';
import { indent, table } from './table.ts';

export type Previewed = { request: ChangeRequest; command: string; names: Names };

/** Gives a preview: totals, every move of every subject, who is told, what stays and why, and the command that applies it. */
export function changePreviewText(preview: ChangePreview, { request, command, names }: Previewed, call: Call): string {
  const { subjects, untouched, totals } = preview;
  const { colSubject, colWhat, colFrom, colTo } = changePrintTexts;
  const header = [colSubject, colWhat, colFrom, colTo].map((text) => call.say(text));
  const rows = subjects.flatMap((subject) => rowsOf(subject, names, call));
  return [
    call.say(changePrintTexts.heading, { what: specText(request.spec, call) }),
    call.say(changePrintTexts.totals, totals),
    ...warnings(preview, request, call),
    ...(rows.length > 0 ? ['', table(header, rows, call.world.columns)] : []),
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
  return rows.map((row, index) => [index === 0 ? subjectText(subject, names) : '', ...row]);
}

function subjectText({ id, unitId }: ChangedSubject, names: Names): string {
  return unitId === null ? id : `${id} (${bodyName(unitId, names)})`;
}

function clockRows(subject: ChangedSubject, names: Names, call: Call): string[][] {
  const { id, kind, state, deadlines, nominationsFrom, timer, rules } = subject;
  const name = (deadline: string, unit?: string) => {
    const said = deadlineText(deadline, kind === 'round', call);
    return unit === undefined
      ? said
      : call.say(changePrintTexts.ofWhichUnit, { deadline: said, unit: bodyName(unit, names) });
  };
  return [
    ...(state.from === state.to
      ? []
      : [[call.say(changePrintTexts.state), call.say(stateText(id, state.from)), call.say(stateText(id, state.to))]]),
    ...deadlines.map((one) => [name(one.name, one.unit), instantText(one.from, call), newDueText(one, call)]),
    ...(nominationsFrom
      ? [
          [
            call.say(changePrintTexts.nominationsFrom),
            instantText(nominationsFrom.from, call),
            newDueText(nominationsFrom, call),
          ],
        ]
      : []),
    ...(timer.from === timer.to
      ? []
      : [[call.say(changePrintTexts.timer), instantText(timer.from, call), instantText(timer.to, call)]]),
    ...rules.map((rule) => [
      call.say(changePrintTexts.rule, { deadline: name(rule.name) }),
      ruleText(rule.from, call),
      ruleText(rule.to, call),
    ]),
  ];
}

/** Gives a new instant with what there is to say of it. */
function newDueText(moved: Moved & DueMarks & { provisional?: boolean }, call: Call): string {
  const marked = (['provisional', 'paused', 'dayOff'] as const).filter((mark) => moved[mark]);
  if (moved.to === null) return instantText(null, call);
  return marked.reduce((at, mark) => call.say(changePrintTexts[mark], { at }), instantText(moved.to, call));
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

function toldRows({ notices }: ChangedSubject, call: Call): string[][] {
  if (notices.length === 0) return [];
  const people = [...new Set(notices.map(({ personId, personName }) => `${personName} (${personId})`))];
  return [[call.say(changePrintTexts.told), '', people.join(', ')]];
}

function untouchedLines(untouched: UntouchedSubject[], names: Names, call: Call): string[] {
  if (untouched.length === 0) return [];
  const lines = untouched.map(({ id, because }) => {
    const reasons = because.map((refusal) => sayRefusal(refusal, call.locale, namesFor(refusal, names)).message);
    return call.say(changePrintTexts.untouchedLine, { subject: id, because: reasons.join(' ') });
  });
  return ['', call.say(changePrintTexts.untouched, { count: untouched.length }), ...lines.map((line) => indent(line))];
}
