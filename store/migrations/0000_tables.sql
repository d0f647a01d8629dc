CREATE TABLE "audit_entries" (
	"chain" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"nomination_id" text,
	"revision" integer,
	"actor_id" text,
	"entry" jsonb NOT NULL,
	"entry_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_entries_chain_seq_pk" PRIMARY KEY("chain","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"chain" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_payloads" (
	"chain" text NOT NULL,
	"seq" bigint NOT NULL,
	"salt" "bytea" NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "audit_payloads_chain_seq_pk" PRIMARY KEY("chain","seq")
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short" text,
	"kind" text,
	"under" text
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "nominees" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"unit_id" text,
	"direct_worker" boolean DEFAULT false NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	CONSTRAINT "nominees_kind_id_pk" PRIMARY KEY("kind","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"email" text,
	"locale" text NOT NULL,
	"home_body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programme_counters" (
	"programme_id" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programme_versions" (
	"ref" text PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"version" text NOT NULL,
	"hash" text NOT NULL,
	"definition" jsonb NOT NULL,
	"stored_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_assignments" (
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"body_id" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	CONSTRAINT "role_assignments_person_id_role_body_id_valid_from_pk" PRIMARY KEY("person_id","role","body_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"idempotency_key" text NOT NULL,
	"actor_id" text NOT NULL,
	"as_role" text NOT NULL,
	"programme_id" text NOT NULL,
	"nomination_id" text NOT NULL,
	"type" text NOT NULL,
	"body" jsonb,
	"body_hash" text,
	"body_salt" "bytea",
	"expected_revision" integer,
	"received_at" timestamp (3) with time zone NOT NULL,
	"programme_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"answer" jsonb,
	"applied_revision" integer,
	"lease_owner" text,
	"lease_until" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	CONSTRAINT "inbox_status" CHECK (status in ('received', 'applied', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"nomination_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb,
	"hash" text NOT NULL,
	"revision" integer NOT NULL,
	CONSTRAINT "dossiers_nomination_id_version_pk" PRIMARY KEY("nomination_id","version")
);
--> statement-breakpoint
CREATE TABLE "nominations" (
	"id" text PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"programme_ref" text NOT NULL,
	"movement_id" text NOT NULL,
	"road" text NOT NULL,
	"unit_id" text NOT NULL,
	"nominee_kind" text NOT NULL,
	"nominee_id" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"tier" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"deadline_name" text,
	"deadline_due_at" timestamp (3) with time zone,
	"deadline_wake_at" timestamp (3) with time zone,
	"deadline_level" integer,
	"decision_number" text,
	"decision_date" text,
	"decision_body" text,
	"refusal_ground" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "transitions" (
	"nomination_id" text NOT NULL,
	"revision" integer NOT NULL,
	"type" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"inbox_id" uuid,
	"actor_id" text,
	"as_role" text,
	CONSTRAINT "transitions_nomination_id_revision_pk" PRIMARY KEY("nomination_id","revision")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"outbox_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"ok" boolean NOT NULL,
	"response" text,
	"error" text,
	CONSTRAINT "deliveries_outbox_id_attempt_pk" PRIMARY KEY("outbox_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"nomination_id" text NOT NULL,
	"revision" integer NOT NULL,
	"template" text NOT NULL,
	"recipient_person" text NOT NULL,
	"recipient_name" text,
	"address" text,
	"locale" text NOT NULL,
	"data" jsonb NOT NULL,
	"message_id" text NOT NULL,
	"status" text NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outbox_status" CHECK (status in ('pending', 'sent', 'failed', 'dead'))
);
--> statement-breakpoint
CREATE TABLE "work_items" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "work_items_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"nomination_id" text NOT NULL,
	"key" text NOT NULL,
	"queue" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"next_escalation_at" timestamp (3) with time zone NOT NULL,
	"level" integer NOT NULL,
	"escalated_to" text,
	"closed_at" timestamp (3) with time zone,
	"opened_revision" integer NOT NULL,
	"closed_revision" integer
);
--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_home_body_bodies_id_fk" FOREIGN KEY ("home_body") REFERENCES "public"."bodies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_nomination" ON "audit_entries" USING btree ("nomination_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "programme_versions_id_version" ON "programme_versions" USING btree ("id","version");--> statement-breakpoint
CREATE INDEX "role_assignments_queue" ON "role_assignments" USING btree ("role","body_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_idempotency" ON "inbox" USING btree ("actor_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "inbox_undelivered" ON "inbox" USING btree ("nomination_id","received_at","id") WHERE status = 'received';--> statement-breakpoint
CREATE INDEX "inbox_nomination" ON "inbox" USING btree ("nomination_id");--> statement-breakpoint
CREATE INDEX "nominations_by_movement" ON "nominations" USING btree ("programme_id","movement_id","state","changed_at","id");--> statement-breakpoint
CREATE INDEX "nominations_by_change" ON "nominations" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "nominations_by_unit" ON "nominations" USING btree ("unit_id","changed_at");--> statement-breakpoint
CREATE INDEX "nominations_by_nominee" ON "nominations" USING btree ("nominee_kind","nominee_id");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("nomination_id","revision","template","recipient_person");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_message_id" ON "outbox" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("next_attempt_at") WHERE status in ('pending', 'failed');--> statement-breakpoint
CREATE INDEX "outbox_person" ON "outbox" USING btree ("recipient_person","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "work_items_open" ON "work_items" USING btree ("nomination_id","key") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "work_items_queue" ON "work_items" USING btree ("queue","due_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "work_items_escalated" ON "work_items" USING btree ("escalated_to","due_at") WHERE closed_at is null and escalated_to is not null;