-- Hand-written. Brings the open work items to the given ones: those no longer wanted are closed, the same matter keeps its
-- row. Reminders that wait are kept in step: none of a closed item, and of an open one those it names that were not sent yet.
create or replace function write_work_items(p_subject_id text, p_revision integer, p_at timestamptz, p_items jsonb)
returns void language plpgsql as $$
begin
  with closed as (
    update work_items w set closed_at = p_at, closed_revision = p_revision
    where w.subject_id = p_subject_id and w.closed_at is null
      and not exists (select from jsonb_array_elements(p_items) item where item ->> 'key' = w.key)
    returning w.id
  )
  delete from reminders r using closed where r.work_item_id = closed.id and r.sent_at is null;
  insert into work_items as w (subject_id, key, queue, opened_at, due_at, next_escalation_at, level, escalated_to, provisional,
    opened_revision)
  select p_subject_id, item.key, item.queue, p_at, item."dueAt", item."nextEscalationAt", item.level, item."escalatedTo",
    coalesce(item.provisional, false), p_revision
  from jsonb_to_recordset(p_items) as item(key text, queue text, "dueAt" timestamptz, "nextEscalationAt" timestamptz,
    level integer, "escalatedTo" text, provisional boolean)
  on conflict (subject_id, key) where closed_at is null do update
    set queue = excluded.queue, due_at = excluded.due_at, next_escalation_at = excluded.next_escalation_at,
      level = excluded.level, escalated_to = excluded.escalated_to, provisional = excluded.provisional
    where (w.queue, w.due_at, w.next_escalation_at, w.level, w.escalated_to, w.provisional) is distinct from (excluded.queue,
      excluded.due_at, excluded.next_escalation_at, excluded.level, excluded.escalated_to, excluded.provisional);
  with open as (
    select w.id, item."remindAt" as at
    from jsonb_to_recordset(p_items) as item(key text, "remindAt" timestamptz[])
    join work_items w on w.subject_id = p_subject_id and w.key = item.key and w.closed_at is null
  ), dropped as (
    delete from reminders r using open
    where r.work_item_id = open.id and r.sent_at is null and (r.remind_at = any(open.at)) is not true
  )
  insert into reminders (work_item_id, remind_at) select open.id, wanted.at from open, unnest(open.at) as wanted(at)
  on conflict do nothing;
end $$;
--> statement-breakpoint
-- Writes one applied event with everything that follows from it; once per (subject, revision), in order.
-- Gives {"result": "recorded" | "already" | "outOfOrder" | "conflict", "revision": current}.
create or replace function record_transition(p jsonb, p_snapshot jsonb, p_entry jsonb, p_entry_hash bytea, p_async boolean)
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
    insert into nominations (id, programme_id, programme_ref, movement_id, round_id, road, unit_id, nominee_kind, nominee_id,
      state, revision, tier, snapshot, deadline_name, deadline_due_at, deadline_wake_at, deadline_level, opened_at, changed_at, closed_at)
    values (v_id, p ->> 'programmeId', v_context ->> 'programme', v_context ->> 'movementId', v_context ->> 'roundId',
      v_context ->> 'road', v_context #>> '{bodies,unit}', v_context #>> '{nominee,kind}', v_context #>> '{nominee,id}', p ->> 'to',
      1, (v_context ->> 'tier')::integer, p_snapshot, v_deadline ->> 'name', (v_deadline ->> 'dueAt')::timestamptz,
      (v_deadline ->> 'wakeAt')::timestamptz, (v_deadline ->> 'level')::integer,
      (v_context ->> 'openedAt')::timestamptz, v_at, case when (p ->> 'terminal')::boolean then v_at end)
    on conflict (id) do nothing;
  else
    update nominations set
      programme_ref = v_context ->> 'programme', round_id = v_context ->> 'roundId', state = p ->> 'to', revision = v_revision,
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

  insert into transitions (subject_id, revision, type, from_state, to_state, at, recorded_at, inbox_id, actor_id, as_role, late)
  values (v_id, v_revision, p ->> 'type', p ->> 'from', p ->> 'to', v_at, v_recorded_at, v_inbox_id, p ->> 'actorId', p ->> 'as',
    coalesce((p ->> 'late')::boolean, false));
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
--> statement-breakpoint
-- What an act on a round brings besides its transition: texts come from the inbox row, what was judged from the event.
-- Of a list that names somebody twice the last entry holds.
create function keep_round_act(p jsonb, p_context jsonb) returns void language plpgsql as $$
declare
  v_id text := p ->> 'subjectId';
  v_revision integer := (p ->> 'revision')::integer;
  v_at timestamptz := (p ->> 'at')::timestamptz;
  act inbox;
