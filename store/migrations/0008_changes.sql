-- Hand-written. Keeps an applied change: what was foretold, and each subject's share as an act received at one instant. The
-- caller holds the locks of the movements and subjects, taken before that instant was read. The chain comes last, for its
-- head is locked until the end.
--   p_change: id, programmeId, spec, preview, hash, actorId, as, reason, holdNotices, receivedAt (real), programmeAt
--   p_shares: [{id, subjectId, type, body, bodyHash, salt, revision, entry, entryHash}], salt and entryHash in hex
create function receive_change(p_change jsonb, p_shares jsonb, p_note jsonb, p_note_hash bytea, p_note_salt bytea, p_note_payload jsonb)
returns void language plpgsql as $$
declare
  v_change_id text := p_change ->> 'id';
  v_programme_id text := p_change ->> 'programmeId';
  v_actor_id text := p_change ->> 'actorId';
  v_received_at timestamptz := (p_change ->> 'receivedAt')::timestamptz;
  v_programme_at timestamptz := (p_change ->> 'programmeAt')::timestamptz;
  v_share record;
begin
  insert into changes (id, programme_id, spec, preview, hash, actor_id, as_role, reason, hold_notices, applied_at)
  values (v_change_id, v_programme_id, p_change -> 'spec', p_change -> 'preview', p_change ->> 'hash', v_actor_id,
    p_change ->> 'as', p_change ->> 'reason', (p_change ->> 'holdNotices')::boolean, v_programme_at);
  insert into inbox (id, idempotency_key, actor_id, as_role, programme_id, subject_id, type, body, body_hash, body_salt,
    change_id, expected_revision, received_at, programme_at, status)
  select share.id, 'change:' || v_change_id || ':' || share."subjectId", v_actor_id, p_change ->> 'as', v_programme_id,
    share."subjectId", share.type, share.body, share."bodyHash", decode(share.salt, 'hex'), v_change_id, share.revision,
    v_received_at, v_programme_at, 'received'
  from jsonb_to_recordset(p_shares) as share(id uuid, "subjectId" text, type text, body jsonb, "bodyHash" text, salt text,
    revision integer);
  for v_share in
    select share."subjectId" as subject_id, share.entry, decode(share."entryHash", 'hex') as entry_hash
    from jsonb_array_elements(p_shares) with ordinality as listed(value, place),
      jsonb_to_record(listed.value) as share("subjectId" text, entry jsonb, "entryHash" text)
    order by listed.place
  loop
    perform append_audit(v_programme_id, 'received', v_share.subject_id, null, v_actor_id, v_received_at, v_share.entry,
      v_share.entry_hash);
  end loop;
  perform append_audit_now(v_programme_id, 'configuration', null, v_actor_id, p_note, p_note_hash, p_note_salt, p_note_payload);
end $$;
