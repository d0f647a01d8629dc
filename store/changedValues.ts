import type { ChangedSubject } from '../contract/changes.ts';
import type { NoticeValues } from '../contract/texts/notices/shape.ts';
import type { Store } from './connect.ts';

type Changed = Pick<ChangedSubject, 'deadlines' | 'rules'>;

/** Gives what a notice tells of a change of its subject: the deadlines moved, with the unit where it is one unit's, and the new rules. */
export async function changedValues(
  store: Store,
  { deadlines, rules }: Changed,
): Promise<Required<Pick<NoticeValues, 'changes' | 'ruleChanges'>>> {
  const units = deadlines.flatMap(({ unit }) => unit ?? []);
  const names = units.length > 0 ? await bodyNames(store, units) : new Map<string, string>();
  return {
    changes: deadlines.map(({ name, from, to, unit }) => ({
      name,
      from,
      to,
      ...(unit === undefined ? {} : { unitName: names.get(unit) ?? unit }),
    })),
    ruleChanges: rules
      .filter((rule) => !isOfOthers(rule, rules))
      .map(({ name, to, of }) => ({
        name,
        ...ruledDay(to),
        ...(of === undefined ? {} : { of }),
      })),
  };
}

/** Where a round and its nominations to come get rules of one name, those who are told of the round are told of its own. */
function isOfOthers({ name, of }: Changed['rules'][number], rules: Changed['rules']): boolean {
  return of === 'nominations' && rules.some((rule) => rule.name === name && rule.of === 'round');
}

/** Where the rule also counts days, the later of the two holds: its day alone would mislead. */
function ruledDay(rule: Changed['rules'][number]['to']): { on?: string } {
  if (rule?.on === undefined || rule.count !== undefined || rule.withinDays !== undefined) return {};
  return { on: rule.on };
}

async function bodyNames(store: Store, ids: string[]): Promise<Map<string, string>> {
  const rows = await store.sql<{ id: string; name: string }[]>`select id, name from bodies where id = any(${ids})`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
