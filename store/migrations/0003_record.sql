-- Hand-written. Notices go to whoever holds the queue at the instant of the event: one row per person and template, and
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
  insert into outbox (id, nomination_id, revision, template, recipient_person, recipient_name, address, locale, data,
    message_id, status, last_error, next_attempt_at, created_at)
  select outbox_id, p ->> 'nominationId', (p ->> 'revision')::integer, template, id, name, email, locale, p -> 'noticeData',
    '<' || outbox_id || '@' || (p ->> 'mailDomain') || '>',
    case when email is null then 'dead' else 'pending' end, case when email is null then 'NO_ADDRESS' end,
    p_recorded_at, p_recorded_at
  from chosen where id is distinct from p ->> 'actorId' or not others
  on conflict (nomination_id, revision, template, recipient_person) do nothing;
end $$;
--> statement-breakpoint
-- Brings the open work items to the given ones: those no longer wanted are closed, the same matter keeps its row.
create function write_work_items(p_nomination_id text, p_revision integer, p_at timestamptz, p_items jsonb)
returns void language plpgsql as $$
begin
  update work_items w set closed_at = p_at, closed_revision = p_revision
  where w.nomination_id = p_nomination_id and w.closed_at is null
    and not exists (select from jsonb_array_elements(p_items) item where item ->> 'key' = w.key);
  insert into work_items as w (nomination_id, key, queue, opened_at, due_at, next_escalation_at, level, escalated_to, opened_revision)
  select p_nomination_id, item.key, item.queue, p_at, item."dueAt", item."nextEscalationAt", item.level, item."escalatedTo", p_revision
  from jsonb_to_recordset(p_items) as item(key text, queue text, "dueAt" timestamptz, "nextEscalationAt" timestamptz,
    level integer, "escalatedTo" text)
  on conflict (nomination_id, key) where closed_at is null do update
    set queue = excluded.queue, due_at = excluded.due_at, next_escalation_at = excluded.next_escalation_at,
      level = excluded.level, escalated_to = excluded.escalated_to
    where (w.queue, w.due_at, w.next_escalation_at, w.level, w.escalated_to) is distinct from
      (excluded.queue, excluded.due_at, excluded.next_escalation_at, excluded.level, excluded.escalated_to);
end $$;
--> statement-breakpoint
-- The form handed in with an act becomes a dossier version; the opening act also introduces its nominee.
create function keep_dossier(p_inbox_id uuid, p_nomination_id text, p_revision integer, p_hash text)
returns void language plpgsql as $$
begin
  insert into nominees (kind, id, name, locale)
  select i.body #>> '{nominee,kind}', i.body #>> '{nominee,id}', i.body #>> '{dossier,nomineeName}', 'vi'
  from inbox i where i.id = p_inbox_id and i.type = 'nomination.open' and i.body #>> '{dossier,nomineeName}' is not null
  on conflict (kind, id) do nothing;
  insert into dossiers (nomination_id, version, content, hash, revision)
  select p_nomination_id, 1 + (select count(*) from dossiers d where d.nomination_id = p_nomination_id), i.body -> 'dossier', p_hash, p_revision
  from inbox i where i.id = p_inbox_id and i.body ? 'dossier';
end $$;
--> statement-breakpoint
-- Writes one applied event with everything that follows from it; once per (nomination, revision), in order.
-- Gives {"result": "recorded" | "already" | "outOfOrder" | "conflict", "revision": current}.
create function record_transition(p jsonb, p_snapshot jsonb, p_entry jsonb, p_entry_hash bytea, p_async boolean)
returns jsonb language plpgsql as $$
declare
  v_id text := p ->> 'nominationId';
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
      select from transitions where nomination_id = v_id and revision = v_revision and type = p ->> 'type'
        and to_state = p ->> 'to' and inbox_id is not distinct from v_inbox_id) then 'already' else 'conflict' end);
  end if;

  insert into transitions (nomination_id, revision, type, from_state, to_state, at, recorded_at, inbox_id, actor_id, as_role)
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
