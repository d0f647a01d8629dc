import type { TransactionSql } from 'postgres';
import { appendAudit } from './audit/append.ts';
import type { Store } from './connect.ts';
import type { DirectoryRecords } from './directory.ts';
import { always } from './directory.ts';
import { installationChain } from './schema/audit.ts';

/** Ids of what was added or changed. Roles are written `person role@body`. */
export type DirectoryChanges = {
  bodies: string[];
  people: string[];
  nominees: string[];
  rolesGiven: string[];
  rolesEnded: string[];
};

/**
 * Brings the directory to the given records, in one transaction, audited when anything changed. Nothing is removed: a role
 * that a given person no longer has ends at the programme instant `at`, so that authority held earlier stays provable.
 */
export async function putDirectory(
  store: Store,
  records: DirectoryRecords,
  by: { actorId: string | null; at: string },
): Promise<DirectoryChanges> {
  return store.transact(async (tx) => {
    // Two loaders at once would compare against each other's half.
    await tx`select pg_advisory_xact_lock(hashtextextended('vinhdanh.directory', 1))`;
    const changes = {
      bodies: await putBodies(tx, records),
      people: await putPeople(tx, records),
      nominees: await putNominees(tx, records),
      ...(await putRoles(tx, records, by.at)),
    };
    if (Object.values(changes).some((ids) => ids.length > 0)) {
      await appendAudit(tx, {
        chain: installationChain,
        kind: 'configuration',
        actorId: by.actorId,
        entry: { directory: changes, at: by.at },
        payload: changedPeople(records, changes),
      });
    }
    return changes;
  });
}

/** Names and addresses belong to the erasable payload. */
function changedPeople(records: DirectoryRecords, changes: DirectoryChanges) {
  return {
    people: records.people.filter(({ id }) => changes.people.includes(id)).map(({ roles, ...person }) => person),
    nominees: records.nominees.filter(({ id }) => changes.nominees.includes(id)),
  };
}

async function putBodies(tx: TransactionSql, { bodies }: DirectoryRecords): Promise<string[]> {
  const changed = await tx<{ id: string }[]>`
    insert into bodies as b (id, name, short, kind, under)
    select id, name, short, kind, under from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb)
      as given(id text, name text, short text, kind text, under text)
    on conflict (id) do update set name = excluded.name, short = excluded.short, kind = excluded.kind, under = excluded.under
      where (b.name, b.short, b.kind, b.under) is distinct from (excluded.name, excluded.short, excluded.kind, excluded.under)
    returning id`;
  return changed.map(({ id }) => id);
}

async function putPeople(tx: TransactionSql, { people }: DirectoryRecords): Promise<string[]> {
  const changed = await tx<{ id: string }[]>`
    insert into people as p (id, name, title, email, locale, home_body)
    select id, name, title, email, locale, "homeBody" from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      as given(id text, name text, title text, email text, locale text, "homeBody" text)
    on conflict (id) do update set name = excluded.name, title = excluded.title, email = excluded.email,
        locale = excluded.locale, home_body = excluded.home_body
      where (p.name, p.title, p.email, p.locale, p.home_body)
        is distinct from (excluded.name, excluded.title, excluded.email, excluded.locale, excluded.home_body)
    returning id`;
  return changed.map(({ id }) => id);
}

async function putNominees(tx: TransactionSql, { nominees }: DirectoryRecords): Promise<string[]> {
  const changed = await tx<{ id: string }[]>`
    insert into nominees as n (kind, id, name, unit_id, direct_worker, email, locale)
    select kind, id, name, "unitId", coalesce("directWorker", false), email, coalesce(locale, 'vi')
    from jsonb_to_recordset(${JSON.stringify(nominees)}::jsonb)
      as given(kind text, id text, name text, "unitId" text, "directWorker" boolean, email text, locale text)
    on conflict (kind, id) do update set name = excluded.name, unit_id = excluded.unit_id,
        direct_worker = excluded.direct_worker, email = excluded.email, locale = excluded.locale
      where (n.name, n.unit_id, n.direct_worker, n.email, n.locale)
        is distinct from (excluded.name, excluded.unit_id, excluded.direct_worker, excluded.email, excluded.locale)
    returning id`;
  return changed.map(({ id }) => id);
}

async function putRoles(tx: TransactionSql, { people }: DirectoryRecords, at: string) {
  const given = people.flatMap((person) =>
    person.roles.map((held) => ({
      person: person.id,
      role: held.role,
      body: held.body,
      validFrom: held.validFrom ?? always,
      validTo: held.validTo ?? null,
    })),
  );
  const put = await tx<{ role: string }[]>`
    insert into role_assignments as r (person_id, role, body_id, valid_from, valid_to)
    select person, role, body, "validFrom", "validTo" from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given(person text, role text, body text, "validFrom" timestamptz, "validTo" timestamptz)
    on conflict (person_id, role, body_id, valid_from) do update set valid_to = excluded.valid_to
      where r.valid_to is distinct from excluded.valid_to
    returning person_id || ' ' || role || '@' || body_id as role`;
  const ended = await tx<{ role: string }[]>`
    update role_assignments r set valid_to = greatest(r.valid_from, ${at}::timestamptz)
    where r.person_id = any(${people.map(({ id }) => id)}) and (r.valid_to is null or r.valid_to > ${at})
      and not exists (
        select from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
          as given(person text, role text, body text, "validFrom" timestamptz)
        where given.person = r.person_id and given.role = r.role and given.body = r.body_id and given."validFrom" = r.valid_from)
    returning r.person_id || ' ' || r.role || '@' || r.body_id as role`;
  return { rolesGiven: put.map(({ role }) => role), rolesEnded: ended.map(({ role }) => role) };
}
