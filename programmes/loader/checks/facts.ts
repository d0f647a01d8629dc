import type { Movement } from '../../../contract/programme.ts';
import { notStated } from '../../../contract/programme.ts';
import { daysIn, foldText } from '../documents.ts';
import type { Problem } from '../problems.ts';
import { problemAt } from '../problems.ts';
import type { Check, CheckContext } from './context.ts';
import { walkMappings } from './context.ts';

/** Keys beside a quote whose value must be words (or a day) of that quote. */
const quotedKeys = ['value', 'phrase', 'number', 'date', 'to', 'purpose', 'of', 'percent'] as const;

/** Every quote occurs in the document, in its own movement's part, and holds the fact that rests on it. */
export const checkQuotes: Check = (context) => {
  const problems: Problem[] = [];
  const parts = movementParts(context);
  walkMappings(context.programme, (mapping, path) => {
    const quote = mapping.quote;
    if (typeof quote !== 'string') return;
    const part = path[0] === 'movements' ? parts[Number(path[1])] : undefined;
    problems.push(...checkQuote(context, quote, path, part));
    for (const key of quotedKeys) {
      const value = mapping[key];
      if (value === undefined || value === notStated || isQuoted(value, quote)) continue;
      problems.push(problemAt(context.source.place([...path, key]), 'NOT_IN_QUOTE', { value: String(value) }));
    }
  });
  return problems;
};

/** What the document leaves open is configured; what it states is not configured again. */
export const checkOpenPoints: Check = ({ programme, source }) => {
  const problems: Problem[] = [];
  walkMappings(programme, (mapping, path) => {
    // A review time's phrase and its window are different facts; the authorities' words never name the tiers.
    if (!('stated' in mapping) || 'window' in mapping || path[0] === 'authorities') return;
    const open = isOpen(mapping.stated);
    if (open && !('configured' in mapping)) problems.push(problemAt(source.place(path), 'CONFIGURED_MISSING'));
    if (!open && 'configured' in mapping)
      problems.push(problemAt(source.place([...path, 'configured']), 'CONFIGURED_MIXED'));
  });
  return problems;
};

/** Open: not stated at all, a class of bodies instead of one, or a number that somebody else allocates. */
function isOpen(stated: unknown): boolean {
  if (stated === notStated) return true;
  const fact = stated as { body?: unknown; kind?: unknown };
  return fact.body === notStated || fact.kind === 'delegated';
}

function isQuoted(value: unknown, quote: string): boolean {
  if (typeof value === 'number') return foldText(quote).includes(`${value}%`);
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? daysIn(quote).includes(text) : foldText(quote).includes(foldText(text));
}

type Part = { movement: Movement; from: number; to: number };

/** A movement's part of the document: from its title to the next title. */
function movementParts({ programme, document }: CheckContext): Part[] {
  const starts = programme.movements.map((movement) => document.text.indexOf(foldText(movement.title.quote)));
  return programme.movements.map((movement, index) => {
    const from = starts[index] ?? 0;
    const later = starts.filter((start) => start > from);
    return { movement, from, to: Math.min(document.text.length, ...later) };
  });
}

function checkQuote(
  { source, document }: CheckContext,
  quote: string,
  path: PropertyKey[],
  part: Part | undefined,
): Problem[] {
  const place = source.place([...path, 'quote']);
  const words = foldText(quote);
  if (!document.text.includes(words)) return [problemAt(place, 'QUOTE_NOT_FOUND', { document: document.name })];
  if (!part || document.text.slice(part.from, part.to).includes(words)) return [];
  return [problemAt(place, 'QUOTE_ELSEWHERE', { document: document.name, movement: part.movement.id })];
}
