CREATE TYPE "upload_state" AS ENUM ('receiving', 'checking', 'storing', 'stalled', 'ready', 'refused', 'cancelled', 'abandoned');

-- Files on their way to becoming artifacts (lib/uploads). The bytes lie in the data folder, named by the row's id.
CREATE TABLE "upload" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "release_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "held_name" TEXT,
    "platform" TEXT NOT NULL DEFAULT '',
    "size_bytes" BIGINT NOT NULL,
    "file_modified_at" TIMESTAMPTZ(3) NOT NULL,
    "admin_id" UUID NOT NULL,
    "session_id" UUID,
    "opening" INTEGER NOT NULL DEFAULT 1,
    "state" "upload_state" NOT NULL DEFAULT 'receiving',
    "problem" TEXT,
    "sha256" TEXT,
    "stored_bytes" BIGINT NOT NULL DEFAULT 0,
    "leased_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "upload_size_check" CHECK ("size_bytes" > 0),
    CONSTRAINT "upload_sha256_check" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
    -- A name is held exactly as long as the upload is open.
    CONSTRAINT "upload_open_check" CHECK (
        ("state" IN ('receiving', 'checking', 'storing', 'stalled')) = ("held_name" IS NOT NULL)
        AND ("held_name" IS NULL) = ("ended_at" IS NOT NULL)
    ),
    -- Nothing is looked at or stored without the hash that it must have.
    CONSTRAINT "upload_hash_check" CHECK ("sha256" IS NOT NULL OR "state" NOT IN ('checking', 'storing', 'stalled', 'ready'))
);

-- Two uploads of one file name of a release at once: the second finds the first here.
CREATE UNIQUE INDEX "upload_release_id_held_name_key" ON "upload"("release_id", "held_name");
CREATE INDEX "upload_touched_at_idx" ON "upload"("touched_at");

ALTER TABLE "upload" ADD CONSTRAINT "upload_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "upload" ADD CONSTRAINT "upload_admin_id_fkey" FOREIGN KEY ("admin_id") REFERENCES "customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "upload" ADD CONSTRAINT "upload_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE SET NULL ON UPDATE CASCADE;
