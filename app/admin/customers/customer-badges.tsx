import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';

type CustomerBadgesProps = { role: 'customer' | 'admin'; disabledAt: Date | null; hasFactor: boolean };

/** What sets a person apart: an admin, one without a second factor, a disabled account. Nothing for everybody else. */
export function CustomerBadges({ role, disabledAt, hasFactor }: CustomerBadgesProps) {
  return (
    <>
      {role === 'admin' ? <Badge>{text('customers.role.admin')}</Badge> : null}
      {role === 'admin' && !hasFactor ? <Badge tone="warn">{text('customers.noFactor')}</Badge> : null}
      {disabledAt ? <Badge tone="bad">{text('customers.account.disabled')}</Badge> : null}
    </>
  );
}
