-- How often something limited was tried within its present window (lib/customers/attempt-limit.ts).
CREATE TABLE "attempt_window" (
    -- HMAC of what is limited and for whom: neither e-mail address nor network address lies here in clear.
    "subject" BYTEA NOT NULL,
    "count" INTEGER NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_window_pkey" PRIMARY KEY ("subject"),
    CONSTRAINT "attempt_window_count_check" CHECK ("count" >= 0)
);

CREATE INDEX "attempt_window_ends_at_idx" ON "attempt_window"("ends_at");
