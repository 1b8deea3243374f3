'use client';

import type { SendTestMailResult } from '@/lib/mailbox/send-test-mail';
import { settings as words } from '../../_texts/en/settings';
import { fillText } from '../../_texts/fill-text';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { ConnectionTest } from './connection-test';
import { FactRows } from './fact-rows';
import { LineRow } from './line-row';
import { RawReason } from './raw-reason';
import { type SectionProps, SettingsSection } from './settings-section';
import { testMail } from './test-actions';

/** Where mails go; undefined: they are kept in the store. `own` is the address of the admin who looks at this. */
export type MailStanding = { server: { host: string; from: string } | undefined; own: string };

/** Who mails are from and where they go, and a test that sends one to the admin. */
export function MailSection({ server, own, ...section }: SectionProps & MailStanding) {
  return (
    <SettingsSection id="mail" title={words.mailTitle} text={words.mailText}>
      <LineRow {...section} id="mailSenderName" />
      <div className="flex flex-col gap-4 py-5">
        {server ? (
          <FactRows
            rows={[
              { name: words.mailServer, value: server.host },
              { name: words.mailFrom, value: server.from },
            ]}
          />
        ) : (
          <div className="flex flex-col gap-3">
            <Notice tone="warn" title={words.mailOff}>
              {words.mailOffText}
            </Notice>
            <LinkButton href="/admin/mail" variant="secondary" className="self-start">
              {words.mailWaiting}
            </LinkButton>
          </div>
        )}
        <p className="text-muted text-sm">{fillText(words.testMailHint, { email: own })}</p>
        <ConnectionTest
          label={words.testMail}
          pendingText={words.testingMail}
          ask={testMail}
          show={(answer) => <Answer answer={answer} />}
        />
      </div>
    </SettingsSection>
  );
}

function Answer({ answer }: { answer: SendTestMailResult }) {
  if (answer.ok) {
    return (
      <Notice tone="good" isAnswer title={words.testMailSent}>
        {fillText(words.testMailSentText, { to: answer.to })}
      </Notice>
    );
  }
  if (answer.reason === 'no_mail_server') {
    return (
      <Notice tone="warn" isAnswer title={words.testMailOff}>
        {words.mailOffText}
      </Notice>
    );
  }
  return (
    <Notice tone="bad" isAnswer title={words.testMailFailed}>
      <RawReason>{answer.detail}</RawReason>
    </Notice>
  );
}
