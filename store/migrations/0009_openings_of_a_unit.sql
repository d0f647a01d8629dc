-- Hand-written. An opening has no subject yet that others could exclude. It shares its movement, which a change of a round takes
-- alone; and it takes its unit's nominations in the movement alone, so that they become visible in the order of their
-- instants: where a plan takes only so many from a unit, the first received are the ones taken.
create function lock_opening(p_programme_id text, p_movement_id text, p_unit_id text) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(subject_lock_key(p_programme_id || '/' || p_movement_id));
  perform pg_advisory_xact_lock(subject_lock_key(p_programme_id || '/' || p_movement_id || ' ' || p_unit_id));
end $$;
--> statement-breakpoint
-- Keeps one act: inbox row and audit entry, once for each (actor, idempotency key). The lock comes before the instant, so
-- that (a) a drain check that got the lock has seen every receipt up to its own instant, and (b) receipts of one subject
-- become visible in the order of their instants.
create or replace function receive_act(
  p_id uuid, p_key text, p_actor_id text, p_as text, p_programme_id text, p_subject_id text, p_type text,
  p_body jsonb, p_body_hash text, p_body_salt bytea, p_expected_revision integer,
  p_clock_origin_ms float8, p_clock_start_ms float8, p_clock_speed float8,
  p_lease_owner text, p_lease_ms integer, p_entry jsonb, p_entry_hash bytea, p_async boolean
) returns table (
  inbox_id uuid, subject_id text, received_at timestamptz, programme_at timestamptz,
  status text, answer jsonb, duplicate boolean, conflict boolean, deliver_now boolean, actor jsonb
) language plpgsql as $$
#variable_conflict use_column
declare
  kept inbox;
begin
  if p_async then
    perform set_config('synchronous_commit', 'off', true);
  end if;
  perform pg_advisory_xact_lock(subject_lock_key(coalesce(p_subject_id, p_actor_id || ' ' || p_key)));

  select * into kept from inbox i where i.actor_id = p_actor_id and i.idempotency_key = p_key;
  if found then
    return query select kept.id, kept.subject_id, kept.received_at, kept.programme_at, kept.status, kept.answer, true,
      kept.type <> p_type or kept.programme_id <> p_programme_id or kept.as_role <> p_as
        or kept.subject_id <> coalesce(p_subject_id, kept.subject_id)
        or kept.expected_revision is distinct from p_expected_revision
        or kept.body_hash is distinct from p_body_hash,
      false, null::jsonb;
    return;
  end if;

  -- Before the programme's counter, so that openings of other movements and units do not wait along.
  if p_type = 'nomination.open' then
    perform lock_opening(p_programme_id, p_body ->> 'movementId', p_body ->> 'unitId');
  end if;

  kept.id := p_id;
  kept.subject_id := p_subject_id;
  if p_subject_id is null then
    insert into programme_counters as c (programme_id, last) values (p_programme_id, 1)
    on conflict (programme_id) do update set last = c.last + 1
    returning p_programme_id || '-' || lpad(c.last::text, greatest(4, length(c.last::text)), '0') into kept.subject_id;
  end if;
  kept.received_at := real_now();
  kept.programme_at := to_timestamp((p_clock_origin_ms
    + floor((extract(epoch from kept.received_at)::float8 * 1000 - p_clock_start_ms) * p_clock_speed)) / 1000);
  deliver_now := p_subject_id is null or not exists (
    select from inbox i where i.subject_id = p_subject_id and i.status = 'received');

  -- Without the lease the row waits for its elders; the claimer takes it as soon as they are through.
  insert into inbox (id, idempotency_key, actor_id, as_role, programme_id, subject_id, type, body, body_hash, body_salt,
    expected_revision, received_at, programme_at, status, lease_owner, lease_until, attempts)
  values (p_id, p_key, p_actor_id, p_as, p_programme_id, kept.subject_id, p_type, p_body, p_body_hash, p_body_salt,
    p_expected_revision, kept.received_at, kept.programme_at, 'received',
    case when deliver_now then p_lease_owner end,
    case when deliver_now then kept.received_at + p_lease_ms * interval '1 ms' end, deliver_now::integer);
  perform append_audit(p_programme_id, 'received', kept.subject_id, null, p_actor_id, kept.received_at, p_entry, p_entry_hash);

  return query select p_id, kept.subject_id, kept.received_at, kept.programme_at, 'received', null::jsonb, false, false, deliver_now,
    case when deliver_now then actor_at(p_actor_id, kept.programme_at) end;
end $$;
