import type { ChangePreview } from '../../../contract/changes.ts';

/** Gives how much a change would touch, in all. */
export function totalsOf(subjects: ChangePreview['subjects']): ChangePreview['totals'] {
  const sum = (count: (subject: ChangePreview['subjects'][number]) => number) =>
    subjects.reduce((total, subject) => total + count(subject), 0);
  const posts = subjects.flatMap((subject) => subject.posts ?? []);
  return {
    nominations: sum(({ kind }) => Number(kind === 'nomination')),
    rounds: sum(({ kind }) => Number(kind === 'round')),
    deadlines: sum(({ deadlines }) => deadlines.length),
    timers: sum(({ timer }) => Number(timer.from !== timer.to)),
    reminders: sum(({ matters }) =>
      matters.reduce((count, { reminders }) => count + reminders.dropped.length + reminders.added.length, 0),
    ),
    people: new Set(subjects.flatMap(({ notices }) => notices.map(({ personId }) => personId))).size,
    notices: sum(({ notices }) => notices.length),
    ...(posts.length > 0
      ? { webhooks: new Set(posts.map(({ webhookId }) => webhookId)).size, posts: posts.length }
      : {}),
  };
}
