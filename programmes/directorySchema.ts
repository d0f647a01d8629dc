import { z } from 'zod';
import { roleNames } from '../contract/roles.ts';
import { recipientKinds } from '../contract/states.ts';

/** Bodies, people and nominees of the demonstration: data like the programmes, and as strictly read. */
export const bodyKinds = [
  'ministry',
  'provincialCommittee',
  'department',
  'office',
  'division',
  'council',
  'board',
  'union',
  'youth',
  'unit',
] as const;

/** Same convention as `contract/programme.ts`: the error for an unknown key is the list of allowed keys. */
function strict<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  });
}

const text = z.string().regex(/\S/);
const day = z.iso.date({ abort: true });
const bodyId = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const personId = z.string().regex(/^[a-z][a-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/);

const bodySchema = strict({
  id: bodyId,
  name: text,
  short: text,
  kind: z.enum(bodyKinds),
  /** The body it belongs to, or null at the top. */
  under: bodyId.nullable(),
  /** Whether it nominates as a subordinate unit (đơn vị trực thuộc). */
  nominates: z.boolean(),
});
export type Body = z.infer<typeof bodySchema>;
export const bodiesFileSchema = strict({ fictional: z.boolean(), note: text, bodies: z.array(bodySchema).min(1) });

/** A role held for a body, from and to whole local days, inclusive; without them, always. */
const roleSchema = strict({
  role: z.enum(roleNames),
  body: bodyId,
  from: day.exactOptional(),
  to: day.exactOptional(),
});
const personSchema = strict({
  id: personId,
  name: text,
  title: text,
  email: z.email(),
  locale: z.enum(['vi', 'en']),
  homeBody: bodyId,
  roles: z.array(roleSchema),
});
export type Person = z.infer<typeof personSchema>;

const nomineeSchema = strict({
  id: personId,
  kind: z.enum(recipientKinds),
  name: text,
  unit: bodyId,
  /** Người lao động trực tiếp: the documents give them priority. */
  directWorker: z.boolean(),
  /** Where the nominee is told of the nomination and its result; without it the unit tells them. */
  email: z.email().exactOptional(),
});
export type Nominee = z.infer<typeof nomineeSchema>;
export const peopleFileSchema = strict({
  fictional: z.literal(true),
  note: text,
  people: z.array(personSchema).min(1),
  nominees: z.array(nomineeSchema),
});

export type Directory = { bodies: Body[]; people: Person[]; nominees: Nominee[] };
