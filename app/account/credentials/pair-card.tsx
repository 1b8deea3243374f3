import type { DeveloperKey } from '@/lib/access-keys/key-view';
import type { KeyAllowance } from '@/lib/access-keys/read-allowance';
import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { GeneratePair } from '../_keys/pair-buttons';
import { PairKey } from './pair-key';

type PairCardProps = {
  /** Those that were not revoked. */
  pairs: DeveloperKey[];
  allowance: KeyAllowance;
  at: Date;
};

/** The API Access Key of the signed-in person: what it needs, the button that makes it, or the key and what can be done. */
export function PairCard({ pairs, allowance, at }: PairCardProps) {
  return (
    <section aria-labelledby="api-access-key" className="flex scroll-mt-20 flex-col gap-5">
      <div className="flex flex-col gap-1">
        <h2 id="api-access-key" className="text-lg">
          {text('apiKeys.pairTitle')}
        </h2>
        <p className="max-w-text text-muted">
          {text('apiKeys.pairText')}{' '}
          <Link href="/help/key-pairs" className="link">
            {text('apiKeys.pairHelp')}
          </Link>
        </p>
      </div>
      {pairs.map((pair) => (
        <PairKey key={pair.sid} of={pair} at={at} />
      ))}
      <Room hasPairs={pairs.length > 0} allowance={allowance} />
    </section>
  );
}

/** Whether another pair can be made, and else why not. Says nothing where there is one and no room for more. */
function Room({ hasPairs, allowance }: { hasPairs: boolean; allowance: KeyAllowance }) {
  const { pairs, allowedKinds, hasFactor, mfaRequiredFor } = allowance;
  if (!pairs.isInPlan || !allowedKinds.includes('pair')) {
    return hasPairs ? null : <Notice>{text('apiKeys.pairNotInPlan')}</Notice>;
  }
  if (!hasFactor && mfaRequiredFor !== 'none') {
    return hasPairs ? null : (
      <div className="flex flex-col items-start gap-4 rounded-md border border-line bg-raised p-5">
        <p>{text('apiKeys.pairNoFactor')}</p>
        <LinkButton href="/account/credentials/authenticator">{text('apiKeys.setUpMfa')}</LinkButton>
      </div>
    );
  }
  if (pairs.used >= pairs.max) return null;
  return (
    <div className="flex flex-col items-start gap-4 rounded-md border border-line bg-raised p-5">
      {hasPairs ? null : <p className="text-muted">{text('apiKeys.pairNone')}</p>}
      <GeneratePair />
    </div>
  );
}
