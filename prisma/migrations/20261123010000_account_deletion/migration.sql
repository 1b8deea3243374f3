-- An account that its person deleted (ADR 0119). The row stays, because orders and payments are about it, and is nobody's: what
-- writes a name or a password to it afterwards fails here.
ALTER TABLE "customer" ADD COLUMN "deleted_at" TIMESTAMPTZ(3);
ALTER TABLE "customer" ADD CONSTRAINT "customer_deleted_is_nobody" CHECK ("deleted_at" IS NULL OR (
  position('@' in "email") = 0 AND "role" = 'customer' AND "name" IS NULL AND "company" IS NULL AND "vat_id" IS NULL
  AND "invoice_address" IS NULL AND "password_hash" IS NULL AND "email_verified_at" IS NULL));
CREATE INDEX "customer_deleted_idx" ON "customer"("number") WHERE deleted_at IS NOT NULL;

-- What somebody was about to buy, and what was begun with an address.
CREATE INDEX "checkout_customer_id_idx" ON "checkout"("customer_id");
CREATE INDEX "checkout_email_idx" ON "checkout"("email");

-- Ends every activation of a customer and answers them. The caller holds the locks on the customer's resources.
CREATE FUNCTION delete_activations_of(p_customer uuid) RETURNS SETOF activation LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY DELETE FROM activation a WHERE a.customer_id = p_customer RETURNING a.*;
  UPDATE api_resource SET activation_count = 0 WHERE customer_id = p_customer AND activation_count <> 0;
END $$;
