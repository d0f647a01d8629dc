import { checkRunning } from '../../../client/check/open.ts';
import type { Finding } from './finding.ts';

/** Checks that nothing is without an owner, a due time and a next step: by the product's own check, with its engine. */
export async function checkOwners(
  databaseUrl: string,
  temporal: { address: string; namespace: string },
): Promise<Finding[]> {
  const { violations } = await checkRunning({ databaseUrl, temporal }, true);
  return violations.map(({ code, subject, text }) => {
    return { rule: `vinhdanh check: ${code}`, what: `${subject.kind} ${subject.id}: ${text.en}` };
  });
}
