ALTER TABLE "changes" ADD COLUMN "settled_as" text;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_settled_as" CHECK (settled_as in ('released', 'dropped'));--> statement-breakpoint
-- Hand-written from here on.
-- The key under which writing a held batch's notices (shared) and settling it (alone) exclude each other: whoever writes
-- after the settlement finds what was decided, and the settlement finds all that was written before.
create function batch_lock_key(p_change_id text) returns bigint language sql immutable as $$
  select hashtextextended('notices of change ' || p_change_id, 0)
$$;
--> statement-breakpoint
-- Notices go to whoever holds the queue at the instant of the event: one row per person and template, and none
-- to the person who acted, unless nobody else is there to be told. Beside them one row for each webhook that wants the template.
-- `p`: subjectId, revision, mailDomain, noticeData, recipients, nomineeTemplates; optional: actorId, changeId (the notices are
-- a batch, which a change may have held: until it is settled, and then those of its later shares go the same way), occasion,
-- deliverBy {template: instant} (for the nominating unit's own people).
create or replace function write_notices(p jsonb, p_at timestamptz, p_recorded_at timestamptz) returns void language plpgsql as $$
declare
  -- Null: not kept back, as when the batch has been released.
  v_kept_back text;
begin
  if exists (select from changes c where c.id = p ->> 'changeId' and c.hold_notices) then
    perform pg_advisory_xact_lock_shared(batch_lock_key(p ->> 'changeId'));
    select case c.settled_as when 'released' then null when 'dropped' then 'dropped' else 'held' end into v_kept_back
    from changes c where c.id = p ->> 'changeId';
  end if;
  with found as (
    select asked.template, asked.role in ('unitClerk', 'unitHead') as of_unit, person.id, person.name, person.email, person.locale
    from jsonb_to_recordset(p -> 'recipients') as asked(template text, role text, body text)
    join role_assignments held on held.role = asked.role and held.body_id = asked.body
      and held.valid_from <= p_at and (held.valid_to is null or held.valid_to > p_at)
    join people person on person.id = held.person_id
    union
    select template.value, false, nominee.id, nominee.name, nominee.email, nominee.locale
    from jsonb_array_elements_text(p -> 'nomineeTemplates') as template
    join nominees nominee on nominee.kind = p #>> '{noticeData,nominee,kind}' and nominee.id = p #>> '{noticeData,nominee,id}'
    where nominee.email is not null
  ),
  chosen as (
    select distinct on (template, id) found.*,
      bool_or(id is distinct from p ->> 'actorId') over (partition by template) as others
    from found
    order by template, id, of_unit desc, email
  ),
  asked_templates as (
    select template from jsonb_to_recordset(p -> 'recipients') as asked(template text)
    union
    select value from jsonb_array_elements_text(p -> 'nomineeTemplates')
  ),
  written as (
    select gen_random_uuid() as outbox_id, 'email' as channel, template, id, name, email as address, locale,
      case when of_unit then (p #>> array['deliverBy', template])::timestamptz end as deliver_by
    from chosen where id is distinct from p ->> 'actorId' or not others
    union all
    select gen_random_uuid(), 'webhook', asked_templates.template, hook.id, null, hook.url, 'vi', null
    from asked_templates
    join webhooks hook on hook.active and (hook.templates = '[]' or hook.templates ? asked_templates.template)
  ),
  kept as (
    insert into outbox (id, subject_id, revision, template, occasion, channel, recipient_person, recipient_name, address, locale,
      data, message_id, status, last_error, next_attempt_at, created_at, batch_id, deliver_by)
    select outbox_id, p ->> 'subjectId', (p ->> 'revision')::integer, template, coalesce(p ->> 'occasion', ''), channel, id, name,
      address, locale, p -> 'noticeData', '<' || outbox_id || '@' || (p ->> 'mailDomain') || '>',
      coalesce(v_kept_back, case when address is null then 'dead' else 'pending' end),
      case when v_kept_back = 'dropped' then 'DROPPED' when v_kept_back is null and address is null then 'NO_ADDRESS' end,
      p_recorded_at, p_recorded_at, p ->> 'changeId', deliver_by
    from written
    on conflict (subject_id, revision, template, recipient_person, occasion, channel) do nothing
    returning id, status
  )
  -- Nobody will ever try: the log says so from the start.
  insert into deliveries (outbox_id, attempt, at, ok, error)
  select id, 0, p_recorded_at, false, case status when 'dropped' then 'DROPPED' else 'HOPELESS: NO_ADDRESS' end
  from kept where status in ('dead', 'dropped');
end $$;
--> statement-breakpoint
-- Leases undelivered acts whose lease is over, only the oldest of each subject, so that order is kept. Acts of people come
-- before the shares of a change, of which there may be a thousand at once; they are of one instant, and their ids have the
-- change's order: a round's before those of its nominations.
create or replace function claim_undelivered(p_owner text, p_limit integer, p_lease_ms integer, p_subject_id text)
returns setof inbox language sql as $$
  with due as (
    select i.id from inbox i
    where i.status = 'received' and (i.lease_until is null or i.lease_until < clock_timestamp())
      and (p_subject_id is null or i.subject_id = p_subject_id)
      and not exists (
        select from inbox elder where elder.subject_id = i.subject_id and elder.status = 'received'
          and (elder.received_at, elder.id) < (i.received_at, i.id))
    order by (i.change_id is not null), i.received_at, i.id
    limit p_limit
    for update of i skip locked
  )
  update inbox i
  set lease_owner = p_owner, lease_until = clock_timestamp() + p_lease_ms * interval '1 ms', attempts = i.attempts + 1
  from due where i.id = due.id
  returning i.*
$$;
