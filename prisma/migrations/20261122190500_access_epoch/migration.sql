-- Counts how often all that lets somebody into an account ended. A sign-in that was let in under an earlier number comes too late.
ALTER TABLE "customer" ADD COLUMN "access_epoch" INTEGER NOT NULL DEFAULT 0;
