-- What an invoice has to say for years: the tax rule and how prices were meant are frozen with the checkout, what Stripe
-- collected and who sold to whom with the order. Later settings and profiles do not reach back.
ALTER TABLE "customer" ADD COLUMN "invoice_address" TEXT;

ALTER TABLE "checkout" ADD COLUMN "tax" JSONB;

ALTER TABLE "order"
  ADD COLUMN "buyer_name" TEXT,
  ADD COLUMN "buyer_address" TEXT,
  ADD COLUMN "discount_code" TEXT,
  ADD COLUMN "seller" JSONB,
  ADD COLUMN "tax_is_included" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "taxes" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE "order" ADD CONSTRAINT order_taxes_list CHECK (jsonb_typeof(taxes) = 'array');
