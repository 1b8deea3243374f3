-- Order items and rights now refer to each other. This side may wait for the end of a transaction, so that a backup can be
-- loaded table by table.
ALTER TABLE "order_item" ALTER CONSTRAINT "order_item_renews_resource_id_fkey" DEFERRABLE INITIALLY IMMEDIATE;
