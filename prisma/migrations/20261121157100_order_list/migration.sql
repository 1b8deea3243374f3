-- The list of orders by what it is narrowed to: a status, or the few that were refunded.
CREATE INDEX "order_status_placed_at_number_idx" ON "order"("status", "placed_at", "number");
CREATE INDEX "order_refunded_idx" ON "order"("placed_at", "number") WHERE refunded_amount > 0;
