import type { Notice, NoticeTemplate } from '../contract/nomination.ts';
import type { Programme } from '../contract/programme.ts';
import type { RecipientName } from '../contract/roles.ts';
import { noticeRecipients } from './movements.ts';

/** Gives the notices with the recipients the programme names for the movement; as they are where it names none. */
export function addressedNotices(notices: Notice[], programme: Programme | null, movementId: string): Notice[] {
  const movement = programme?.movements.find(({ id }) => id === movementId);
  if (!programme || !movement) return notices;
  const named = noticeRecipients(programme, movement);
  const templates = [...new Set(notices.map(({ template }) => template))];
  return templates.flatMap((template) => addressed(notices, template, named[template]));
}

function addressed(notices: Notice[], template: NoticeTemplate, named: RecipientName[] | undefined): Notice[] {
  return named ? named.map((to) => ({ template, to })) : notices.filter((notice) => notice.template === template);
}
