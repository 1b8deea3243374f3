-- Developer keys for the management API: plans of accounts, keys, the secrets that open them, and what is counted of their
-- calls. Counts and calls outlive a removed key, so they name it without a foreign key.
CREATE TYPE "access_key_kind" AS ENUM ('standard', 'secret', 'pair');
CREATE TYPE "access_key_state" AS ENUM ('active', 'disabled', 'revoked');
CREATE TYPE "access_mode" AS ENUM ('full', 'restricted');
CREATE TYPE "rate_window" AS ENUM ('second', 'minute', 'hour', 'day');

CREATE TABLE "access_plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "max_keys" INTEGER,
    "max_pairs" INTEGER NOT NULL DEFAULT 1,
    "allows_pairs" BOOLEAN NOT NULL DEFAULT true,
    "monthly_calls" INTEGER,
    "calls_per_minute" INTEGER NOT NULL DEFAULT 300,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_plan_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "access_plan_name" CHECK (char_length(name) BETWEEN 1 AND 60),
    CONSTRAINT "access_plan_ranges" CHECK (max_keys >= 0 AND max_pairs >= 0 AND monthly_calls >= 0 AND calls_per_minute >= 1)
);
CREATE UNIQUE INDEX "access_plan_name_key" ON "access_plan"("name");
-- At most one default; an index of Prisma cannot say so.
CREATE UNIQUE INDEX "access_plan_one_default" ON "access_plan" ((true)) WHERE is_default;

INSERT INTO "access_plan" (name, max_keys, monthly_calls, is_default, created_at)
VALUES ('Free', 2, 10000, true, '2026-11-21T00:00:00Z'),
       ('Unlimited', NULL, NULL, false, '2026-11-21T00:00:00Z');

ALTER TABLE "customer" ADD COLUMN "access_plan_id" UUID;
ALTER TABLE "customer" ADD CONSTRAINT "customer_access_plan_id_fkey"
  FOREIGN KEY ("access_plan_id") REFERENCES "access_plan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "access_key" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sid" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" "access_key_kind" NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "note" TEXT,
    "description" TEXT,
    "prefix" TEXT NOT NULL,
    "state" "access_key_state" NOT NULL DEFAULT 'active',
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "state_changed_at" TIMESTAMPTZ(3),
    "access" "access_mode" NOT NULL DEFAULT 'full',
    "operations" TEXT[],
    "addresses" TEXT[],
    "headers_only" BOOLEAN NOT NULL DEFAULT false,
    "rate_calls" INTEGER,
    "rate_window" "rate_window",
    "monthly_cap" INTEGER,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "secret_made_at" TIMESTAMPTZ(3) NOT NULL,
    "rotate_days" INTEGER,
    "last_used_at" TIMESTAMPTZ(3),
    "last_used_from" TEXT,
    "seen_in_url_at" TIMESTAMPTZ(3),
    "sent_in_clear_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_key_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "access_key_sid" CHECK (sid ~ '^key_[0-9A-Za-z]{20,}$'),
    CONSTRAINT "access_key_texts" CHECK (
      char_length(name) BETWEEN 1 AND 64
      AND char_length(note) BETWEEN 1 AND 200
      AND char_length(description) BETWEEN 1 AND 500),
    CONSTRAINT "access_key_created_by" CHECK (created_by IN ('you', 'system', 'administrator')),
    CONSTRAINT "access_key_default_is_standard" CHECK (NOT is_default OR kind = 'standard'),
    CONSTRAINT "access_key_pair_expires" CHECK (kind <> 'pair' OR expires_at IS NOT NULL),
    CONSTRAINT "access_key_rate" CHECK ((rate_calls IS NULL) = (rate_window IS NULL) AND rate_calls >= 1 AND monthly_cap >= 0),
    CONSTRAINT "access_key_rotation" CHECK (rotate_days IS NULL OR (kind = 'standard' AND rotate_days >= 1)),
    CONSTRAINT "access_key_generation" CHECK (generation >= 1)
);
CREATE UNIQUE INDEX "access_key_sid_key" ON "access_key"("sid");
CREATE INDEX "access_key_customer_id_created_at_idx" ON "access_key"("customer_id", "created_at");
CREATE INDEX "access_key_created_at_id_idx" ON "access_key"("created_at", "id");
-- Never two defaults of one owner; a revoked one is history.
CREATE UNIQUE INDEX "access_key_one_default" ON "access_key" ("customer_id") WHERE is_default AND state <> 'revoked';
ALTER TABLE "access_key" ADD CONSTRAINT "access_key_customer_id_fkey"
  FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "access_secret" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "access_key_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "pepper_version" INTEGER NOT NULL,
    "sealed" BYTEA,
    "generation" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_secret_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "access_secret_digest" CHECK (octet_length(digest) = 32)
);
CREATE UNIQUE INDEX "access_secret_digest_key" ON "access_secret"("digest");
CREATE INDEX "access_secret_access_key_id_idx" ON "access_secret"("access_key_id");
-- Exactly one present value a key.
CREATE UNIQUE INDEX "access_secret_one_present" ON "access_secret" ("access_key_id") WHERE ends_at IS NULL;
ALTER TABLE "access_secret" ADD CONSTRAINT "access_secret_access_key_id_fkey"
  FOREIGN KEY ("access_key_id") REFERENCES "access_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "access_token" (
    "digest" BYTEA NOT NULL,
    "access_key_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("digest"),
    CONSTRAINT "access_token_digest" CHECK (octet_length(digest) = 32)
);
CREATE INDEX "access_token_access_key_id_idx" ON "access_token"("access_key_id");
CREATE INDEX "access_token_expires_at_idx" ON "access_token"("expires_at");
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_access_key_id_fkey"
  FOREIGN KEY ("access_key_id") REFERENCES "access_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "dead_access_secret" (
    "digest" BYTEA NOT NULL,
    "sid" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "died_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "seen_from" TEXT,
    "seen_times" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "dead_access_secret_pkey" PRIMARY KEY ("digest"),
    CONSTRAINT "dead_access_secret_cause" CHECK (cause IN ('deleted', 'revoked', 'replaced')),
    CONSTRAINT "dead_access_secret_digest" CHECK (octet_length(digest) = 32)
);
CREATE INDEX "dead_access_secret_customer_id_idx" ON "dead_access_secret"("customer_id");
CREATE INDEX "dead_access_secret_died_at_idx" ON "dead_access_secret"("died_at");

