-- Second factors (lib/customers): authenticator apps, passkeys, recovery codes, and what a sign-in still owes.
CREATE TYPE "proof" AS ENUM ('password', 'totp', 'passkey', 'recovery_code');
CREATE TYPE "factor_kind" AS ENUM ('totp', 'passkey');

-- Sessions that were open before this have shown no proof that is known here: the next sensitive step asks for one.
ALTER TABLE "session"
    ADD COLUMN "proven_by" "proof",
    ADD COLUMN "proven_at" TIMESTAMPTZ(3),
    ADD CONSTRAINT "session_proof_whole_check" CHECK (("proven_by" IS NULL) = ("proven_at" IS NULL));

CREATE TABLE "second_factor" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "customer_id" UUID NOT NULL,
    "kind" "factor_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "sealed_seed" BYTEA,
    "last_step" INTEGER,
    "credential_id" TEXT,
    "public_key" BYTEA,
    "sign_count" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "is_syncable" BOOLEAN NOT NULL DEFAULT false,
    "is_backed_up" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "second_factor_totp_check" CHECK (("kind" = 'totp') = ("sealed_seed" IS NOT NULL)),
    CONSTRAINT "second_factor_passkey_check" CHECK (
        ("kind" = 'passkey') = ("credential_id" IS NOT NULL)
        AND ("credential_id" IS NULL) = ("public_key" IS NULL)
    ),
    CONSTRAINT "second_factor_passkey_confirmed_check" CHECK ("kind" = 'totp' OR "confirmed_at" IS NOT NULL),
    CONSTRAINT "second_factor_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "second_factor_credential_id_key" ON "second_factor"("credential_id");
CREATE INDEX "second_factor_customer_id_idx" ON "second_factor"("customer_id");

CREATE TABLE "recovery_code" (
    "digest" BYTEA NOT NULL,
    "customer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("digest"),
    CONSTRAINT "recovery_code_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "recovery_code_customer_id_idx" ON "recovery_code"("customer_id");

CREATE TABLE "pending_sign_in" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "digest" BYTEA NOT NULL,
    "customer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "pending_sign_in_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "pending_sign_in_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id")
        ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "pending_sign_in_digest_key" ON "pending_sign_in"("digest");
CREATE INDEX "pending_sign_in_customer_id_idx" ON "pending_sign_in"("customer_id");
CREATE INDEX "pending_sign_in_expires_at_idx" ON "pending_sign_in"("expires_at");

-- No reference to its holder, which may be a session or a pending sign-in; what is left over is tidied away by time.
CREATE TABLE "passkey_challenge" (
    "holder_id" UUID NOT NULL,
    "challenge" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("holder_id")
);

CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge"("expires_at");
