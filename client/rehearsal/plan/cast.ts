import type { RoleName } from '../../../contract/roles.ts';
import { queueOf } from '../../../contract/roles.ts';
import type { Directory, Nominee } from '../../../programmes/directorySchema.ts';
import { holdersAt } from '../../../programmes/roles.ts';
import type { PartName } from './beats.ts';
import type { Row } from './rows.ts';
import type { Chance } from './seeded.ts';

/** Who plays each part in one nomination: ids of people; null where the row has nobody for it. */
export type Cast = Record<PartName, string | null>;

/** Who nominates whom in which row. */
export type Casting = {
  row: Row;
  unit: string;
  nominee: Pick<Nominee, 'id' | 'kind'>;
  at: string;
  /** The bodies of the programme. */
  bodies: readonly string[];
};

/** Draws the cast from those who hold the roles at the instant. */
export function castOf(directory: Directory, casting: Casting, chance: Chance): Cast {
  const { row, unit, nominee, at } = casting;
  const { bodies } = row;
  const holders = (role: RoleName, body: string | undefined): string[] =>
    body === undefined ? [] : holdersAt(directory, queueOf(role, body), at).map(({ id }) => id);
  const one = (role: RoleName, body: string | undefined): string | null => {
    const people = holders(role, body);
    return people.length === 0 ? null : chance.pick(people);
  };
  const reviewers = chance.shuffled(holders('reviewer', bodies.inCharge));
  // Where the nominee reviews for the body in charge, it is they who try.
  const reviewer = reviewers.find((id) => id === nominee.id) ?? reviewers[0] ?? null;
  const clerk = one('unitClerk', unit);
  const head = one('unitHead', unit);
  return {
    clerk,
    // Likewise where the nominee is the unit's own head: a deputy may well sign.
    head: holders('unitHead', unit).find((id) => id === nominee.id) ?? head,
    reviewer,
    colleague: reviewers.find((id) => id !== reviewer) ?? null,
    outsider: outsider(directory, casting, chance),
    firstAppraiser: one('appraiser', bodies.divisions[0]),
    secondAppraiser: one('appraiser', bodies.divisions[1]),
    secretary: one('councilSecretary', bodies.standingBody),
    authority: one('approvingAuthority', bodies.authorities[0]),
    higher: one('approvingAuthority', bodies.authorities[1]),
  };
}

/** A reviewer of another body of the programme, or of another province: they know the work, and have no business here. */
function outsider(directory: Directory, { row, bodies }: Casting, chance: Chance): string | null {
  const reviewersOf = (mine: (body: string) => boolean) =>
    directory.people.filter(({ roles }) =>
      roles.some(({ role, body }) => role === 'reviewer' && body !== row.bodies.inCharge && mine(body)),
    );
  const near = reviewersOf((body) => bodies.includes(body));
  const people = near.length > 0 ? near : reviewersOf(() => true);
  return people.length === 0 ? null : chance.pick(people).id;
}
