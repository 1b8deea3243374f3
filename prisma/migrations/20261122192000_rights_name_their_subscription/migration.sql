-- Clients are told a right's subscription by its number (wc-am.md 3.3, 3.6), but a right that was bought here only knew its
-- order. The number is copied when the right is made, by the database, so that whoever makes one cannot forget it. A number
-- that is brought along (a restored backup) stays.
CREATE FUNCTION name_subscription() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT s.number INTO NEW.subscription_number
  FROM subscription_item i JOIN subscription s ON s.id = i.subscription_id
  WHERE i.order_item_id = NEW.order_item_id OR i.id = NEW.subscription_item_id
  ORDER BY s.number LIMIT 1;
  RETURN NEW;
END $$;

CREATE TRIGGER api_resource_names_subscription BEFORE INSERT ON api_resource
FOR EACH ROW WHEN (NEW.subscription_number IS NULL) EXECUTE FUNCTION name_subscription();

-- The rights that were made before.
UPDATE api_resource r SET subscription_number = (
  SELECT s.number FROM subscription_item i JOIN subscription s ON s.id = i.subscription_id
  WHERE i.order_item_id = r.order_item_id OR i.id = r.subscription_item_id
  ORDER BY s.number LIMIT 1)
WHERE r.subscription_number IS NULL AND EXISTS (
  SELECT 1 FROM subscription_item i WHERE i.order_item_id = r.order_item_id OR i.id = r.subscription_item_id);
