import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';

type CustomerBadgesProps = {
  role: 'customer' | 'admin';
  disabledAt: Date | null;
  deletedAt: Date | null;
  hasFactor: boolean;
};

/** What sets a person apart: an admin, one without a second factor, a disabled or deleted account. Nothing for all others. */
export function CustomerBadges({ role, disabledAt, deletedAt, hasFactor }: CustomerBadgesProps) {
  return (
    <>
      {role === 'admin' ? <Badge>{text('customers.role.admin')}</Badge> : null}
      {role === 'admin' && !hasFactor ? <Badge tone="warn">{text('customers.noFactor')}</Badge> : null}
      {deletedAt ? <Badge>{text('customers.account.deleted')}</Badge> : null}
      {disabledAt ? <Badge tone="bad">{text('customers.account.disabled')}</Badge> : null}
    </>
  );
}
