-- Hand-written. What was recorded stays: no update, no delete, no truncate on the chain and the timeline.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete on audit_entries for each row execute function refuse_change();
--> statement-breakpoint
create trigger append_only_truncate before truncate on audit_entries for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete on transitions for each row execute function refuse_change();
--> statement-breakpoint
create trigger append_only_truncate before truncate on transitions for each statement execute function refuse_change();
--> statement-breakpoint
-- Appends one entry and gives its number. One statement: the head's row lock is taken last and lives only until the commit.
--   hash = sha256(previous hash ‖ int8 seq ‖ int8 at (epoch ms) ‖ sha256(canonical entry) ‖ kind, nomination, revision, actor)
-- The caller hashes the canonical entry; instant and header are hashed here, since the database makes the instant and the
-- nomination's id. The first entry's "previous hash" is sha256(chain), so that no chain can pass for another.
create function append_audit(
  p_chain text, p_kind text, p_nomination_id text, p_revision integer, p_actor_id text,
  p_at timestamptz, p_entry jsonb, p_entry_hash bytea
) returns bigint language plpgsql as $$
declare
  stamped bytea := int8send((extract(epoch from p_at) * 1000)::bigint) || p_entry_hash || convert_to(
    p_kind || E'\n' || coalesce(p_nomination_id, '') || E'\n' || coalesce(p_revision::text, '') || E'\n' || coalesce(p_actor_id, ''),
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
  insert into audit_entries (chain, seq, at, kind, nomination_id, revision, actor_id, entry, entry_hash, hash)
  select p_chain, head.seq, p_at, p_kind, p_nomination_id, p_revision, p_actor_id, p_entry, p_entry_hash, head.hash from head
  returning seq into new_seq;
  return new_seq;
end $$;
--> statement-breakpoint
-- Appends an entry of now, with the payload it commits to when there is one.
create function append_audit_now(
  p_chain text, p_kind text, p_nomination_id text, p_actor_id text,
  p_entry jsonb, p_entry_hash bytea, p_salt bytea, p_payload jsonb
) returns bigint language plpgsql as $$
declare
  new_seq bigint := append_audit(p_chain, p_kind, p_nomination_id, null, p_actor_id, real_now(), p_entry, p_entry_hash);
begin
  if p_payload is not null then
    insert into audit_payloads (chain, seq, salt, payload) values (p_chain, new_seq, p_salt, p_payload);
  end if;
  return new_seq;
end $$;
--> statement-breakpoint
-- The real instant, cut to the millisecond: rounding up could make a receipt of the last half millisecond late.
create function real_now() returns timestamptz language sql volatile as $$
  select date_trunc('milliseconds', clock_timestamp())
$$;
