-- The store's setting stopOverLimit, for the client calls: does an activation beyond a lowered limit stop working? Unset it
-- does not (ADR 0116). A function, because it is then asked only where a flagged activation is met, and within the statement
-- that decides on it.
CREATE FUNCTION stops_over_limit() RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((SELECT value = 'true'::jsonb FROM store_setting WHERE key = 'stopOverLimit'), false);
END $$;
