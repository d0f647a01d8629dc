-- Hand-written. What every kind of subject shares calls its id `subject_id`: a nomination's, or a round's. Only the name
-- changes: the audit chain hashes values in their places, no column names, so what is recorded stays verifiable.
alter table inbox rename column nomination_id to subject_id;
--> statement-breakpoint
alter table work_items rename column nomination_id to subject_id;
--> statement-breakpoint
alter table outbox rename column nomination_id to subject_id;
--> statement-breakpoint
alter table transitions rename column nomination_id to subject_id;
--> statement-breakpoint
alter table audit_entries rename column nomination_id to subject_id;
--> statement-breakpoint
alter table transitions rename constraint transitions_nomination_id_revision_pk to transitions_subject_id_revision_pk;
--> statement-breakpoint
alter index inbox_nomination rename to inbox_subject;
--> statement-breakpoint
alter index audit_entries_nomination rename to audit_entries_subject;
--> statement-breakpoint
-- A function whose parameters or result change their names cannot be replaced: the ones that name the column are made anew.
drop function record_transition;
--> statement-breakpoint
drop function write_work_items;
--> statement-breakpoint
drop function write_notices;
--> statement-breakpoint
drop function undelivered_before;
--> statement-breakpoint
drop function refuse_act;
--> statement-breakpoint
drop function claim_undelivered;
--> statement-breakpoint
drop function receive_act;
--> statement-breakpoint
drop function append_audit_now;
--> statement-breakpoint
drop function append_audit;
--> statement-breakpoint
drop function nomination_lock_key;
--> statement-breakpoint
-- The key under which receipts and the drain check of one subject exclude each other.
create function subject_lock_key(p_subject_id text) returns bigint language sql immutable as $$
  select hashtextextended(p_subject_id, 0)
$$;
--> statement-breakpoint
-- Appends one entry and gives its number. One statement: the head's row lock is taken last and lives only until the commit.
--   hash = sha256(previous hash ‖ int8 seq ‖ int8 at (epoch ms) ‖ sha256(canonical entry) ‖ kind, subject, revision, actor)
-- The caller hashes the canonical entry; instant and header are hashed here, since the database makes the instant and the
-- subject's id. The first entry's "previous hash" is sha256(chain), so that no chain can pass for another.
create function append_audit(
  p_chain text, p_kind text, p_subject_id text, p_revision integer, p_actor_id text,
  p_at timestamptz, p_entry jsonb, p_entry_hash bytea
) returns bigint language plpgsql as $$
declare
  stamped bytea := int8send((extract(epoch from p_at) * 1000)::bigint) || p_entry_hash || convert_to(
    p_kind || E'\n' || coalesce(p_subject_id, '') || E'\n' || coalesce(p_revision::text, '') || E'\n' || coalesce(p_actor_id, ''),
    'UTF8');
  new_seq bigint;
begin
  with head as (
    insert into audit_heads as h (chain, seq, hash)
    values (p_chain, 1, sha256(sha256(convert_to(p_chain, 'UTF8')) || int8send(1) || stamped))
    on conflict (chain) do update
      set seq = h.seq + 1, hash = sha256(h.hash || int8send(h.seq + 1) || stamped)
    returning h.seq, h.hash
  )
  insert into audit_entries (chain, seq, at, kind, subject_id, revision, actor_id, entry, entry_hash, hash)
  select p_chain, head.seq, p_at, p_kind, p_subject_id, p_revision, p_actor_id, p_entry, p_entry_hash, head.hash from head
  returning seq into new_seq;
  return new_seq;
end $$;
--> statement-breakpoint
-- Appends an entry of now, with the payload it commits to when there is one.
create function append_audit_now(
  p_chain text, p_kind text, p_subject_id text, p_actor_id text,
  p_entry jsonb, p_entry_hash bytea, p_salt bytea, p_payload jsonb
) returns bigint language plpgsql as $$
declare
  new_seq bigint := append_audit(p_chain, p_kind, p_subject_id, null, p_actor_id, real_now(), p_entry, p_entry_hash);
begin
  if p_payload is not null then
    insert into audit_payloads (chain, seq, salt, payload) values (p_chain, new_seq, p_salt, p_payload);
  end if;
  return new_seq;
