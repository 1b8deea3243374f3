-- What the dashboard counts per day (ADR 0084). A closed day never changes again, and the log it was counted from is forgotten
-- after some weeks; so each day is counted once, when it is over (lib/reports/sum-closed-days.ts).
CREATE TABLE "daily_sum" (
    -- In UTC.
    "day" DATE NOT NULL,
    -- call.served, call.refused, activation.create, activation.delete; day.closed once a day, so that a quiet one is known too.
    "kind" TEXT NOT NULL,
    -- call.refused: the reason; otherwise empty.
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "daily_sum_pkey" PRIMARY KEY ("day", "kind", "name"),
    CONSTRAINT "daily_sum_count_check" CHECK ("count" > 0)
);

-- Revenue by the day the money came and the day it went back. Both change with a purchase, never with a client's call.
CREATE INDEX "order_paid_at_idx" ON "order"("paid_at");
CREATE INDEX "refund_created_at_idx" ON "refund"("created_at");