CREATE TABLE "access_month" (
    "access_key_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "access_month_pkey" PRIMARY KEY ("access_key_id", "period"),
    CONSTRAINT "access_month_period" CHECK (period ~ '^[0-9]{4}-[0-9]{2}$'),
    CONSTRAINT "access_month_counts" CHECK (calls >= 0 AND rejected >= 0)
);
CREATE INDEX "access_month_customer_id_period_idx" ON "access_month"("customer_id", "period");

CREATE TABLE "access_quota" (
    "customer_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "told_at" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "access_quota_pkey" PRIMARY KEY ("customer_id", "period"),
    CONSTRAINT "access_quota_period" CHECK (period ~ '^[0-9]{4}-[0-9]{2}$'),
    CONSTRAINT "access_quota_counts" CHECK (calls >= 0)
);

CREATE TABLE "access_day" (
    "access_key_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "operation" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "customer_id" UUID NOT NULL,
    "calls" INTEGER NOT NULL,

    CONSTRAINT "access_day_pkey" PRIMARY KEY ("access_key_id", "day", "operation", "status")
);
CREATE INDEX "access_day_customer_id_day_idx" ON "access_day"("customer_id", "day");

CREATE TABLE "access_call" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" TEXT NOT NULL,
    "access_key_id" UUID,
    "customer_id" UUID,
    "operation" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "duration_us" INTEGER NOT NULL,

    CONSTRAINT "access_call_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "access_call_access_key_id_id_idx" ON "access_call"("access_key_id", "id");
CREATE INDEX "access_call_at_idx" ON "access_call"("at");
CREATE INDEX "access_call_request_id_idx" ON "access_call"("request_id");

CREATE TABLE "access_network" (
    "access_key_id" UUID NOT NULL,
    "block" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "access_network_pkey" PRIMARY KEY ("access_key_id", "block")
);
