-- Not only activations are written by clients (a refused sign-in is, too): what is left out are the two actions of which there
-- are as many as activations.
DROP INDEX "audit_entry_action_at_idx";
CREATE INDEX "audit_entry_action_at_idx" ON "audit_entry"("action", "at")
  WHERE action NOT IN ('activation.create', 'activation.delete');
