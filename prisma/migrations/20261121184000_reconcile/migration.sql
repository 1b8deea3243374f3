-- The nightly comparison with Stripe: how far a walk has come, and what it found. A finding changes nothing until an admin
-- applies it.
CREATE TYPE "finding_state" AS ENUM ('open', 'applied', 'dismissed', 'gone');

CREATE TABLE "reconcile_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" UUID,
    "cursor" TEXT NOT NULL DEFAULT '',
    "looked" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "reconcile_run_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "reconcile_finding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "order_id" UUID,
    "subscription_id" UUID,
    "steps" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "finding_state" NOT NULL DEFAULT 'open',
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "reason" TEXT,

    CONSTRAINT "reconcile_finding_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "reconcile_run_started_at_idx" ON "reconcile_run"("started_at");
CREATE INDEX "reconcile_finding_state_found_at_idx" ON "reconcile_finding"("state", "found_at");
CREATE INDEX "reconcile_finding_order_id_idx" ON "reconcile_finding"("order_id");
CREATE INDEX "reconcile_finding_subscription_id_idx" ON "reconcile_finding"("subscription_id");

ALTER TABLE "reconcile_finding" ADD CONSTRAINT "reconcile_finding_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "reconcile_finding" ADD CONSTRAINT "reconcile_finding_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One walk at a time, and one open finding for each object, however many processes look.
CREATE UNIQUE INDEX reconcile_run_unfinished ON reconcile_run ((true)) WHERE finished_at IS NULL;
CREATE UNIQUE INDEX reconcile_finding_open_order ON reconcile_finding (order_id) WHERE state = 'open';
CREATE UNIQUE INDEX reconcile_finding_open_subscription ON reconcile_finding (subscription_id) WHERE state = 'open';

ALTER TABLE reconcile_run
  ADD CONSTRAINT reconcile_run_counts CHECK (looked >= 0 AND failed >= 0);

ALTER TABLE reconcile_finding
  ADD CONSTRAINT reconcile_finding_is_of_one_object CHECK ((order_id IS NULL) <> (subscription_id IS NULL)),
  ADD CONSTRAINT reconcile_finding_decided CHECK ((state = 'open') = (decided_at IS NULL)),
  ADD CONSTRAINT reconcile_finding_reason CHECK ((state = 'dismissed') = (reason IS NOT NULL) AND char_length(reason) <= 500);
