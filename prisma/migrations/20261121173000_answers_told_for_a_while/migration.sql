-- An answer that shows a secret is told again for some minutes; that it was given is known for the whole day.
ALTER TABLE "idempotent_answer" ADD COLUMN "readable_until" TIMESTAMPTZ(3);
