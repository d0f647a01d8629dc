import type { ChangedSubject } from '../../../contract/changes.ts';
import { changePrintTexts } from '../../../contract/texts/cli/changes.ts';
import { noticePrintTexts } from '../../../contract/texts/cli/notices.ts';
import type { Call } from '../session.ts';
import { indent } from './table.ts';

/** More names than these stand in the list below the table, each on its own line. */
const namesInCell = 3;

/** Gives who is told of one subject: a few by name, more as their number. */
export function toldText({ notices }: ChangedSubject, call: Call): string {
  const people = peopleOf(notices);
  return people.length > namesInCell
    ? call.say(changePrintTexts.toldCount, { people: people.length })
    : people.map(nameText).join(', ');
}

/** Gives everybody who is told, one a line, where a subject's row has only their number. */
export function toldLines(subjects: ChangedSubject[], call: Call): string[] {
  if (!subjects.some(({ notices }) => peopleOf(notices).length > namesInCell)) return [];
  const all = subjects.flatMap(({ notices }) => notices);
  const lines = peopleOf(all).map((person) => {
    const count = all.filter(({ personId }) => personId === person.personId).length;
    return indent(call.say(changePrintTexts.toldPerson, { person: nameText(person), notices: count }));
  });
  return ['', call.say(changePrintTexts.toldList), ...lines];
}

/** Gives the webhooks that are told, one a line below their number. */
export function postsLines(subjects: ChangedSubject[], call: Call): string[] {
  const all = subjects.flatMap(({ posts = [] }) => posts);
  if (all.length === 0) return [];
  const webhooks = [...Map.groupBy(all, ({ webhookId }) => webhookId)];
  const lines = webhooks.map(([id, posts]) =>
    indent(call.say(noticePrintTexts.postsTo, { id, url: posts[0]?.url ?? '', posts: posts.length })),
  );
  return [call.say(noticePrintTexts.postsToo, { posts: all.length, webhooks: webhooks.length }), ...lines];
}

type Person = Pick<ChangedSubject['notices'][number], 'personId' | 'personName'>;

function peopleOf(notices: ChangedSubject['notices']): Person[] {
  return [...new Map(notices.map((notice) => [notice.personId, notice])).values()];
}

function nameText({ personId, personName }: Person): string {
  return `${personName} (${personId})`;
}
