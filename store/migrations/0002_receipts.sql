-- Hand-written. The key under which receipts and the drain check of one nomination exclude each other.
create function nomination_lock_key(p_nomination_id text) returns bigint language sql immutable as $$
  select hashtextextended(p_nomination_id, 0)
$$;
--> statement-breakpoint
-- The person with the roles held at the programme instant, as the machine takes it; null when there is no such person.
create function actor_at(p_person_id text, p_at timestamptz) returns jsonb language sql stable as $$
  select jsonb_build_object('personId', p.id, 'homeBody', p.home_body, 'roles', coalesce((
    select jsonb_agg(jsonb_build_object('role', r.role, 'body', r.body_id) order by r.role, r.body_id) from role_assignments r
    where r.person_id = p.id and r.valid_from <= p_at and (r.valid_to is null or r.valid_to > p_at)), '[]'::jsonb))
  from people p where p.id = p_person_id
$$;
--> statement-breakpoint
-- Keeps one act: inbox row and audit entry, once for each (actor, idempotency key). The lock comes before the instant, so
-- that (a) a drain check that got the lock has seen every receipt up to its own instant, and (b) receipts of one nomination
-- become visible in the order of their instants.
create function receive_act(
  p_id uuid, p_key text, p_actor_id text, p_as text, p_programme_id text, p_nomination_id text, p_type text,
  p_body jsonb, p_body_hash text, p_body_salt bytea, p_expected_revision integer,
  p_clock_origin_ms float8, p_clock_start_ms float8, p_clock_speed float8,
  p_lease_owner text, p_lease_ms integer, p_entry jsonb, p_entry_hash bytea, p_async boolean
) returns table (
  inbox_id uuid, nomination_id text, received_at timestamptz, programme_at timestamptz,
  status text, answer jsonb, duplicate boolean, conflict boolean, deliver_now boolean, actor jsonb
) language plpgsql as $$
#variable_conflict use_column
declare
  kept inbox;
begin
  if p_async then
    perform set_config('synchronous_commit', 'off', true);
  end if;
  perform pg_advisory_xact_lock(nomination_lock_key(coalesce(p_nomination_id, p_actor_id || ' ' || p_key)));

  select * into kept from inbox i where i.actor_id = p_actor_id and i.idempotency_key = p_key;
  if found then
    return query select kept.id, kept.nomination_id, kept.received_at, kept.programme_at, kept.status, kept.answer, true,
      kept.type <> p_type or kept.programme_id <> p_programme_id or kept.as_role <> p_as
        or kept.nomination_id <> coalesce(p_nomination_id, kept.nomination_id)
        or kept.expected_revision is distinct from p_expected_revision
        or kept.body_hash is distinct from p_body_hash,
      false, null::jsonb;
    return;
  end if;

  kept.id := p_id;
  kept.nomination_id := p_nomination_id;
  if p_nomination_id is null then
    insert into programme_counters as c (programme_id, last) values (p_programme_id, 1)
    on conflict (programme_id) do update set last = c.last + 1
    returning p_programme_id || '-' || lpad(c.last::text, greatest(4, length(c.last::text)), '0') into kept.nomination_id;
  end if;
  kept.received_at := real_now();
  kept.programme_at := to_timestamp((p_clock_origin_ms
    + floor((extract(epoch from kept.received_at)::float8 * 1000 - p_clock_start_ms) * p_clock_speed)) / 1000);
  deliver_now := p_nomination_id is null or not exists (
    select from inbox i where i.nomination_id = p_nomination_id and i.status = 'received');

  -- Without the lease the row waits for its elders; the claimer takes it as soon as they are through.
  insert into inbox (id, idempotency_key, actor_id, as_role, programme_id, nomination_id, type, body, body_hash, body_salt,
    expected_revision, received_at, programme_at, status, lease_owner, lease_until, attempts)
  values (p_id, p_key, p_actor_id, p_as, p_programme_id, kept.nomination_id, p_type, p_body, p_body_hash, p_body_salt,
    p_expected_revision, kept.received_at, kept.programme_at, 'received',
    case when deliver_now then p_lease_owner end,
    case when deliver_now then kept.received_at + p_lease_ms * interval '1 ms' end, deliver_now::integer);
  perform append_audit(p_programme_id, 'received', kept.nomination_id, null, p_actor_id, kept.received_at, p_entry, p_entry_hash);

  return query select p_id, kept.nomination_id, kept.received_at, kept.programme_at, 'received', null::jsonb, false, false, deliver_now,
    case when deliver_now then actor_at(p_actor_id, kept.programme_at) end;
end $$;
--> statement-breakpoint
-- Leases undelivered acts whose lease is over, only the oldest of each nomination, so that order is kept.
create function claim_undelivered(p_owner text, p_limit integer, p_lease_ms integer, p_nomination_id text)
returns setof inbox language sql as $$
  with due as (
    select i.id from inbox i
    where i.status = 'received' and (i.lease_until is null or i.lease_until < clock_timestamp())
      and (p_nomination_id is null or i.nomination_id = p_nomination_id)
      and not exists (
        select from inbox elder where elder.nomination_id = i.nomination_id and elder.status = 'received'
          and (elder.received_at, elder.id) < (i.received_at, i.id))
    order by i.received_at
    limit p_limit
    for update of i skip locked
  )
  update inbox i
  set lease_owner = p_owner, lease_until = clock_timestamp() + p_lease_ms * interval '1 ms', attempts = i.attempts + 1
  from due where i.id = due.id
  returning i.*
$$;
--> statement-breakpoint
-- Ends an act as refused, once; gives false when it had ended before. Refused attempts are part of the audit (design rule 10).
create function refuse_act(p_id uuid, p_answer jsonb, p_entry jsonb, p_entry_hash bytea, p_async boolean)
returns boolean language plpgsql as $$
declare
  act inbox;
begin
  if p_async then
    perform set_config('synchronous_commit', 'off', true);
  end if;
  update inbox set status = 'refused', answer = p_answer, lease_owner = null, lease_until = null
  where id = p_id and status = 'received' and applied_revision is null returning * into act;
  if not found then
    return false;
  end if;
  perform append_audit(act.programme_id, 'refused', act.nomination_id, null, act.actor_id, real_now(), p_entry, p_entry_hash);
  return true;
end $$;
--> statement-breakpoint
-- Ends an act that is on record as applied: the engine has confirmed that its history holds it. Need not reach the disk: an
-- act whose confirmation is lost is delivered, and confirmed, again.
create function confirm_act(p_id uuid) returns void language plpgsql as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  update inbox set status = 'applied', lease_owner = null, lease_until = null
  where id = p_id and status = 'received' and applied_revision is not null;
end $$;
--> statement-breakpoint
-- Whether everything received by the instant has been applied, and everything on record is confirmed by the engine. The lock
-- lets receipts in flight end first.
create function undelivered_before(p_nomination_id text, p_due timestamptz)
returns table (state text, wait_ms integer) language plpgsql as $$
declare
  now_at timestamptz;
begin
  perform pg_advisory_xact_lock(nomination_lock_key(p_nomination_id));
  now_at := real_now();
  if now_at <= p_due then
    return query select 'early', least(2147483647, ceil(extract(epoch from p_due - now_at) * 1000) + 1)::integer;
  elsif exists (
    select from inbox i where i.nomination_id = p_nomination_id and i.status = 'received'
      and (i.received_at <= p_due or i.applied_revision is not null)) then
    return query select 'pending', 250;
  else
    return query select 'drained', 0;
  end if;
end $$;
