'use client';

import type { CheckPaymentsResult } from '@/lib/orders/check-payments';
import { invoices as invoiceWords } from '../../_texts/en/invoices';
import { settings as words } from '../../_texts/en/settings';
import { fillText } from '../../_texts/fill-text';
import { CopyButton } from '../../_ui/copy-button';
import { DateTime } from '../../_ui/date-time';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { ConnectionTest } from './connection-test';
import { FactRows } from './fact-rows';
import { RawReason } from './raw-reason';
import { SettingsSection } from './settings-section';
import { testPayments } from './test-actions';

/** Which money the store takes, and where Stripe sends its events. */
export type PaymentsStanding = { mode: 'demo' | 'test' | 'live'; webhookUrl: string };

const VARIABLES = [
  { name: 'STRIPE_SECRET_KEY', about: words.secretKeyText },
  { name: 'STRIPE_WEBHOOK_SECRET', about: words.webhookSecretText },
];

/** Who takes the money, what connects Stripe, and a test of the key. */
export function PaymentsSection({ mode, webhookUrl }: PaymentsStanding) {
  return (
    <SettingsSection id="payments" title={words.paymentsTitle} text={words.paymentsText}>
      <div className="flex flex-col gap-4 py-5">
        <Notice>{words[`payments.${mode}`]}</Notice>
        {mode === 'demo' ? <ConnectStripe /> : null}
        <LinkButton href="/admin/settings/invoices" variant="secondary" className="self-start">
          {invoiceWords.settingsLink}
        </LinkButton>
        <FactRows rows={[{ name: words.webhookAddress, value: webhookUrl }]} />
        <ConnectionTest
          label={words.testPayments}
          pendingText={words.testingPayments}
          ask={testPayments}
          show={(answer) => <Answer answer={answer} />}
        />
      </div>
    </SettingsSection>
  );
}

function ConnectStripe() {
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium">{words.connectStripe}</p>
      <p className="max-w-text text-muted text-sm">{words.connectStripeText}</p>
      <dl className="flex flex-col gap-1">
        {VARIABLES.map(({ name, about }) => (
          <div key={name} className="flex flex-col gap-x-3 sm:flex-row sm:items-center">
            <dt className="flex shrink-0 items-center gap-1">
              <span className="break-all font-mono text-sm">{name}</span>
              <CopyButton name={name} value={name} />
            </dt>
            <dd className="text-muted text-sm">{about}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Answer({ answer }: { answer: CheckPaymentsResult }) {
  if (answer.mode === 'demo') {
    return (
      <Notice tone="warn" isAnswer title={words['testPayments.demo']}>
        {words['testPayments.demoText']}
      </Notice>
    );
  }
  const { account, lastEventAt } = answer;
  if (!account.ok) {
    return (
      <Notice tone="bad" isAnswer title={words[`testPayments.${account.reason}`]}>
        <RawReason>{account.detail}</RawReason>
      </Notice>
    );
  }
  const isWhole = account.takesPayments && account.hasWebhookSecret;
  const title = fillText(words['testPayments.works'], { account: account.account });
  return (
    <Notice tone={isWhole ? 'good' : 'warn'} isAnswer title={title}>
      <p>{words[account.isLive ? 'testPayments.live' : 'testPayments.test']}</p>
      {account.takesPayments ? null : <p>{words['testPayments.closed']}</p>}
      <p>{words[account.hasWebhookSecret ? 'testPayments.secret' : 'testPayments.noSecret']}</p>
      <p>
        {lastEventAt ? (
          <>
            {words['testPayments.lastEvent']} <DateTime at={lastEventAt} form="moment" />
          </>
        ) : (
          words['testPayments.noEvent']
        )}
      </p>
    </Notice>
  );
}
