-- The further pages of a product that client software shows under "View details".
ALTER TABLE product
  ADD COLUMN installation_md text NOT NULL DEFAULT '',
  ADD COLUMN faq_md text NOT NULL DEFAULT '',
  ADD COLUMN screenshots_md text NOT NULL DEFAULT '',
  ADD COLUMN other_notes_md text NOT NULL DEFAULT '';
