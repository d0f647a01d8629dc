import { notStated } from '../../../contract/programme.ts';
import type { RecipientKind } from '../../../contract/states.ts';
import { recipientKinds } from '../../../contract/states.ts';
import { foldText } from '../documents.ts';
import { problemAt } from '../problems.ts';
import type { Check } from './context.ts';
import { duplicates } from './context.ts';

const words: Record<RecipientKind, string> = { collective: 'tập thể', individual: 'cá nhân' };

/** A stated number is the number written before its kind of recipient: `05 tập thể và 10 cá nhân`. */
export const checkQuotas: Check = ({ programme, source }) =>
  programme.movements.flatMap((movement, index) =>
    recipientKinds.flatMap((kind) => {
      const { stated } = movement.quota[kind];
      if (stated === notStated || stated.kind === 'delegated') return [];
      const path = ['movements', index, 'quota', kind, 'stated'];
      const written = foldText(stated.quote).match(new RegExp(`(\\d+) ${words[kind]}`))?.[1];
      if (stated.kind === 'none') {
        return written === undefined
          ? []
          : [problemAt(source.place([...path, 'kind']), 'NOT_IN_QUOTE', { value: 'none' })];
      }
      const problems =
        Number(written) === stated.count
          ? []
          : [problemAt(source.place([...path, 'count']), 'NOT_IN_QUOTE', { value: `${stated.count} ${words[kind]}` })];
      if (stated.kind === 'fixed') return problems;
      const ids = stated.programmes.configured.value.map(({ id }) => id);
      const pathOf = (item: number) => [...path, 'programmes', 'configured', 'value', item];
      return [
        ...problems,
        ...duplicates(source, ids, pathOf, (at, values) => problemAt(source.place(at), 'DUPLICATE_ID', values)),
      ];
    }),
  );
