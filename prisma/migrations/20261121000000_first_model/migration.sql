-- Wire numbers. Products and plans draw from catalog_number_seq, orders and subscriptions from order_number, because the
-- original kept each pair in one id space and client answers show them side by side.
CREATE SEQUENCE customer_number AS integer START 1;
CREATE SEQUENCE order_number AS integer START 1001;
CREATE SEQUENCE catalog_number_seq AS integer START 101;
CREATE SEQUENCE api_resource_number AS integer START 1;

-- CreateEnum
CREATE TYPE "role" AS ENUM ('customer', 'admin');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('reset_password', 'verify_email', 'sign_in');

-- CreateEnum
CREATE TYPE "billing_interval" AS ENUM ('month', 'year');

-- CreateEnum
CREATE TYPE "release_channel" AS ENUM ('stable', 'beta');

-- CreateEnum
CREATE TYPE "artifact_source" AS ENUM ('local', 's3', 'remote');

-- CreateEnum
CREATE TYPE "checkout_status" AS ENUM ('open', 'completed', 'awaiting_payment', 'expired', 'failed');

-- CreateEnum
CREATE TYPE "order_status" AS ENUM ('awaiting_payment', 'paid', 'partially_refunded', 'refunded', 'cancelled');

-- CreateEnum
CREATE TYPE "payment_status" AS ENUM ('pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "refund_status" AS ENUM ('pending', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "subscription_status" AS ENUM ('trialing', 'active', 'past_due', 'paused', 'cancelled');

-- CreateEnum
CREATE TYPE "license_key_kind" AS ENUM ('master', 'product_order', 'associated');

-- CreateTable
CREATE TABLE "customer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" INTEGER NOT NULL DEFAULT nextval('customer_number'::regclass),
    "email" TEXT NOT NULL,
    "name" TEXT,
    "company" TEXT,
    "vat_id" TEXT,
    "role" "role" NOT NULL DEFAULT 'customer',
    "password_hash" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "stripe_customer_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "customer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT,
    "address" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_use_token" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "customer_id" UUID NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_use_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catalog_number" (
    "number" INTEGER NOT NULL DEFAULT nextval('catalog_number_seq'::regclass),
    "product_id" UUID NOT NULL,

    CONSTRAINT "catalog_number_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "tagline" TEXT NOT NULL DEFAULT '',
    "description_md" TEXT NOT NULL DEFAULT '',
    "category" TEXT NOT NULL DEFAULT '',
    "platform" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "page_url" TEXT NOT NULL DEFAULT '',
    "documentation_url" TEXT NOT NULL DEFAULT '',
    "changelog_url" TEXT NOT NULL DEFAULT '',
    "requires_version" TEXT NOT NULL DEFAULT '',
    "tested_version" TEXT NOT NULL DEFAULT '',
    "requires_php" TEXT NOT NULL DEFAULT '',
    "legacy_title" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "unit_amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "activation_limit" INTEGER,
    "term_days" INTEGER,
    "billing_interval" "billing_interval",
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "product_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "channel" "release_channel" NOT NULL DEFAULT 'stable',
    "released_at" TIMESTAMPTZ(3) NOT NULL,
    "changelog_md" TEXT NOT NULL DEFAULT '',
    "upgrade_notice" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "yanked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artifact" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "release_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "platform" TEXT NOT NULL DEFAULT '',
    "source" "artifact_source" NOT NULL,
    "location" TEXT NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "artifact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkout" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_digest" BYTEA NOT NULL,
    "customer_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "company" TEXT,
    "vat_id" TEXT,
    "new_password_hash" TEXT,
    "items" JSONB NOT NULL,
    "currency" TEXT NOT NULL,
    "status" "checkout_status" NOT NULL DEFAULT 'open',
    "created_customer" BOOLEAN NOT NULL DEFAULT false,
    "stripe_session_id" TEXT,
    "stripe_session_url" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "checkout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" INTEGER NOT NULL DEFAULT nextval('order_number'::regclass),
    "customer_id" UUID NOT NULL,
    "checkout_id" UUID,
    "status" "order_status" NOT NULL,
    "currency" TEXT NOT NULL,
    "subtotal_amount" INTEGER NOT NULL,
    "discount_amount" INTEGER NOT NULL DEFAULT 0,
    "tax_amount" INTEGER NOT NULL DEFAULT 0,
    "total_amount" INTEGER NOT NULL,
    "refunded_amount" INTEGER NOT NULL DEFAULT 0,
    "company" TEXT,
    "vat_id" TEXT,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "order_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "product_title" TEXT NOT NULL,
    "plan_name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "refunded_quantity" INTEGER NOT NULL DEFAULT 0,
    "unit_amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "discount_amount" INTEGER NOT NULL DEFAULT 0,
    "tax_amount" INTEGER NOT NULL DEFAULT 0,
    "total_amount" INTEGER NOT NULL,
    "refunded_amount" INTEGER NOT NULL DEFAULT 0,
    "activation_limit" INTEGER,
    "term_days" INTEGER,

    CONSTRAINT "order_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "order_id" UUID NOT NULL,
    "stripe_payment_intent_id" TEXT,
    "status" "payment_status" NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_item" (
    "payment_id" UUID NOT NULL,
    "order_item_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "payment_item_pkey" PRIMARY KEY ("payment_id","order_item_id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "order_id" UUID NOT NULL,
    "payment_id" UUID,
    "stripe_refund_id" TEXT,
    "status" "refund_status" NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund_item" (
    "refund_id" UUID NOT NULL,
    "order_item_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "refund_item_pkey" PRIMARY KEY ("refund_id","order_item_id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" INTEGER NOT NULL DEFAULT nextval('order_number'::regclass),
    "customer_id" UUID NOT NULL,
    "status" "subscription_status" NOT NULL,
    "stripe_subscription_id" TEXT,
    "cancel_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subscription_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "order_item_id" UUID,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "subscription_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_period" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subscription_id" UUID NOT NULL,
    "stripe_invoice_id" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "livemode" BOOLEAN NOT NULL,
    "payload" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "processed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "payment_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_resource" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" INTEGER NOT NULL DEFAULT nextval('api_resource_number'::regclass),
    "customer_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "order_item_id" UUID,
    "subscription_item_id" UUID,
    "order_number" INTEGER,
    "subscription_number" INTEGER,
    "activation_limit" INTEGER,
    "activation_count" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3),
    "updates_until" TIMESTAMPTZ(3),
    "grace_until" TIMESTAMPTZ(3),
    "suspended_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "license_key" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" "license_key_kind" NOT NULL,
    "digest" BYTEA NOT NULL,
    "pepper_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "customer_id" UUID,
    "api_resource_id" UUID,
    "product_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "license_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "api_resource_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "license_key_id" UUID NOT NULL,
    "instance" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "version" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "requested_product" TEXT NOT NULL,
    "over_limit" BOOLEAN NOT NULL DEFAULT false,
    "activated_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "store_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "store_setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "store_state" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "store_state_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "data_key" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "keyring_key" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "via" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "action" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_entry" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "lease_token" UUID,
    "done_at" TIMESTAMPTZ(3),
    "dead_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_log_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "protocol" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "key_hint" TEXT NOT NULL DEFAULT '',
    "customer_id" UUID,
    "api_resource_id" UUID,
    "product" TEXT NOT NULL DEFAULT '',
    "instance" TEXT NOT NULL DEFAULT '',
    "version" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "user_agent" TEXT NOT NULL DEFAULT '',
    "duration_us" INTEGER NOT NULL,

    CONSTRAINT "request_log_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "customer_number_key" ON "customer"("number");

-- CreateIndex
CREATE UNIQUE INDEX "customer_email_key" ON "customer"("email");

-- CreateIndex
CREATE UNIQUE INDEX "customer_stripe_customer_id_key" ON "customer"("stripe_customer_id");

-- CreateIndex
CREATE INDEX "session_customer_id_idx" ON "session"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_use_token_digest_key" ON "one_use_token"("digest");

-- CreateIndex
CREATE INDEX "one_use_token_customer_id_purpose_idx" ON "one_use_token"("customer_id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "catalog_number_number_product_id_key" ON "catalog_number"("number", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_number_key" ON "product"("number");

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "product_legacy_title_key" ON "product"("legacy_title");

-- CreateIndex
CREATE UNIQUE INDEX "plan_number_key" ON "plan"("number");

-- CreateIndex
CREATE INDEX "plan_product_id_idx" ON "plan"("product_id");

-- CreateIndex
CREATE INDEX "release_product_id_released_at_idx" ON "release"("product_id", "released_at");

-- CreateIndex
CREATE UNIQUE INDEX "release_product_id_version_key" ON "release"("product_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "artifact_release_id_file_name_key" ON "artifact"("release_id", "file_name");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_token_digest_key" ON "checkout"("token_digest");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_stripe_session_id_key" ON "checkout"("stripe_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_number_key" ON "order"("number");

-- CreateIndex
CREATE UNIQUE INDEX "order_checkout_id_key" ON "order"("checkout_id");

-- CreateIndex
CREATE INDEX "order_customer_id_idx" ON "order"("customer_id");

-- CreateIndex
CREATE INDEX "order_placed_at_idx" ON "order"("placed_at");

-- CreateIndex
CREATE UNIQUE INDEX "order_item_order_id_position_key" ON "order_item"("order_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "payment_stripe_payment_intent_id_key" ON "payment"("stripe_payment_intent_id");

-- CreateIndex
CREATE INDEX "payment_order_id_idx" ON "payment"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "refund_stripe_refund_id_key" ON "refund"("stripe_refund_id");

-- CreateIndex
CREATE INDEX "refund_order_id_idx" ON "refund"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_number_key" ON "subscription"("number");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_stripe_subscription_id_key" ON "subscription"("stripe_subscription_id");

-- CreateIndex
CREATE INDEX "subscription_customer_id_idx" ON "subscription"("customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_period_stripe_invoice_id_key" ON "subscription_period"("stripe_invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_period_subscription_id_starts_at_key" ON "subscription_period"("subscription_id", "starts_at");

-- CreateIndex
CREATE INDEX "payment_event_received_at_idx" ON "payment_event"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_resource_number_key" ON "api_resource"("number");

-- CreateIndex
CREATE UNIQUE INDEX "api_resource_order_item_id_key" ON "api_resource"("order_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_resource_subscription_item_id_key" ON "api_resource"("subscription_item_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_resource_id_customer_id_product_id_key" ON "api_resource"("id", "customer_id", "product_id");

-- CreateIndex
CREATE INDEX "api_resource_customer_id_product_id_idx" ON "api_resource"("customer_id", "product_id");

-- CreateIndex
CREATE INDEX "api_resource_plan_id_idx" ON "api_resource"("plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "license_key_digest_key" ON "license_key"("digest");

-- CreateIndex
CREATE INDEX "license_key_customer_id_idx" ON "license_key"("customer_id");

-- CreateIndex
CREATE INDEX "license_key_api_resource_id_idx" ON "license_key"("api_resource_id");

-- CreateIndex
CREATE INDEX "activation_api_resource_id_idx" ON "activation"("api_resource_id");

-- CreateIndex
CREATE UNIQUE INDEX "activation_customer_id_instance_product_id_key" ON "activation"("customer_id", "instance", "product_id");

-- CreateIndex
CREATE INDEX "audit_entry_object_kind_object_id_idx" ON "audit_entry"("object_kind", "object_id");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_entry_dedupe_key_key" ON "outbox_entry"("dedupe_key");

-- CreateIndex
CREATE INDEX "outbox_entry_done_at_dead_at_available_at_idx" ON "outbox_entry"("done_at", "dead_at", "available_at");

-- CreateIndex
CREATE INDEX "outbox_entry_kind_created_at_idx" ON "outbox_entry"("kind", "created_at");

-- CreateIndex
CREATE INDEX "request_log_entry_at_idx" ON "request_log_entry"("at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_use_token" ADD CONSTRAINT "one_use_token_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_number_id_fkey" FOREIGN KEY ("number", "id") REFERENCES "catalog_number"("number", "product_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_number_product_id_fkey" FOREIGN KEY ("number", "product_id") REFERENCES "catalog_number"("number", "product_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artifact" ADD CONSTRAINT "artifact_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkout" ADD CONSTRAINT "checkout_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_checkout_id_fkey" FOREIGN KEY ("checkout_id") REFERENCES "checkout"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_item" ADD CONSTRAINT "payment_item_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_item" ADD CONSTRAINT "payment_item_order_item_id_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_payment_id_fkey" FOREIGN KEY ("payment_id") REFERENCES "payment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_item" ADD CONSTRAINT "refund_item_refund_id_fkey" FOREIGN KEY ("refund_id") REFERENCES "refund"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_item" ADD CONSTRAINT "refund_item_order_item_id_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription_item" ADD CONSTRAINT "subscription_item_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription_item" ADD CONSTRAINT "subscription_item_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription_item" ADD CONSTRAINT "subscription_item_order_item_id_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription_period" ADD CONSTRAINT "subscription_period_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_resource" ADD CONSTRAINT "api_resource_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_resource" ADD CONSTRAINT "api_resource_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_resource" ADD CONSTRAINT "api_resource_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_resource" ADD CONSTRAINT "api_resource_order_item_id_fkey" FOREIGN KEY ("order_item_id") REFERENCES "order_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_resource" ADD CONSTRAINT "api_resource_subscription_item_id_fkey" FOREIGN KEY ("subscription_item_id") REFERENCES "subscription_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license_key" ADD CONSTRAINT "license_key_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license_key" ADD CONSTRAINT "license_key_api_resource_id_fkey" FOREIGN KEY ("api_resource_id") REFERENCES "api_resource"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "license_key" ADD CONSTRAINT "license_key_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activation" ADD CONSTRAINT "activation_api_resource_id_customer_id_product_id_fkey" FOREIGN KEY ("api_resource_id", "customer_id", "product_id") REFERENCES "api_resource"("id", "customer_id", "product_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activation" ADD CONSTRAINT "activation_license_key_id_fkey" FOREIGN KEY ("license_key_id") REFERENCES "license_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say.

ALTER TABLE plan
  ADD CONSTRAINT plan_amount_not_negative CHECK (unit_amount >= 0),
  ADD CONSTRAINT plan_limit_positive CHECK (activation_limit > 0),
  ADD CONSTRAINT plan_term_positive CHECK (term_days > 0),
  ADD CONSTRAINT plan_currency_lower_case CHECK (currency ~ '^[a-z]{3}$');

ALTER TABLE customer
  ADD CONSTRAINT customer_email_canonical CHECK (email = lower(email) AND email <> '');

ALTER TABLE artifact
  ADD CONSTRAINT artifact_size_not_negative CHECK (size_bytes >= 0),
  ADD CONSTRAINT artifact_sha256_hex CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT artifact_remote_is_https CHECK (source <> 'remote' OR location ~ '^https://');

ALTER TABLE "order"
  ADD CONSTRAINT order_amounts_not_negative CHECK (subtotal_amount >= 0 AND discount_amount >= 0 AND tax_amount >= 0 AND total_amount >= 0),
  ADD CONSTRAINT order_refunded_within_total CHECK (refunded_amount BETWEEN 0 AND total_amount);

ALTER TABLE order_item
  ADD CONSTRAINT order_item_quantity_positive CHECK (quantity > 0),
  ADD CONSTRAINT order_item_refunded_within_quantity CHECK (refunded_quantity BETWEEN 0 AND quantity),
  ADD CONSTRAINT order_item_refunded_within_total CHECK (refunded_amount BETWEEN 0 AND total_amount),
  ADD CONSTRAINT order_item_amounts_not_negative CHECK (unit_amount >= 0 AND discount_amount >= 0 AND tax_amount >= 0 AND total_amount >= 0);

ALTER TABLE payment ADD CONSTRAINT payment_amount_not_negative CHECK (amount >= 0);
ALTER TABLE refund ADD CONSTRAINT refund_amount_positive CHECK (amount > 0);
ALTER TABLE subscription_period ADD CONSTRAINT subscription_period_forward CHECK (ends_at > starts_at);

-- No activation beyond the limit is ever counted, whatever the code above does.
ALTER TABLE api_resource
  ADD CONSTRAINT api_resource_one_source CHECK (num_nonnulls(order_item_id, subscription_item_id) = 1),
  ADD CONSTRAINT api_resource_limit_not_negative CHECK (activation_limit >= 0),
  ADD CONSTRAINT api_resource_count_within_limit CHECK (activation_count >= 0 AND (activation_limit IS NULL OR activation_count <= activation_limit));

ALTER TABLE license_key
  ADD CONSTRAINT license_key_kind_fits CHECK (
    CASE kind
      WHEN 'master' THEN customer_id IS NOT NULL AND api_resource_id IS NULL
      WHEN 'product_order' THEN customer_id IS NOT NULL AND api_resource_id IS NOT NULL
      WHEN 'associated' THEN product_id IS NOT NULL AND (customer_id IS NULL) = (api_resource_id IS NULL)
    END);

ALTER TABLE activation
  ADD CONSTRAINT activation_instance_length CHECK (char_length(instance) BETWEEN 1 AND 190),
  ADD CONSTRAINT activation_label_length CHECK (char_length(label) <= 190);

CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only';
END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
