-- Which mails a customer wants, where there is a choice (ADR 0098). No row: the topic's own default, which the code knows.
CREATE TYPE "mail_topic" AS ENUM ('new_release', 'licence_ending', 'device_activated');

CREATE TABLE "mail_choice" (
    "customer_id" UUID NOT NULL,
    "topic" "mail_topic" NOT NULL,
    "is_wanted" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "mail_choice_pkey" PRIMARY KEY ("customer_id", "topic"),
    CONSTRAINT "mail_choice_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "customer"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The few who chose a topic that is off by default.
CREATE INDEX "mail_choice_topic_is_wanted_idx" ON "mail_choice"("topic", "is_wanted");

-- Addresses whose mail server refused a mail for good, until one goes through. By address and not by customer: a customer
-- whose address is corrected has nothing to do with it any more.
CREATE TABLE "mail_refusal" (
    "address" TEXT NOT NULL,
    "mail_id" UUID NOT NULL,
    "template" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "mail_refusal_pkey" PRIMARY KEY ("address")
);

-- When holders were told of a version: it happens once, however often the version is published again.
ALTER TABLE "release" ADD COLUMN "told_at" TIMESTAMPTZ(3);

-- Every version that is out already is old news.
UPDATE "release" SET "told_at" = "published_at" WHERE "published_at" IS NOT NULL;
