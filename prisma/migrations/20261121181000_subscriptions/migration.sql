-- What is paid by month or year: how a subscription stands at Stripe, its invoices, and the orders they are.
ALTER TABLE "plan" ADD COLUMN "trial_days" INTEGER;
ALTER TABLE plan
  ADD CONSTRAINT plan_trial_is_of_a_subscription CHECK (trial_days IS NULL OR (trial_days BETWEEN 1 AND 730 AND billing_interval IS NOT NULL));

ALTER TABLE "order" ADD COLUMN "stripe_invoice_id" TEXT;
CREATE UNIQUE INDEX "order_stripe_invoice_id_key" ON "order"("stripe_invoice_id");

ALTER TABLE "subscription"
  ADD COLUMN "stripe_customer_id" TEXT,
  ADD COLUMN "currency" TEXT NOT NULL DEFAULT 'usd',
  ADD COLUMN "is_paused" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "resumes_at" TIMESTAMPTZ(3),
  ADD COLUMN "trial_ends_at" TIMESTAMPTZ(3),
  ADD COLUMN "renews_at" TIMESTAMPTZ(3),
  ADD COLUMN "read_at" TIMESTAMPTZ(3),
  ADD COLUMN "note" TEXT;
CREATE INDEX "subscription_created_at_number_idx" ON "subscription"("created_at", "number");

ALTER TABLE "subscription_item"
  ADD COLUMN "stripe_item_id" TEXT,
  ADD COLUMN "unit_amount" INTEGER NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX "subscription_item_stripe_item_id_key" ON "subscription_item"("stripe_item_id");
CREATE INDEX "subscription_item_subscription_id_idx" ON "subscription_item"("subscription_id");
CREATE INDEX "subscription_item_order_item_id_idx" ON "subscription_item"("order_item_id");
ALTER TABLE subscription_item
  ADD CONSTRAINT subscription_item_quantity_positive CHECK (quantity > 0),
  ADD CONSTRAINT subscription_item_amount_not_negative CHECK (unit_amount >= 0);

-- An invoice that failed and the one that follows may be for the same time, so the invoice alone says which row it is.
CREATE TYPE "period_status" AS ENUM ('open', 'paid', 'given_up', 'void');
DROP INDEX "subscription_period_subscription_id_starts_at_key";
ALTER TABLE "subscription_period"
  ADD COLUMN "status" "period_status" NOT NULL DEFAULT 'paid',
  ADD COLUMN "invoice_number" TEXT,
  ADD COLUMN "page_url" TEXT,
  ADD COLUMN "total_amount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "paid_amount" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "next_try_at" TIMESTAMPTZ(3);
CREATE INDEX "subscription_period_subscription_id_starts_at_idx" ON "subscription_period"("subscription_id", "starts_at");
