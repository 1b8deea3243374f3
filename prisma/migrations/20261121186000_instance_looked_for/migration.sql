-- An index on the instance alone tempts the planner in every call of client software: it expects one row for an instance, and
-- reads all installations that share one (fresh installs of old clients all send "0"). Calls have their own index, by
-- customer, instance and product. What an admin types is looked for by an expression that no call contains.
DROP INDEX "activation_instance_idx";
CREATE INDEX "activation_instance_mark_idx" ON "activation" USING hash (md5("instance"));
