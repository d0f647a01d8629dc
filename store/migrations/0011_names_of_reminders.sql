-- Hand-written. Gives the name of the deadline that an open matter waits for, by the machine's context as it stands; the matter's
-- own key names a state. Of a nomination one deadline runs at a time; of a round one, and beside it that of the units' answers.
create function deadline_of_matter(p_context jsonb, p_key text) returns text language sql immutable as $$
  select coalesce(p_context #>> '{deadline,name}', (
    select running ->> 'name' from jsonb_array_elements(p_context -> 'deadlines') as running
    where (running ->> 'name' = 'answer') = (p_key like 'answer:%') limit 1))
$$;
--> statement-breakpoint
-- Reminds the owners of open matters whose reminder is due by the programme clock: notices and mark in one transaction, so
-- that each is written once whoever else runs this. Of several steps due at once only the latest is told; those of a matter
-- that has closed go. Locks the matter first, as `write_work_items` does. Gives how many matters were reminded of.
create or replace function send_due_reminders(
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

    select state, revision, movement_id, snapshot -> 'context' as context,
      jsonb_build_object('kind', nominee_kind, 'id', nominee_id) as nominee into v_subject
    from nominations where id = v_item.subject_id;
    if not found then
      select state, revision, movement_id, snapshot -> 'context' as context, null::jsonb as nominee into v_subject
      from rounds where id = v_item.subject_id;
      continue when not found;
    end if;
    perform write_notices(jsonb_build_object(
      'subjectId', v_item.subject_id,
      'revision', v_subject.revision,
      -- One person may hold the queues of two matters of one subject.
      'occasion', to_char(v_occasion at time zone 'UTC', v_iso) || ' ' || v_item.key,
      'mailDomain', p_mail_domain,
      'recipients', jsonb_build_array(jsonb_build_object('template', 'deadline.remind',
        'role', split_part(v_item.queue, '@', 1), 'body', split_part(v_item.queue, '@', 2))),
      'nomineeTemplates', '[]'::jsonb,
      'noticeData', jsonb_strip_nulls(jsonb_build_object('nominee', v_subject.nominee)) || jsonb_build_object(
        'type', 'deadline.remind', 'from', v_subject.state, 'to', v_subject.state,
        'at', to_char(v_now at time zone 'UTC', v_iso), 'movementId', v_subject.movement_id, 'inboxId', null,
        'deadline', jsonb_build_object('name', deadline_of_matter(v_subject.context, v_item.key),
          'dueAt', to_char(v_item.due_at at time zone 'UTC', v_iso), 'level', v_item.level),
        'matter', jsonb_build_object('key', v_item.key, 'queue', v_item.queue, 'provisional', v_item.provisional))),
      v_now, v_real);
    v_reminded := v_reminded + 1;
  end loop;
  return v_reminded;
end $$;
