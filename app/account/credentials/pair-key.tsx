import type { DeveloperKey } from '@/lib/access-keys/key-view';
import { text } from '../../_texts/text';
import { CopyButton } from '../../_ui/copy-button';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { deskKey } from '../_keys/desk-key';
import { KeyState } from '../_keys/key-state';
import { PairIcons, RenewPair } from '../_keys/pair-buttons';

const RENEWABLE_MS = 60 * 86_400_000;

/** One pair with its slider, its two icons and until when it is valid. */
export function PairKey({ of: key, at }: { of: DeveloperKey; at: Date }) {
  const desk = deskKey(key, at);
  const left = key.expiresAt ? key.expiresAt.getTime() - at.getTime() : Number.POSITIVE_INFINITY;
  return (
    <article aria-label={key.name} className="flex flex-col gap-4 rounded-md border border-line bg-raised p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <Link href={`/account/api-keys/${key.sid}`} className="link self-start font-medium">
            {key.name}
          </Link>
          <span className="inline-flex min-w-0 items-center gap-1">
            <span className="min-w-0 break-all font-mono text-sm">{key.prefix}</span>
            <CopyButton name={text('apiKeys.accessKeyId')} value={key.prefix} />
          </span>
        </div>
        <div className="flex items-center gap-3">
          <KeyState of={key} desk={desk} />
          <PairIcons of={desk} />
        </div>
      </div>
      {key.state === 'expired' ? <Notice tone="warn">{text('apiKeys.pairExpired')}</Notice> : null}
      {key.blocked === 'mfa_off' ? <Blocked /> : null}
      {key.expiresAt ? (
        <p className="text-muted">
          {text('apiKeys.validUntil')} <DateTime at={key.expiresAt} form="moment" />
        </p>
      ) : null}
      {left > 0 && left <= RENEWABLE_MS ? <RenewPair sid={key.sid} /> : null}
    </article>
  );
}

function Blocked() {
  return (
    <Notice tone="warn" title={text('apiKeys.pairBlocked')}>
      <span className="flex flex-col items-start gap-3">
        {text('apiKeys.pairBlockedText')}
        <LinkButton href="/account/credentials/authenticator" size="small" variant="secondary">
          {text('apiKeys.setUpMfa')}
        </LinkButton>
      </span>
    </Notice>
  );
}
