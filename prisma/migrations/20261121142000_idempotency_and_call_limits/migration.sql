-- Answers of calls that came with an Idempotency-Key (lib/idempotency), told again for a day.
CREATE TABLE "idempotent_answer" (
    -- HMAC of licence key and Idempotency-Key: neither lies here in clear.
    "scope" BYTEA NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "was_active" BOOLEAN NOT NULL,
    "lease_token" UUID NOT NULL,
    "leased_until" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("scope"),
    CONSTRAINT "idempotent_answer_whole_check" CHECK (("status" IS NULL) = ("body" IS NULL))
);

CREATE INDEX "idempotent_answer_expires_at_idx" ON "idempotent_answer"("expires_at");

-- What the processes of one store have spent together of a call limit (lib/call-limits). Unlogged: a limit forgotten in a
-- crash harms nobody, and it is written about once a second while somebody is near one.
CREATE UNLOGGED TABLE "call_bucket" (
    -- HMAC of what is limited and for whom.
    "subject" BYTEA NOT NULL,
    "left_over" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "full_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_bucket_pkey" PRIMARY KEY ("subject")
);

CREATE INDEX "call_bucket_full_at_idx" ON "call_bucket"("full_at");