end $$;
--> statement-breakpoint
-- Keeps one act: inbox row and audit entry, once for each (actor, idempotency key). The lock comes before the instant, so
-- that (a) a drain check that got the lock has seen every receipt up to its own instant, and (b) receipts of one subject
-- become visible in the order of their instants.
create function receive_act(
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
--> statement-breakpoint
-- Leases undelivered acts whose lease is over, only the oldest of each subject, so that order is kept.
create function claim_undelivered(p_owner text, p_limit integer, p_lease_ms integer, p_subject_id text)
returns setof inbox language sql as $$
  with due as (
    select i.id from inbox i
    where i.status = 'received' and (i.lease_until is null or i.lease_until < clock_timestamp())
      and (p_subject_id is null or i.subject_id = p_subject_id)
      and not exists (
        select from inbox elder where elder.subject_id = i.subject_id and elder.status = 'received'
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
  perform append_audit(act.programme_id, 'refused', act.subject_id, null, act.actor_id, real_now(), p_entry, p_entry_hash);
  return true;
end $$;
--> statement-breakpoint
-- Whether everything received by the instant has been applied, and everything on record is confirmed by the engine. The lock
-- lets receipts in flight end first.
create function undelivered_before(p_subject_id text, p_due timestamptz)
returns table (state text, wait_ms integer) language plpgsql as $$
declare
  now_at timestamptz;
begin
  perform pg_advisory_xact_lock(subject_lock_key(p_subject_id));
  now_at := real_now();
  if now_at <= p_due then
    return query select 'early', least(2147483647, ceil(extract(epoch from p_due - now_at) * 1000) + 1)::integer;
  elsif exists (
    select from inbox i where i.subject_id = p_subject_id and i.status = 'received'
      and (i.received_at <= p_due or i.applied_revision is not null)) then
    return query select 'pending', 250;
  else
    return query select 'drained', 0;
  end if;
end $$;
--> statement-breakpoint
-- Notices go to whoever holds the queue at the instant of the event: one row per person and template, and
-- none to the person who acted, unless nobody else is there to be told.
create function write_notices(p jsonb, p_at timestamptz, p_recorded_at timestamptz) returns void language plpgsql as $$
begin
  with found as (
    select asked.template, person.id, person.name, person.email, person.locale
    from jsonb_to_recordset(p -> 'recipients') as asked(template text, role text, body text)
    join role_assignments held on held.role = asked.role and held.body_id = asked.body
      and held.valid_from <= p_at and (held.valid_to is null or held.valid_to > p_at)
    join people person on person.id = held.person_id
    union
    select template.value, nominee.id, nominee.name, nominee.email, nominee.locale
    from jsonb_array_elements_text(p -> 'nomineeTemplates') as template
    join nominees nominee on nominee.kind = p #>> '{noticeData,nominee,kind}' and nominee.id = p #>> '{noticeData,nominee,id}'
    where nominee.email is not null
  ),
  chosen as (
    select distinct on (template, id) gen_random_uuid() as outbox_id, found.*,
      bool_or(id is distinct from p ->> 'actorId') over (partition by template) as others
    from found
    order by template, id, email
  )
  insert into outbox (id, subject_id, revision, template, recipient_person, recipient_name, address, locale, data,
    message_id, status, last_error, next_attempt_at, created_at)
  select outbox_id, p ->> 'subjectId', (p ->> 'revision')::integer, template, id, name, email, locale, p -> 'noticeData',
    '<' || outbox_id || '@' || (p ->> 'mailDomain') || '>',
    case when email is null then 'dead' else 'pending' end, case when email is null then 'NO_ADDRESS' end,
    p_recorded_at, p_recorded_at
  from chosen where id is distinct from p ->> 'actorId' or not others
  on conflict (subject_id, revision, template, recipient_person) do nothing;
end $$;
--> statement-breakpoint
-- Brings the open work items to the given ones: those no longer wanted are closed, the same matter keeps its row.
create function write_work_items(p_subject_id text, p_revision integer, p_at timestamptz, p_items jsonb)
returns void language plpgsql as $$
begin
  update work_items w set closed_at = p_at, closed_revision = p_revision
  where w.subject_id = p_subject_id and w.closed_at is null
    and not exists (select from jsonb_array_elements(p_items) item where item ->> 'key' = w.key);
  insert into work_items as w (subject_id, key, queue, opened_at, due_at, next_escalation_at, level, escalated_to, opened_revision)
  select p_subject_id, item.key, item.queue, p_at, item."dueAt", item."nextEscalationAt", item.level, item."escalatedTo", p_revision
  from jsonb_to_recordset(p_items) as item(key text, queue text, "dueAt" timestamptz, "nextEscalationAt" timestamptz,
    level integer, "escalatedTo" text)
  on conflict (subject_id, key) where closed_at is null do update
    set queue = excluded.queue, due_at = excluded.due_at, next_escalation_at = excluded.next_escalation_at,
      level = excluded.level, escalated_to = excluded.escalated_to
    where (w.queue, w.due_at, w.next_escalation_at, w.level, w.escalated_to) is distinct from
      (excluded.queue, excluded.due_at, excluded.next_escalation_at, excluded.level, excluded.escalated_to);
end $$;
--> statement-breakpoint
-- Writes one applied event with everything that follows from it; once per (subject, revision), in order.
-- Gives {"result": "recorded" | "already" | "outOfOrder" | "conflict", "revision": current}.
create function record_transition(p jsonb, p_snapshot jsonb, p_entry jsonb, p_entry_hash bytea, p_async boolean)
returns jsonb language plpgsql as $$
declare
  v_id text := p ->> 'subjectId';
  v_revision integer := (p ->> 'revision')::integer;
  v_inbox_id uuid := (p ->> 'inboxId')::uuid;
  v_at timestamptz := (p ->> 'at')::timestamptz;
  v_recorded_at timestamptz := real_now();
  v_context jsonb := p_snapshot -> 'context';
  v_deadline jsonb := p_snapshot #> '{context,deadline}';
  v_decision jsonb := p_snapshot #> '{context,decision}';
  v_current integer;
begin
  if p_async then
    perform set_config('synchronous_commit', 'off', true);
  end if;

  if v_revision = 1 then
    insert into nominations (id, programme_id, programme_ref, movement_id, road, unit_id, nominee_kind, nominee_id, state,
      revision, tier, snapshot, deadline_name, deadline_due_at, deadline_wake_at, deadline_level, opened_at, changed_at, closed_at)
    values (v_id, p ->> 'programmeId', v_context ->> 'programme', v_context ->> 'movementId', v_context ->> 'road',
      v_context #>> '{bodies,unit}', v_context #>> '{nominee,kind}', v_context #>> '{nominee,id}', p ->> 'to',
      1, (v_context ->> 'tier')::integer, p_snapshot, v_deadline ->> 'name', (v_deadline ->> 'dueAt')::timestamptz,
      (v_deadline ->> 'wakeAt')::timestamptz, (v_deadline ->> 'level')::integer,
      (v_context ->> 'openedAt')::timestamptz, v_at, case when (p ->> 'terminal')::boolean then v_at end)
    on conflict (id) do nothing;
  else
    update nominations set
      programme_ref = v_context ->> 'programme', state = p ->> 'to', revision = v_revision,
      tier = (v_context ->> 'tier')::integer, snapshot = p_snapshot, deadline_name = v_deadline ->> 'name',
      deadline_due_at = (v_deadline ->> 'dueAt')::timestamptz, deadline_wake_at = (v_deadline ->> 'wakeAt')::timestamptz,
      deadline_level = (v_deadline ->> 'level')::integer, decision_number = v_decision ->> 'number',
      decision_date = v_decision ->> 'date', decision_body = v_decision ->> 'body',
      refusal_ground = v_context ->> 'refusalGround', changed_at = v_at,
      closed_at = case when (p ->> 'terminal')::boolean then v_at end
    where id = v_id and revision = v_revision - 1;
  end if;
  if not found then
    select revision into v_current from nominations where id = v_id;
    if v_revision > coalesce(v_current, 0) then
      return jsonb_build_object('result', 'outOfOrder', 'revision', coalesce(v_current, 0));
    end if;
    return jsonb_build_object('revision', v_current, 'result', case when exists (
      select from transitions where subject_id = v_id and revision = v_revision and type = p ->> 'type'
        and to_state = p ->> 'to' and inbox_id is not distinct from v_inbox_id) then 'already' else 'conflict' end);
  end if;

  insert into transitions (subject_id, revision, type, from_state, to_state, at, recorded_at, inbox_id, actor_id, as_role)
  values (v_id, v_revision, p ->> 'type', p ->> 'from', p ->> 'to', v_at, v_recorded_at, v_inbox_id, p ->> 'actorId', p ->> 'as');
  perform write_work_items(v_id, v_revision, v_at, p -> 'workItems');
  if v_inbox_id is not null then
    if p ? 'dossierHash' then
      perform keep_dossier(v_inbox_id, v_id, v_revision, p ->> 'dossierHash');
    end if;
    -- On record, but not yet known to be in the engine's history: a crash there could take the Update with it. The act stays
    -- `received`, and is delivered again, until `confirm_act`. An opening is in the history before it gets here.
    update inbox set applied_revision = v_revision, status = case when v_revision = 1 then 'applied' else 'received' end,
      answer = jsonb_build_object('state', p ->> 'to', 'revision', v_revision)
    where id = v_inbox_id;
  end if;
  if p ? 'noticeData' then
    perform write_notices(p, v_at, v_recorded_at);
  end if;
  perform append_audit(p ->> 'programmeId', p ->> 'auditKind', v_id, v_revision, p ->> 'actorId', v_recorded_at, p_entry, p_entry_hash);
  return jsonb_build_object('result', 'recorded', 'revision', v_revision);
end $$;
