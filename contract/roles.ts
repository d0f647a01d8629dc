/** Who a person may be, and the capacity in which an act is done. Zod-free: used inside workflows. */
export const roleNames = [
  'unitClerk',
  'unitHead',
  'reviewer',
  'appraiser',
  'councilSecretary',
  'approvingAuthority',
  'administrator',
] as const;
export type RoleName = (typeof roleNames)[number];

/** One role held for one body or unit. */
export type RoleHeld = { role: RoleName; body: string };

/** Who acts, with the roles held at the instant of receipt (design rule 11). Ids only: no personal data. */
export type Actor = {
  personId: string;
  /** The unit or body the person works in: decides "own dossier" for a collective. */
  homeBody: string;
  roles: RoleHeld[];
};

/** Which body of a nomination a role must be held for. */
export const bodySelectors = ['unit', 'inCharge', 'division', 'standingBody', 'authority', 'nextTier'] as const;
export type BodySelector = (typeof bodySelectors)[number];

/** A queue of work: whoever holds `role` for `body`. Written `role@body`. */
export type Queue = `${RoleName}@${string}`;

/** Gives the queue's name; `parseQueue` is its inverse. */
export function queueOf(role: RoleName, body: string): Queue {
  return `${role}@${body}`;
}

/** Gives role and body of a queue's name. Throws RangeError when it is not `role@body`. */
export function parseQueue(queue: string): RoleHeld {
  const [role, body] = queue.split('@');
  if (!body || !(roleNames as readonly string[]).includes(role ?? '')) throw new RangeError(`Not a queue: ${queue}`);
  return { role: role as RoleName, body };
}

/** Names under which a programme document addresses notices and escalations. */
export const recipientNames = [
  'submittingUnit',
  'unitHead',
  'nominee',
  'bodyInCharge',
  'appraisingDivisions',
  'standingBody',
  'approvingAuthority',
  'nextTier',
  'currentOwner',
  'escalation',
  // Of a round only: everyone the movement is launched to, or those who have not answered.
  'units',
  'unansweredUnits',
] as const;
export type RecipientName = (typeof recipientNames)[number];
