-- What the owner of the store writes about terms, privacy, who they are and refunds. No row: not written, and not shown. Apart
-- from the settings, because those are read every second in which somebody calls (ADR 0121).
CREATE TABLE "legal_page" (
    "page" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "legal_page_pkey" PRIMARY KEY ("page")
);

ALTER TABLE legal_page
  ADD CONSTRAINT legal_page_is_known CHECK (page IN ('terms', 'refunds', 'privacy', 'imprint')),
  ADD CONSTRAINT legal_page_is_written CHECK (btrim(markdown, E' \t\r\n') <> '');
