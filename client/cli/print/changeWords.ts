import type { ChangeSpec } from '../../../contract/changeSpec.ts';
import type { ChangedSubject } from '../../../contract/changes.ts';
import type { StageDue } from '../../../contract/nomination.ts';
import { roundDeadlineNames } from '../../../contract/roundStates.ts';
import { changePrintTexts } from '../../../contract/texts/cli/changes.ts';
import { dateTime, day } from '../../../contract/texts/dates.ts';
import { deadlineTexts } from '../../../contract/texts/deadlines.ts';
import { roundDeadlineTexts } from '../../../contract/texts/round/deadlines.ts';
import type { Text } from '../../../contract/texts/text.ts';
import type { Call } from '../session.ts';

/** Gives what a change does, in one phrase. */
export function specText(spec: ChangeSpec, call: Call): string {
  const text = changePrintTexts.what[spec.kind];
  const scope = scopeText(spec.scope, call);
  if (spec.kind !== 'deadline') return call.say(text, { scope });
  const { deadline } = spec;
  const personal = 'nominationId' in spec.scope || 'personId' in spec.scope;
  // Of its round's own dates a unit has the end of its window alone.
  const ofRound = !personal && deadline !== 'draft' && (!('unitId' in spec.scope) || deadline === 'closing');
  return call.say(text, {
    scope,
    deadline: deadlineText(deadline, ofRound, call),
    to: toText(spec.to, call),
  });
}

/** Gives what a deadline is called; of a round, what it is called there. */
export function deadlineText(name: string, ofRound: boolean, call: Call): string {
  const own = roundDeadlineNames.find((one) => one === name);
  const texts: Record<string, Text> = deadlineTexts;
  const text = ofRound && own ? roundDeadlineTexts[own] : (texts[name] ?? (own && roundDeadlineTexts[own]));
  return text ? call.say(text) : name;
}

/** Gives an instant, or a dash. */
export function instantText(at: string | null, call: Call): string {
  return at === null ? call.say(changePrintTexts.none) : dateTime(at);
}

/** Gives a rule in words: a day, a number of days, or both. */
export function ruleText(rule: StageDue | null, call: Call): string {
  if (!rule) return call.say(changePrintTexts.none);
  const { on, provisional, count, withinDays } = rule;
  const counted = count?.kind === 'working' ? changePrintTexts.workingDays : changePrintTexts.calendarDays;
  const parts = [
    ...(count === undefined ? [] : [call.say(counted, { days: count.days })]),
    ...(withinDays === undefined ? [] : [call.say(changePrintTexts.calendarDays, { days: withinDays })]),
    ...(on === undefined ? [] : [fixedDayText(on, provisional, call)]),
  ];
  return parts.length > 1 ? call.say(changePrintTexts.laterOf, { parts: parts.join(' / ') }) : parts.join('');
}

function fixedDayText(on: string, provisional: true | undefined, call: Call): string {
  const at = call.say(changePrintTexts.onDay, { day: dateTime(on) });
  return provisional ? call.say(changePrintTexts.provisional, { at }) : at;
}

/** Gives what a rule is called; a round's own apart from that of its nominations to come. */
export function ruleName(
  { name, of }: ChangedSubject['rules'][number],
  kind: ChangedSubject['kind'],
  call: Call,
): string {
  const text = of === 'nominations' ? changePrintTexts.ruleToCome : changePrintTexts.rule;
  return call.say(text, { deadline: deadlineText(name, kind === 'round' && of !== 'nominations', call) });
}

function toText(to: Extract<ChangeSpec, { kind: 'deadline' }>['to'], call: Call): string {
  if ('on' in to) return call.say(changePrintTexts.toDay, { day: day(to.on) });
  const { toWorking, toCalendar, fewerWorking, fewerCalendar } = changePrintTexts;
  const [more, fewer] = to.counting === 'working' ? [toWorking, fewerWorking] : [toCalendar, fewerCalendar];
  return call.say(to.addDays < 0 ? fewer : more, { days: Math.abs(to.addDays) });
}

function scopeText(scope: ChangeSpec['scope'], call: Call): string {
  if ('nominationId' in scope) return call.say(changePrintTexts.ofNomination, { id: scope.nominationId });
  if ('programmeId' in scope) return call.say(changePrintTexts.ofProgramme, { id: scope.programmeId });
  const { roundId: id, unitId: unit, personId: person } = { unitId: undefined, personId: undefined, ...scope };
  if (unit !== undefined) return call.say(changePrintTexts.ofUnit, { id, unit });
  return person === undefined
    ? call.say(changePrintTexts.ofRound, { id })
    : call.say(changePrintTexts.ofPerson, { id, person });
}
