-- Associated keys waiting for a buyer: where each stood in its list, and whether it is easy to guess.

ALTER TABLE "license_key" ADD COLUMN "stock_position" INTEGER;
ALTER TABLE "license_key" ADD COLUMN "is_weak" BOOLEAN NOT NULL DEFAULT false;

-- The oldest key in stock of a product, without looking at those handed out.
CREATE INDEX "license_key_stock_idx" ON "license_key" ("product_id", "customer_id", "created_at", "stock_position")
  WHERE kind = 'associated';

-- A purchase takes one key from the stock, whatever the code above does. Imported keys may be several.
CREATE UNIQUE INDEX "license_key_one_from_stock" ON "license_key" ("api_resource_id")
  WHERE stock_position IS NOT NULL AND api_resource_id IS NOT NULL;
