import type { z } from 'zod';
import { isForm } from './read.ts';

/** As much of a zod schema's definition as is needed here. */
type Definition = {
  type: string;
  innerType?: z.core.$ZodType;
  element?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
  shape?: Record<string, z.core.$ZodType>;
  options?: z.core.$ZodType[];
  discriminator?: string;
  values?: unknown[];
};

/**
 * Gives what a form file says with numbers and yes or no where the schema wants them. YAML files are read as written, so
 * that movement 2.10 stays what it is. What is no number stays as written, for the schema to name.
 */
export function typed(schema: z.core.$ZodType, value: unknown): unknown {
  const { type, innerType, element, valueType, shape, values, ...union } = definitionOf(schema);
  if (innerType) return typed(innerType, value);
  if (type === 'number') return typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
  if (type === 'boolean' || values?.some((one) => typeof one === 'boolean')) return yesOrNo(value);
  if (element && Array.isArray(value)) return value.map((one) => typed(element, one));
  if (!isForm(value)) return value;
  const schemaOf = (key: string) => (shape ? shape[key] : valueType);
  if (shape ?? valueType) {
    const members = Object.entries(value).map(([key, one]) => {
      const member = schemaOf(key);
      return [key, member ? typed(member, one) : one] as const;
    });
    return Object.fromEntries(members);
  }
  const chosen = kindOf(union, value);
  return chosen ? typed(chosen, value) : value;
}

function definitionOf(schema: z.core.$ZodType): Definition {
  // Each kind of schema has some of these members; its own type does not say which without naming them all.
  return schema._zod.def as unknown as Definition;
}

function yesOrNo(value: unknown): unknown {
  return value === 'true' || value === 'false' ? value === 'true' : value;
}

/** Of a union whose kinds are told apart by a word, the kind the value names. */
function kindOf({ options = [], discriminator }: Pick<Definition, 'options' | 'discriminator'>, value: object) {
  if (discriminator === undefined) return undefined;
  const word = (value as Record<string, unknown>)[discriminator];
  return options.find((option) => {
    const told = definitionOf(option).shape?.[discriminator];
    return told && definitionOf(told).values?.includes(word);
  });
}
