-- What admins do with orders: notes, refunds they ask for, orders paid outside the store.

ALTER TABLE "payment" ADD COLUMN "reference" TEXT;

CREATE TABLE "order_note" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "order_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "order_note_body_check" CHECK (length("body") BETWEEN 1 AND 4000),
    CONSTRAINT "order_note_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "order_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "order_note_order_id_idx" ON "order_note"("order_id");

CREATE TABLE "refund_request" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "stripe_refund_id" TEXT,
    "refusal" TEXT,

    CONSTRAINT "refund_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "refund_request_amount_check" CHECK ("amount" >= 0),
    -- Ended means made or refused, never both; while it is open it is neither.
    CONSTRAINT "refund_request_end_check" CHECK (("ended_at" IS NULL) = ("stripe_refund_id" IS NULL AND "refusal" IS NULL)),
    CONSTRAINT "refund_request_one_end_check" CHECK ("stripe_refund_id" IS NULL OR "refusal" IS NULL),
    CONSTRAINT "refund_request_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "order"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "refund_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "refund_request_order_id_idx" ON "refund_request"("order_id");
CREATE UNIQUE INDEX "refund_request_stripe_refund_id_key" ON "refund_request"("stripe_refund_id");

-- One refund of an order at a time: the next is decided when it is known what became of the last.
CREATE UNIQUE INDEX "refund_request_one_open" ON "refund_request"("order_id") WHERE "ended_at" IS NULL;

-- The list of orders, newest first, page after page.
CREATE INDEX "order_placed_at_number_idx" ON "order"("placed_at", "number");
DROP INDEX "order_placed_at_idx";

-- An order's timeline names the activations that are gone; only their deletion still knows them.
CREATE INDEX "audit_entry_deleted_activation_idx" ON "audit_entry" (("before"->>'apiResourceId')) WHERE action = 'activation.delete';
