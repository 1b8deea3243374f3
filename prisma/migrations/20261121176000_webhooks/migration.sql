-- Outgoing webhooks (lib/webhooks).
CREATE TYPE "webhook_delivery_state" AS ENUM ('waiting', 'delivered', 'failed');

CREATE TABLE "webhook_endpoint" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "url" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "event_types" TEXT[],
    "sealed_secret" BYTEA NOT NULL,
    "secret_made_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed_old_secret" BYTEA,
    "old_secret_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_endpoint_old_secret_check" CHECK (("sealed_old_secret" IS NULL) = ("old_secret_until" IS NULL)),
    CONSTRAINT "webhook_endpoint_disabled_check" CHECK (("disabled_at" IS NULL) = ("disabled_reason" IS NULL)),
    CONSTRAINT "webhook_endpoint_reason_check" CHECK ("disabled_reason" IN ('admin', 'gone', 'failing'))
);

CREATE TABLE "webhook_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "type" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_message_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "endpoint_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "state" "webhook_delivery_state" NOT NULL DEFAULT 'waiting',
    "round" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_status" INTEGER,
    "last_failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_delivery_ended_check" CHECK (("ended_at" IS NULL) = ("state" = 'waiting')),
    CONSTRAINT "webhook_delivery_failed_check" CHECK ("state" <> 'failed' OR "last_failure" IS NOT NULL)
);

CREATE TABLE "webhook_attempt" (
    "id" BIGSERIAL NOT NULL,
    "delivery_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "status" INTEGER,
    "failure" TEXT,
    "detail" TEXT,
    "response" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_relay" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "audit_id" BIGINT NOT NULL,
    "call_id" BIGINT NOT NULL,
    "expired_until" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_relay_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "webhook_relay_one_row_check" CHECK ("id" = 1)
);

CREATE INDEX "webhook_endpoint_created_at_id_idx" ON "webhook_endpoint"("created_at", "id");
CREATE UNIQUE INDEX "webhook_message_source_key" ON "webhook_message"("source");
CREATE INDEX "webhook_message_created_at_id_idx" ON "webhook_message"("created_at", "id");
CREATE UNIQUE INDEX "webhook_delivery_endpoint_id_message_id_key" ON "webhook_delivery"("endpoint_id", "message_id");
CREATE INDEX "webhook_delivery_message_id_idx" ON "webhook_delivery"("message_id");
CREATE INDEX "webhook_delivery_created_at_id_idx" ON "webhook_delivery"("created_at", "id");
CREATE INDEX "webhook_delivery_endpoint_id_created_at_id_idx" ON "webhook_delivery"("endpoint_id", "created_at", "id");
CREATE INDEX "webhook_attempt_delivery_id_id_idx" ON "webhook_attempt"("delivery_id", "id");
-- Few deliveries are not settled, and lists ask for just these.
CREATE INDEX "webhook_delivery_unsettled_idx" ON "webhook_delivery"("state", "created_at", "id") WHERE "state" <> 'delivered';
-- Licences whose payment grace ends: few have one.
CREATE INDEX "api_resource_grace_until_idx" ON "api_resource"("grace_until") WHERE "grace_until" IS NOT NULL;

ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "webhook_message"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A store that has been running begins here: its past is not told again.
INSERT INTO "webhook_relay" ("id", "audit_id", "call_id")
SELECT 1, (SELECT coalesce(max(id), 0) FROM "audit_entry"), (SELECT coalesce(max(id), 0) FROM "request_log_entry");
