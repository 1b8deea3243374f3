-- A mailed link may prove another address than the one an account has; the address it proves is kept with it.
ALTER TYPE "token_purpose" ADD VALUE 'change_email';
ALTER TABLE "one_use_token" ADD COLUMN "address" TEXT;
