-- An order item may buy a further term of a right that is there already, instead of a right of its own.
ALTER TABLE "order_item" ADD COLUMN "renews_resource_id" UUID;

ALTER TABLE "order_item" ADD CONSTRAINT "order_item_renews_resource_id_fkey" FOREIGN KEY ("renews_resource_id") REFERENCES "api_resource"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX "order_item_renews_resource_id_idx" ON "order_item"("renews_resource_id");
