-- What begins with a free trial is charged nothing on the day of its order, so its line says nothing and for how long. Until
-- now such a line carried the price after the trial, and the lines of the order and its invoice did not add up.
ALTER TABLE "order_item" ADD COLUMN "trial_days" INTEGER;
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_trial_is_free"
  CHECK ("trial_days" IS NULL OR ("trial_days" > 0 AND "unit_amount" = 0)) NOT VALID;

UPDATE "order_item" AS "item"
SET "unit_amount" = 0, "trial_days" = ("checkout"."items" -> "item"."position" ->> 'trialDays')::integer
FROM "order" JOIN "checkout" ON "checkout"."id" = "order"."checkout_id"
WHERE "item"."order_id" = "order"."id"
  AND "checkout"."items" -> "item"."position" ->> 'trialDays' IS NOT NULL;

ALTER TABLE "order_item" VALIDATE CONSTRAINT "order_item_trial_is_free";
