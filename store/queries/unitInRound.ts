import type { CovenantKind } from '../../contract/roundStates.ts';
import type { RecipientKind } from '../../contract/states.ts';
import type { Store } from '../connect.ts';

/** What one unit has sent in for a round, in full. Instants of the programme. */
export type UnitInRound = {
  /** Its latest answer to the launch; null: it has not answered. */
  answer: { answeredAt: string; takesPart: boolean; unitPlan: string | null } | null;
  registrations: { kind: RecipientKind; id: string; name: string; title: string | null; registeredAt: string }[];
  covenants: { kind: CovenantKind; parties: string[]; signedOn: string; content: string | null; recordedAt: string }[];
};

/** Gives a unit's answer, the nominees it registered and its covenants, each in the order of their recording. */
export async function unitInRound(store: Store, roundId: string, unitId: string): Promise<UnitInRound> {
  const [answers, registrations, covenants] = await Promise.all([
    store.sql<NonNullable<UnitInRound['answer']>[]>`
      select answered_at as "answeredAt", takes_part as "takesPart", unit_plan as "unitPlan"
      from round_units where round_id = ${roundId} and unit_id = ${unitId}`,
    store.sql<UnitInRound['registrations']>`
      select nominee_kind as kind, nominee_id as id, name, title, registered_at as "registeredAt"
      from registrations where round_id = ${roundId} and unit_id = ${unitId} order by registered_at, nominee_kind, nominee_id`,
    store.sql<UnitInRound['covenants']>`
      select kind, parties, signed_on as "signedOn", content, recorded_at as "recordedAt"
      from covenants where round_id = ${roundId} and unit_id = ${unitId} order by recorded_at, inbox_id`,
  ]);
  const iso = (at: string) => new Date(at).toISOString();
  const [answer] = answers;
  return {
    answer: answer ? { ...answer, answeredAt: iso(answer.answeredAt) } : null,
    registrations: registrations.map((row) => ({ ...row, registeredAt: iso(row.registeredAt) })),
    covenants: covenants.map((row) => ({ ...row, recordedAt: iso(row.recordedAt) })),
  };
}
