-- The newest release of a product is asked for by both instants; with the second one missing, each update check sorted.
CREATE INDEX "release_product_id_released_at_created_at_idx" ON "release"("product_id", "released_at", "created_at");
DROP INDEX "release_product_id_released_at_idx";
