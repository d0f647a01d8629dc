-- Hand-written. Notices go to whoever holds the queue at the instant of the event: one row per person and template, and none
-- to the person who acted, unless nobody else is there to be told. Beside them one row for each webhook that wants the template.
-- `p`: subjectId, revision, mailDomain, noticeData, recipients, nomineeTemplates; optional: actorId, changeId (the notices are
-- a batch, and held when the change says so), occasion, deliverBy {template: instant} (for the nominating unit's own people).
create or replace function write_notices(p jsonb, p_at timestamptz, p_recorded_at timestamptz) returns void language plpgsql as $$
declare
  v_held boolean := exists (select from changes c where c.id = p ->> 'changeId' and c.hold_notices);
begin
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
      case when v_held then 'held' when address is null then 'dead' else 'pending' end,
      case when address is null and not v_held then 'NO_ADDRESS' end,
      p_recorded_at, p_recorded_at, p ->> 'changeId', deliver_by
    from written
    on conflict (subject_id, revision, template, recipient_person, occasion, channel) do nothing
    returning id, status
  )
  -- Nobody will ever try: the log says so from the start.
  insert into deliveries (outbox_id, attempt, at, ok, error)
  select id, 0, p_recorded_at, false, 'HOPELESS: NO_ADDRESS' from kept where status = 'dead';
end $$;
--> statement-breakpoint
-- Reminds the owners of open matters whose reminder is due by the programme clock: notices and mark in one transaction, so
-- that each is written once whoever else runs this. Of several steps due at once only the latest is told; those of a matter
-- that has closed go. Locks the matter first, as `write_work_items` does. Gives how many matters were reminded of.
create function send_due_reminders(
  p_clock_origin_ms float8, p_clock_start_ms float8, p_clock_speed float8, p_limit integer, p_mail_domain text
) returns integer language plpgsql as $$
declare
  v_real timestamptz := real_now();
  v_now timestamptz := to_timestamp((p_clock_origin_ms
    + floor((extract(epoch from v_real)::float8 * 1000 - p_clock_start_ms) * p_clock_speed)) / 1000);
  v_iso constant text := 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';
  v_item work_items;
  v_occasion timestamptz;
  v_subject record;
  v_reminded integer := 0;
begin
  for v_item in
    select w.* from work_items w
    where w.id in (
      select r.work_item_id from reminders r where r.sent_at is null and r.remind_at <= v_now order by r.remind_at limit p_limit)
    order by w.id for update of w skip locked
  loop
    if v_item.closed_at is not null then
      delete from reminders where work_item_id = v_item.id and sent_at is null;
      continue;
    end if;
    with marked as (
      update reminders set sent_at = v_real
      where work_item_id = v_item.id and sent_at is null and remind_at <= v_now returning remind_at)
    select max(remind_at) into v_occasion from marked;
    continue when v_occasion is null;

    select state, revision, movement_id, jsonb_build_object('kind', nominee_kind, 'id', nominee_id) as nominee into v_subject
    from nominations where id = v_item.subject_id;
    if not found then
      select state, revision, movement_id, null::jsonb as nominee into v_subject from rounds where id = v_item.subject_id;
      continue when not found;
    end if;
    perform write_notices(jsonb_build_object(
      'subjectId', v_item.subject_id,
      'revision', v_subject.revision,
      'occasion', to_char(v_occasion at time zone 'UTC', v_iso),
      'mailDomain', p_mail_domain,
      'recipients', jsonb_build_array(jsonb_build_object('template', 'deadline.remind',
        'role', split_part(v_item.queue, '@', 1), 'body', split_part(v_item.queue, '@', 2))),
      'nomineeTemplates', '[]'::jsonb,
      'noticeData', jsonb_strip_nulls(jsonb_build_object('nominee', v_subject.nominee)) || jsonb_build_object(
        'type', 'deadline.remind', 'from', v_subject.state, 'to', v_subject.state,
        'at', to_char(v_now at time zone 'UTC', v_iso), 'movementId', v_subject.movement_id, 'inboxId', null,
        'deadline', jsonb_build_object('name', split_part(v_item.key, ':', 1),
          'dueAt', to_char(v_item.due_at at time zone 'UTC', v_iso), 'level', v_item.level),
        'matter', jsonb_build_object('key', v_item.key, 'queue', v_item.queue, 'provisional', v_item.provisional))),
      v_now, v_real);
    v_reminded := v_reminded + 1;
  end loop;
  return v_reminded;
