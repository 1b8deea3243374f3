-- A leaked key is disabled and stays so until it has a new value; it does not count against its owner's plan meanwhile.
ALTER TABLE "access_key" ADD COLUMN "leaked_at" TIMESTAMPTZ(3);
ALTER TABLE "access_key" ADD COLUMN "leak_source" TEXT;
ALTER TABLE "access_key" ADD CONSTRAINT "access_key_leak"
  CHECK ((leaked_at IS NULL) = (leak_source IS NULL) AND leak_source IN ('owner', 'revoke_route', 'github'));
-- The access key id that belongs to a value of a pair: within an overlap the pair before has another one than the present.
ALTER TABLE "access_secret" ADD COLUMN "public_id" TEXT;
ALTER TABLE "access_secret" ADD CONSTRAINT "access_secret_public_id" CHECK (public_id ~ '^lka_[0-9A-Za-z]{20}$');
CREATE UNIQUE INDEX "access_secret_public_id_key" ON "access_secret"("public_id");
