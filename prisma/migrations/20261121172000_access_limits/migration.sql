-- Calls that a key with a monthly cap of its own has spent: reserved exactly like the quota of its owner. And what looked
-- unusual about a key, each occasion once; both outlive a removed key, so they name it without a foreign key.
CREATE TABLE "access_cap" (
    "access_key_id" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "access_cap_pkey" PRIMARY KEY ("access_key_id", "period"),
    CONSTRAINT "access_cap_period" CHECK (period ~ '^[0-9]{4}-[0-9]{2}$'),
    CONSTRAINT "access_cap_counts" CHECK (calls >= 0)
);

CREATE TABLE "access_flag" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sid" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "access_flag_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "access_flag_kind" CHECK (kind IN ('new_network', 'busy', 'errors', 'woken', 'dead_key_used'))
);
CREATE UNIQUE INDEX "access_flag_sid_kind_mark_key" ON "access_flag"("sid", "kind", "mark");
CREATE INDEX "access_flag_customer_id_at_idx" ON "access_flag"("customer_id", "at");
CREATE INDEX "access_flag_at_idx" ON "access_flag"("at");
