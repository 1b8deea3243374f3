-- A chain over the audit: each seal covers a range of entries, and its digest also covers the digest of the seal before it
-- (lib/audit/seal-entries.ts). Written after the entries are committed, so that no transaction waits for another.
CREATE TABLE "audit_seal" (
    "position" INTEGER NOT NULL,
    "from_id" BIGINT NOT NULL,
    "to_id" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,
    "digest" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("position"),
    CONSTRAINT "audit_seal_range" CHECK (from_id <= to_id AND entries >= 0 AND position >= 1),
    CONSTRAINT "audit_seal_digest" CHECK (octet_length(digest) = 32)
);

CREATE UNIQUE INDEX "audit_seal_from_id_key" ON "audit_seal"("from_id");

CREATE FUNCTION refuse_seal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_seal is append-only';
END $$;

CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE ON audit_seal
  FOR EACH ROW EXECUTE FUNCTION refuse_seal_change();
CREATE TRIGGER audit_seal_no_truncate BEFORE TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_seal_change();
