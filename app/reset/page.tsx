import type { Metadata } from 'next';
import { isResetLinkUsable } from '@/lib/customers/reset-password';
import { AnsweredForm } from '../_people/answered-form';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { LinkButton } from '../_ui/link-button';
import { Notice } from '../_ui/notice';
import { choosePasswordAction, requestResetAction } from './actions';

// The token in this page's address must not travel on to another site.
export const metadata: Metadata = { title: text('people.resetTitle'), referrer: 'same-origin' };

type ResetProps = { searchParams: Promise<{ token?: string | string[] }> };

/** Public: asks for the mailed link, or with it for the new password. */
export default async function ResetPage({ searchParams }: ResetProps) {
  const { token } = await searchParams;
  if (typeof token !== 'string') return <RequestReset />;
  return (await isResetLinkUsable(token)) ? <ChoosePassword token={token} /> : <DeadLink />;
}

function RequestReset() {
  return (
    <PersonPage title={text('people.resetTitle')} text={text('people.resetText')}>
      <AnsweredForm
        action={requestResetAction}
        fields={[{ id: 'email', label: text('people.email'), type: 'email', autoComplete: 'username' }]}
        errorTitle={text('people.error.title')}
        submitText={text('people.resetRequest')}
        pendingText={text('people.resetRequesting')}
      />
    </PersonPage>
  );
}

function ChoosePassword({ token }: { token: string }) {
  return (
    <PersonPage title={text('people.resetTitle')} text={text('people.chooseText')}>
      <AnsweredForm
        action={choosePasswordAction}
        hidden={{ token }}
        fields={[
          {
            id: 'password',
            label: text('people.newPassword'),
            type: 'password',
            autoComplete: 'new-password',
            hint: text('people.passwordHint'),
          },
        ]}
        errorTitle={text('people.error.title')}
        submitText={text('people.choose')}
        pendingText={text('people.choosing')}
      />
    </PersonPage>
  );
}

function DeadLink() {
  return (
    <PersonPage title={text('people.resetTitle')}>
      <Notice tone="warn" title={text('people.linkDeadTitle')}>
        {text('people.linkDeadText')}
      </Notice>
      <LinkButton href="/reset" className="self-start">
        {text('people.linkDeadAction')}
      </LinkButton>
    </PersonPage>
  );
}