begin
  select * into act from inbox where id = (p ->> 'inboxId')::uuid and body is not null;
  if not found then
    return;
  end if;
  case p ->> 'type'
  when 'plan.submit' then
    insert into round_plans (round_id, version, content, hash, submitted_revision)
    select v_id, 1 + count(*), act.body -> 'plan', p_context #>> '{proposal,hash}', v_revision
    from round_plans where round_id = v_id;
  when 'plan.approve' then
    update round_plans set approved_revision = v_revision
    where round_id = v_id and version = (
      select max(version) from round_plans where round_id = v_id and hash = p_context #>> '{approved,hash}');
  when 'unit.answer' then
    insert into round_units (round_id, unit_id, answered_at, takes_part, unit_plan, inbox_id)
    values (v_id, p ->> 'unit', v_at, (p ->> 'takesPart')::boolean, act.body ->> 'unitPlan', act.id)
    on conflict (round_id, unit_id) do update set answered_at = excluded.answered_at, takes_part = excluded.takes_part,
      unit_plan = excluded.unit_plan, inbox_id = excluded.inbox_id;
  when 'unit.register' then
    insert into registrations (round_id, unit_id, nominee_kind, nominee_id, name, title, registered_at, inbox_id)
    select distinct on (entry ->> 'kind', entry ->> 'id') v_id, p ->> 'unit', entry ->> 'kind', entry ->> 'id',
      entry ->> 'name', entry ->> 'title', v_at, act.id
    from jsonb_array_elements(act.body -> 'nominees') with ordinality as given(entry, place)
    order by entry ->> 'kind', entry ->> 'id', place desc
    on conflict (round_id, unit_id, nominee_kind, nominee_id) do update set name = excluded.name, title = excluded.title,
      registered_at = excluded.registered_at, inbox_id = excluded.inbox_id;
  when 'unit.signCovenant' then
    insert into covenants (round_id, inbox_id, unit_id, kind, parties, signed_on, content, recorded_at)
    values (v_id, act.id, p ->> 'unit', act.body ->> 'kind', act.body -> 'parties', act.body ->> 'signedOn',
      act.body ->> 'content', v_at);
  else
    -- Changes have no table of their own: what they did is in the snapshot.
  end case;
end $$;
--> statement-breakpoint
-- SHA-256 (hex) of a list of ids, as canonical JSON.
create function list_hash(p_ids text[]) returns text language sql immutable as $$
  select encode(sha256(convert_to(to_json(p_ids)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- How many of a round's nominations stand where (`StageCounts`), and the ids of those that are not over, sorted as bytes.
-- A nomination whose round is suspended counts by its state.
create function round_counts(p_round_id text) returns table (counts jsonb, listed text[]) language sql stable as $$
  select jsonb_build_object(
      'units', count(*) filter (where n.state in ('draft', 'returned', 'withdrawn')),
      'department', count(*) filter (where n.state in ('departmentReview', 'appraisal')),
      'council', count(*) filter (where n.state = 'councilReview'),
      'decision', count(*) filter (where n.state in ('authorityDecision', 'submittedUp')),
      'awarded', count(*) filter (where n.state = 'awarded'),
      'published', count(*) filter (where n.state = 'published'),
      'onHold', count(*) filter (where n.state = 'onHold'),
      'over', count(*) filter (where n.closed_at is not null)),
    coalesce(array_agg(n.id order by n.id collate "C") filter (where n.closed_at is null), '{}')
  from nominations n where n.round_id = p_round_id
$$;
--> statement-breakpoint
-- The nominations handed on at `p_at`. A nomination may have ended between the count and this: the list that has the hash
-- of the count is the one that was handed on.
create function handed_on(p_round_id text, p_at timestamptz, p_hash text) returns text[] language sql stable as $$
  select standing.ids from (values ('infinity'::timestamptz), (p_at)) as since(at), lateral (
    select coalesce(array_agg(n.id order by n.id collate "C"), '{}') as ids from nominations n
    where n.round_id = p_round_id and (n.closed_at is null or n.closed_at >= since.at)) standing
  order by list_hash(standing.ids) = p_hash desc, since.at desc limit 1
$$;
--> statement-breakpoint
-- Writes one applied event of a round with everything that follows from it; once per (round, revision), in order.
-- Gives {"result": "recorded" | "already" | "outOfOrder" | "conflict", "revision": current}.
create function record_round(p jsonb, p_snapshot jsonb, p_entry jsonb, p_entry_hash bytea, p_async boolean)
returns jsonb language plpgsql as $$
declare
  v_id text := p ->> 'subjectId';
  v_revision integer := (p ->> 'revision')::integer;
  v_inbox_id uuid := (p ->> 'inboxId')::uuid;
  v_at timestamptz := (p ->> 'at')::timestamptz;
  v_recorded_at timestamptz := real_now();
  v_context jsonb := p_snapshot -> 'context';
  v_approved jsonb := p_snapshot #> '{context,approved}';
  v_current integer;
begin
  if p_async then
    perform set_config('synchronous_commit', 'off', true);
  end if;

  if v_revision = 1 then
    insert into rounds (id, programme_id, programme_ref, movement_id, phase_id, state, revision, snapshot, wake_at, begun_at,
      changed_at)
    values (v_id, p ->> 'programmeId', v_context ->> 'programme', v_context ->> 'movementId', v_context ->> 'phaseId', p ->> 'to',
      1, p_snapshot, (p ->> 'wakeAt')::timestamptz, (v_context ->> 'begunAt')::timestamptz, v_at)
    on conflict (id) do nothing;
  else
    update rounds set
      programme_ref = v_context ->> 'programme', state = p ->> 'to', revision = v_revision, snapshot = p_snapshot,
      plan_hash = v_approved ->> 'hash', opens_at = (v_approved ->> 'opensAt')::timestamptz,
      closes_at = (v_approved ->> 'closesAt')::timestamptz, wake_at = (p ->> 'wakeAt')::timestamptz,
      opened_at = (v_context ->> 'openedAt')::timestamptz, changed_at = v_at,
      closed_at = case when (p ->> 'terminal')::boolean then v_at end
    where id = v_id and revision = v_revision - 1;
  end if;
  if not found then
    select revision into v_current from rounds where id = v_id;
    if v_revision > coalesce(v_current, 0) then
      return jsonb_build_object('result', 'outOfOrder', 'revision', coalesce(v_current, 0));
    end if;
    return jsonb_build_object('revision', v_current, 'result', case when exists (
      select from transitions where subject_id = v_id and revision = v_revision and type = p ->> 'type'
        and to_state = p ->> 'to' and inbox_id is not distinct from v_inbox_id) then 'already' else 'conflict' end);
  end if;

  insert into transitions (subject_id, revision, type, from_state, to_state, at, recorded_at, inbox_id, actor_id, as_role, late)
  values (v_id, v_revision, p ->> 'type', p ->> 'from', p ->> 'to', v_at, v_recorded_at, v_inbox_id, p ->> 'actorId', p ->> 'as',
    coalesce((p ->> 'late')::boolean, false));
  perform write_work_items(v_id, v_revision, v_at, p -> 'workItems');
  if v_inbox_id is not null then
    perform keep_round_act(p, v_context);
    -- On record, but `received` until `confirm_act`: see record_transition.
    update inbox set applied_revision = v_revision, answer = jsonb_build_object('state', p ->> 'to', 'revision', v_revision)
    where id = v_inbox_id;
  end if;
  if p ->> 'type' = 'stage.complete' then
    insert into round_handovers (round_id, revision, stage, nominations, counts, list_hash, at)
    values (v_id, v_revision, p ->> 'from', to_jsonb(handed_on(v_id, v_at, p ->> 'listHash')), p -> 'counts', p ->> 'listHash', v_at);
  end if;
  if p ? 'noticeData' then
    perform write_notices(p, v_at, v_recorded_at);
  end if;
  perform append_audit(p ->> 'programmeId', p ->> 'auditKind', v_id, v_revision, p ->> 'actorId', v_recorded_at, p_entry, p_entry_hash);
  return jsonb_build_object('result', 'recorded', 'revision', v_revision);
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

  -- An opening has no subject yet that a change of its round could exclude: it shares its movement, which a change takes alone.
  -- Taken before the programme's counter, so that openings of other movements do not wait along.
  if p_type = 'nomination.open' then
    perform pg_advisory_xact_lock_shared(subject_lock_key(p_programme_id || '/' || (p_body ->> 'movementId')));
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
-- Leases undelivered acts whose lease is over, only the oldest of each subject, so that order is kept. Acts of people come
-- before the shares of a change, of which there may be a thousand at once.
create or replace function claim_undelivered(p_owner text, p_limit integer, p_lease_ms integer, p_subject_id text)
returns setof inbox language sql as $$
  with due as (
    select i.id from inbox i
    where i.status = 'received' and (i.lease_until is null or i.lease_until < clock_timestamp())
      and (p_subject_id is null or i.subject_id = p_subject_id)
      and not exists (
        select from inbox elder where elder.subject_id = i.subject_id and elder.status = 'received'
          and (elder.received_at, elder.id) < (i.received_at, i.id))
    order by (i.change_id is not null), i.received_at
    limit p_limit
    for update of i skip locked
  )
  update inbox i
  set lease_owner = p_owner, lease_until = clock_timestamp() + p_lease_ms * interval '1 ms', attempts = i.attempts + 1
  from due where i.id = due.id
  returning i.*
$$;
