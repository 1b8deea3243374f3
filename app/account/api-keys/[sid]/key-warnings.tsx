import type { DeveloperKey } from '@/lib/access-keys/key-view';
import { text } from '../../../_texts/text';
import { LinkButton } from '../../../_ui/link-button';
import { Notice } from '../../../_ui/notice';

/** What should be done about a key, the gravest first. */
export function KeyWarnings({ of: key }: { of: DeveloperKey }) {
  return (
    <>
      {key.leakedAt ? (
        <Notice tone="bad" title={text('apiKeys.leakedTitle')}>
          {text('apiKeys.leakedText')}
        </Notice>
      ) : null}
      {key.sentInClearAt ? <Notice tone="bad">{text('apiKeys.clearSeen')}</Notice> : null}
      {key.seenInUrlAt ? <Notice tone="warn">{text('apiKeys.urlSeen')}</Notice> : null}
      {key.blocked === 'mfa_off' ? (
        <Notice tone="warn" title={text('apiKeys.pairBlocked')}>
          <span className="flex flex-col items-start gap-3">
            {text('apiKeys.pairBlockedText')}
            <LinkButton href="/account/credentials" size="small" variant="secondary">
              {text('apiKeys.setUpMfa')}
            </LinkButton>
          </span>
        </Notice>
      ) : null}
    </>
  );
}
