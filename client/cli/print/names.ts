import type { Refusal } from '../../../contract/refusals.ts';
import { parseQueue } from '../../../contract/roles.ts';
import { roleTexts } from '../../../contract/texts/roles.ts';
import type { Locale } from '../../../contract/texts/text.ts';

/** What each body is called, by id. */
export type Names = Record<string, string>;

/** Gives what the body is called. */
export function bodyName(id: string, names: Names): string {
  return names[id] ?? id;
}

/** Gives the body's name with its id, where a person has to type it. */
export function nameAndId(id: string, names: Names): string {
  const name = names[id];
  return name === undefined ? id : `${name} (${id})`;
}

/** Gives a queue in words: “Thư ký thường trực Hội đồng (Văn phòng Sở)”. */
export function queueName(queue: string, names: Names, locale: Locale): string {
  const { role, body } = parseQueue(queue);
  return `${roleTexts[role][locale]} (${bodyName(body, names)})`;
}

/** Gives the names a refusal is said with: those of divisions keep their id, which is what is typed. */
export function namesFor({ code }: Refusal, names: Names): Names {
  if (!code.startsWith('DIVISION_') && code !== 'OPINION_ALREADY_GIVEN') return names;
  return Object.fromEntries(Object.keys(names).map((id) => [id, nameAndId(id, names)]));
}