end $$;
--> statement-breakpoint
-- Takes up to `p_limit` mails that are due, for `p_lease_ms`, each with its notices: a notice alone, or a digest with all of its
-- own. Whoever is owed `p_digest_from` notices or more gets one mail for those never tried and of a template that may wait;
-- which digest carries a notice is settled here, once and for all. Notices of a batch gather for `p_gather_ms` first.
-- Callers take turns: two that look at one person's notices at once would make two digests.
create function claim_mails(
  p_limit integer, p_lease_ms float8, p_digest_from integer, p_gather_ms float8, p_digestible jsonb, p_mail_domain text
) returns setof outbox language plpgsql as $$
declare
  v_now timestamptz;
  v_mail record;
  v_digest uuid;
begin
  perform pg_advisory_xact_lock(7418202);
  v_now := real_now();
  for v_mail in
    with due as (
      select id, digest_id, recipient_person, address, locale, next_attempt_at, created_at,
        digest_id is null and attempts = 0 and address is not null and p_digestible ? template as may_join
      from outbox
      where channel = 'email' and status in ('pending', 'failed') and next_attempt_at <= v_now
        and (batch_id is null or attempts > 0 or not p_digestible ? template
          or next_attempt_at <= v_now - p_gather_ms * interval '1 millisecond')
      order by next_attempt_at, created_at limit 10000
    ),
    counted as (
      select *, may_join and count(*) filter (where may_join) over (partition by recipient_person, address, locale)
        >= p_digest_from as joins
      from due
    )
    select digest_id as digest, joins, case when joins then recipient_person end as person,
      case when joins then address end as to_address, case when joins then locale end as in_locale,
      array_agg(id) as ids
    from counted
    group by digest_id, joins, case when digest_id is null and not joins then id end,
      case when joins then recipient_person end, case when joins then address end, case when joins then locale end
    order by min(next_attempt_at), min(created_at)
    limit p_limit
  loop
    v_digest := v_mail.digest;
    if v_mail.joins then
      v_digest := gen_random_uuid();
      insert into digests (id, recipient_person, address, locale, message_id, created_at)
      values (v_digest, v_mail.person, v_mail.to_address, v_mail.in_locale, '<' || v_digest || '@' || p_mail_domain || '>', v_now);
    end if;
    return query
      update outbox set attempts = attempts + 1, digest_id = v_digest,
        next_attempt_at = v_now + p_lease_ms * interval '1 millisecond'
      where status in ('pending', 'failed')
        and ((id = any(v_mail.ids) and next_attempt_at <= v_now) or digest_id = v_mail.digest)
      returning *;
  end loop;
end $$;
--> statement-breakpoint
-- Takes up to `p_limit` posts to webhooks that are due; with `p_only` those of this webhook, else those of all but `p_away`.
create function claim_posts(p_limit integer, p_lease_ms float8, p_only text, p_away jsonb)
returns setof outbox language sql as $$
  update outbox set attempts = attempts + 1, next_attempt_at = real_now() + p_lease_ms * interval '1 millisecond'
  where id in (
    select id from outbox
    where channel = 'webhook' and status in ('pending', 'failed') and next_attempt_at <= real_now()
      and (p_only is null or recipient_person = p_only) and (p_only is not null or not p_away ? recipient_person)
    order by next_attempt_at, created_at limit p_limit for update skip locked)
  returning *
$$;
