import { applied, whySignOff } from './examples/acts.ts';

/** A nomination form as people write it. */
export const yaml = `
programmeId: 004
movementId: 2.10
unitId: benhVienVungTau
nominee: { kind: individual, id: bvvt.dd1 }
dossier:
  nomineeName: Bùi Thị Minh Họa
  directWorker: có
  achievements: |
    Hoàn thành 120% chỉ tiêu.
`;

/** Gives a client that keeps what it is sent, and the list of it. */
export function recording(result = applied) {
  const sent: unknown[][] = [];
  const keep = async (...args: unknown[]) => {
    sent.push(args);
    return result;
  };
  return { sent, client: { nominate: keep, act: keep, why: async () => [whySignOff] } };
}
