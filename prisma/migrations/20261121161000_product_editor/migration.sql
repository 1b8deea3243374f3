-- Products that are put away, and plans that take their licensing terms from their product.

ALTER TABLE product
  ADD COLUMN archived_at timestamptz(3),
  ADD COLUMN default_activation_limit integer DEFAULT 1,
  ADD COLUMN default_term_days integer,
  ADD COLUMN default_update_days integer,
  ADD CONSTRAINT product_archived_is_not_published CHECK (archived_at IS NULL OR published_at IS NULL),
  ADD CONSTRAINT product_defaults_positive
    CHECK (default_activation_limit > 0 AND default_term_days > 0 AND default_update_days > 0);

-- A value stays in the plan itself, because checkout and orders read it there; the flag says that it follows the product.
ALTER TABLE plan
  ADD COLUMN inherits_limit boolean NOT NULL DEFAULT false,
  ADD COLUMN inherits_term boolean NOT NULL DEFAULT false,
  ADD COLUMN inherits_updates boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT plan_subscription_has_no_term CHECK (billing_interval IS NULL OR NOT (inherits_term OR inherits_updates));

-- A product's defaults begin as what its first plan says.
UPDATE product p
SET default_activation_limit = f.activation_limit, default_term_days = f.term_days, default_update_days = f.update_days
FROM (SELECT DISTINCT ON (product_id) * FROM plan ORDER BY product_id, (archived_at IS NOT NULL), position, number) f
WHERE f.product_id = p.id;
