import type { Actor, RoleName } from '../../../contract/roles.ts';

/** Gives a person holding roles, each written `role@body`. */
export function person(personId: string, homeBody: string, ...roles: [RoleName, string][]): Actor {
  return { personId, homeBody, roles: roles.map(([role, body]) => ({ role, body })) };
}

/** One honest holder of each role. */
export const clerk = person('p-clerk', 'u-hospital', ['unitClerk', 'u-hospital']);
export const head = person('p-head', 'u-hospital', ['unitHead', 'u-hospital']);
export const reviewer = person('p-reviewer', 'b-nghiepVu', ['reviewer', 'b-nghiepVu']);
export const appraiserA = person('p-appraiserA', 'd-finance', ['appraiser', 'd-finance']);
export const appraiserB = person('p-appraiserB', 'd-prevention', ['appraiser', 'd-prevention']);
export const secretary = person('p-secretary', 'b-vanPhong', ['councilSecretary', 'b-vanPhong']);
export const director = person('p-director', 'a-soYTe', ['approvingAuthority', 'a-soYTe']);
export const chair = person('p-chair', 'a-ubndTinh', ['approvingAuthority', 'a-ubndTinh']);
export const minister = person('p-minister', 'a-boYTe', ['approvingAuthority', 'a-boYTe']);
/** The approving authorities by tier. */
export const deciders: readonly Actor[] = [director, chair, minister];
export const admin = person('p-admin', 'b-vanPhong', ['administrator', 'a-soYTe']);

/** People whom some rule is about. */
export const nomineeWhoReviews = person(
  'n-nurse',
  'u-hospital',
  ['reviewer', 'b-nghiepVu'],
  ['unitHead', 'u-hospital'],
);
export const manyHats = person(
  'p-manyHats',
  'u-hospital',
  ['unitClerk', 'u-hospital'],
  ['unitHead', 'u-hospital'],
  ['reviewer', 'b-nghiepVu'],
  ['councilSecretary', 'b-vanPhong'],
  ['approvingAuthority', 'a-soYTe'],
  ['approvingAuthority', 'a-ubndTinh'],
  ['appraiser', 'd-finance'],
  ['administrator', 'a-soYTe'],
);
export const strangerReviewer = person('p-stranger', 'b-other', ['reviewer', 'b-other'], ['unitHead', 'u-other']);

export const everybody: readonly Actor[] = [
  clerk,
  head,
  reviewer,
  appraiserA,
  appraiserB,
  secretary,
  director,
  chair,
  minister,
  admin,
  nomineeWhoReviews,
  manyHats,
  strangerReviewer,
];
