import type { Check, Findings } from '../check.ts';
import { skipped } from '../check.ts';
import { baRiaVungTauChecks } from './baRiaVungTau.ts';
import { boYTeChecks } from './boYTe.ts';
import { dakLakChecks } from './dakLak.ts';
import { hoaBinhChecks } from './hoaBinh.ts';
import { thanhHoaChecks } from './thanhHoa.ts';

/** What each document has that the others have not. */
const particulars: Readonly<Record<string, (findings: Findings) => Check[]>> = {
  '000': dakLakChecks,
  '001': hoaBinhChecks,
  '002': boYTeChecks,
  '003': thanhHoaChecks,
  '004': baRiaVungTauChecks,
};

/** Gives the checks of the programme's own particularities; they are asked of a rehearsal of all its movements only. */
export function particularChecks(findings: Findings): Check[] {
  const checks = particulars[findings.programme.id]?.(findings) ?? [];
  const all = findings.programme.movements.every(({ id }) => findings.rows.some(({ movementId }) => movementId === id));
  return all ? checks : checks.map(skipped);
}
