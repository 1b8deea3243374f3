import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';

/** For whoever has no licence in this account: where to buy one, and what to do when one was bought. */
export function KeysElsewhere() {
  return (
    <span className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <LinkButton href="/products">{text('account.browse')}</LinkButton>
      <Link href="/help/keys-missing" className="link">
        {text('ownActivations.keysMissing')}
      </Link>
    </span>
  );
}
