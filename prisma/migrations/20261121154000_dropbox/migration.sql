-- Saving files to a customer's own Dropbox (lib/dropbox, lib/downloads/*dropbox*).
CREATE TYPE "dropbox_save_status" AS ENUM ('queued', 'saving', 'saved', 'failed');

-- One Dropbox a customer. The refresh token lies here sealed; access tokens are never stored.
CREATE TABLE "dropbox_connection" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "customer_id" UUID NOT NULL,
    "app_key" TEXT NOT NULL,
    "sealed_token" BYTEA NOT NULL,
    "connected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dropbox_connection_pkey" PRIMARY KEY ("id")
);

-- A question for consent on its way. It belongs to one signed-in browser and dies with its session.
CREATE TABLE "dropbox_consent" (
    "session_id" UUID NOT NULL,
    "state_digest" BYTEA NOT NULL,
    "app_key" TEXT NOT NULL,
    "sealed_verifier" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dropbox_consent_pkey" PRIMARY KEY ("session_id")
);

CREATE TABLE "dropbox_save" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "customer_id" UUID NOT NULL,
    "api_resource_id" UUID NOT NULL,
    "artifact_id" UUID NOT NULL,
    "status" "dropbox_save_status" NOT NULL DEFAULT 'queued',
    "open_key" TEXT,
    "asked_path" TEXT NOT NULL,
    "saved_path" TEXT,
    "dropbox_job_id" TEXT,
    "failure" TEXT,
    "failure_detail" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "dropbox_save_pkey" PRIMARY KEY ("id"),
    -- A state and what belongs to it stand together: a reader of one need not doubt the other.
    CONSTRAINT "dropbox_save_open_check" CHECK (("open_key" IS NOT NULL) = ("status" IN ('queued', 'saving'))),
    CONSTRAINT "dropbox_save_ended_check" CHECK (("ended_at" IS NOT NULL) = ("status" IN ('saved', 'failed'))),
    CONSTRAINT "dropbox_save_saved_check" CHECK (("saved_path" IS NOT NULL) = ("status" = 'saved')),
    CONSTRAINT "dropbox_save_failed_check" CHECK (("failure" IS NOT NULL) = ("status" = 'failed')),
    CONSTRAINT "dropbox_save_job_check" CHECK ("status" <> 'saving' OR ("dropbox_job_id" IS NOT NULL AND "started_at" IS NOT NULL))
);

CREATE UNIQUE INDEX "dropbox_connection_customer_id_key" ON "dropbox_connection"("customer_id");
CREATE UNIQUE INDEX "dropbox_save_open_key_key" ON "dropbox_save"("open_key");
CREATE INDEX "dropbox_save_customer_id_queued_at_idx" ON "dropbox_save"("customer_id", "queued_at");
CREATE INDEX "dropbox_save_api_resource_id_idx" ON "dropbox_save"("api_resource_id");
CREATE INDEX "dropbox_save_artifact_id_idx" ON "dropbox_save"("artifact_id");

ALTER TABLE "dropbox_connection" ADD CONSTRAINT "dropbox_connection_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "dropbox_consent" ADD CONSTRAINT "dropbox_consent_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "dropbox_save" ADD CONSTRAINT "dropbox_save_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "dropbox_save" ADD CONSTRAINT "dropbox_save_api_resource_id_fkey" FOREIGN KEY ("api_resource_id") REFERENCES "api_resource"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "dropbox_save" ADD CONSTRAINT "dropbox_save_artifact_id_fkey" FOREIGN KEY ("artifact_id") REFERENCES "artifact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
