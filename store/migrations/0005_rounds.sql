CREATE TABLE "digests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"recipient_person" text NOT NULL,
	"address" text NOT NULL,
	"locale" text NOT NULL,
	"message_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "digests_message_id_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" text PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"spec" jsonb NOT NULL,
	"preview" jsonb NOT NULL,
	"hash" text NOT NULL,
	"actor_id" text NOT NULL,
	"as_role" text NOT NULL,
	"reason" text NOT NULL,
	"hold_notices" boolean NOT NULL,
	"applied_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "covenants" (
	"round_id" text NOT NULL,
	"inbox_id" uuid PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"kind" text NOT NULL,
	"parties" jsonb NOT NULL,
	"signed_on" text NOT NULL,
	"content" text,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"round_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"nominee_kind" text NOT NULL,
	"nominee_id" text NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"inbox_id" uuid NOT NULL,
	CONSTRAINT "registrations_round_id_unit_id_nominee_kind_nominee_id_pk" PRIMARY KEY("round_id","unit_id","nominee_kind","nominee_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"kind" text NOT NULL,
	"due_on" text NOT NULL,
	"recipient_body" text NOT NULL,
	"figures" jsonb NOT NULL,
	"workbook" "bytea" NOT NULL,
	"page" text NOT NULL,
	"hash" text NOT NULL,
	"compiled_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_handovers" (
	"round_id" text NOT NULL,
	"revision" integer NOT NULL,
	"stage" text NOT NULL,
	"nominations" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"list_hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "round_handovers_round_id_revision_pk" PRIMARY KEY("round_id","revision")
);
--> statement-breakpoint
CREATE TABLE "round_plans" (
	"round_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"submitted_revision" integer NOT NULL,
	"approved_revision" integer,
	CONSTRAINT "round_plans_round_id_version_pk" PRIMARY KEY("round_id","version")
);
--> statement-breakpoint
CREATE TABLE "round_units" (
	"round_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"takes_part" boolean NOT NULL,
	"unit_plan" text,
	"inbox_id" uuid NOT NULL,
	CONSTRAINT "round_units_round_id_unit_id_pk" PRIMARY KEY("round_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"programme_ref" text NOT NULL,
	"movement_id" text NOT NULL,
	"phase_id" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"plan_hash" text,
	"opens_at" timestamp (3) with time zone,
	"closes_at" timestamp (3) with time zone,
	"wake_at" timestamp (3) with time zone,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"templates" jsonb NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"work_item_id" bigint NOT NULL,
	"remind_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "reminders_work_item_id_remind_at_pk" PRIMARY KEY("work_item_id","remind_at")
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_status";--> statement-breakpoint
DROP INDEX "outbox_once";--> statement-breakpoint
ALTER TABLE "inbox" ADD COLUMN "change_id" text;--> statement-breakpoint
ALTER TABLE "nominations" ADD COLUMN "round_id" text;--> statement-breakpoint
ALTER TABLE "transitions" ADD COLUMN "late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "occasion" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "channel" text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "digest_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "batch_id" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "deliver_by" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "read_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "work_items" ADD COLUMN "provisional" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "covenants_by_round" ON "covenants" USING btree ("round_id","unit_id");--> statement-breakpoint
CREATE INDEX "rounds_by_movement" ON "rounds" USING btree ("programme_id","movement_id","state");--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("remind_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "inbox_change" ON "inbox" USING btree ("change_id") WHERE change_id is not null;--> statement-breakpoint
CREATE INDEX "nominations_by_round" ON "nominations" USING btree ("round_id","state");--> statement-breakpoint
CREATE INDEX "outbox_batch" ON "outbox" USING btree ("batch_id") WHERE batch_id is not null;--> statement-breakpoint
CREATE INDEX "outbox_digest" ON "outbox" USING btree ("digest_id") WHERE digest_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("subject_id","revision","template","recipient_person","occasion","channel");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_channel" CHECK (channel in ('email', 'webhook'));--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_status" CHECK (status in ('held', 'pending', 'sent', 'failed', 'dead', 'bounced', 'dropped'));