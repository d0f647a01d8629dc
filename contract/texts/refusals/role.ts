import type { Refusal } from '../../refusals.ts';
import type { RefusalText } from './shape.ts';

/** The person has the role, and the role has not the power. */
export const notThisRole: RefusalText = {
  message: { vi: 'Việc này không thuộc quyền của {as}.', en: 'This is not for the {as} to do.' },
  lift: { vi: 'Người được thực hiện: {roles}.', en: 'Those who may: {roles}.' },
};

const roleNotHeld: RefusalText = {
  message: {
    vi: 'Ông/Bà không giữ vai trò cần có cho việc này.',
    en: 'You do not hold the role that this takes.',
  },
  lift: notThisRole.lift,
};

/** Nothing is said of who may. */
const noRole: RefusalText = {
  message: roleNotHeld.message,
  lift: { vi: 'Quản trị viên phân công vai trò.', en: 'An administrator assigns the roles.' },
};

/** Gives the words of NOT_YOUR_ROLE: the role may not do it, or it may and the person does not hold it. */
export function roleRefusalText({ detail: { as = '', roles = '' } }: Refusal): RefusalText {
  if (roles === '') return noRole;
  return as === '' || roles.split(',').includes(as) ? roleNotHeld : notThisRole;
}
