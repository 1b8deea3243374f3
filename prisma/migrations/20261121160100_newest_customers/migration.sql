-- The order of the admins' list of customers: an import keeps its numbers, so the newest account need not have the highest.
CREATE INDEX "customer_created_at_number_idx" ON "customer"("created_at", "number");
