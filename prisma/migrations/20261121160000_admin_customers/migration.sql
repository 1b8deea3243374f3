-- What the admins' pages about customers need (ADR 0079, 0080).

-- An admin looking at a customer's pages. One at a time for each admin, never longer than half an hour.
CREATE TABLE "customer_view" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "customer_id" UUID NOT NULL,
    "admin_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_view_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "customer_view_short" CHECK ("ends_at" > "started_at" AND "ends_at" <= "started_at" + interval '30 minutes'),
    CONSTRAINT "customer_view_has_reason" CHECK (char_length("reason") BETWEEN 1 AND 500)
);
CREATE INDEX "customer_view_customer_id_idx" ON "customer_view"("customer_id");
CREATE UNIQUE INDEX "customer_view_one_open" ON "customer_view"("admin_id") WHERE "ended_at" IS NULL;
ALTER TABLE "customer_view" ADD CONSTRAINT "customer_view_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A customer has one master API key at a time.
CREATE UNIQUE INDEX "license_key_one_master" ON "license_key"("customer_id") WHERE kind = 'master' AND replaced_at IS NULL;

-- The words of a name and a company, so that any of them is found by its beginning. Punctuation is a gap: the parser would
-- keep "acme.example" as one word.
CREATE FUNCTION customer_words(name text, company text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('simple'::regconfig, regexp_replace(coalesce(name, '') || ' ' || coalesce(company, ''), '[^[:alnum:]]+', ' ', 'g'))
$$;
CREATE INDEX "customer_words_idx" ON "customer" USING gin (customer_words(name, company));
CREATE INDEX "customer_admin_idx" ON "customer"("number") WHERE role = 'admin';
CREATE INDEX "customer_disabled_idx" ON "customer"("number") WHERE disabled_at IS NOT NULL;

-- The mails to one address, newest first.
CREATE INDEX "outbox_entry_mail_to_idx" ON "outbox_entry"((payload ->> 'to'), "created_at") WHERE kind = 'mail';
