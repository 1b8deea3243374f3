import type { Metadata } from 'next';
import { pendingToken } from '@/lib/auth/pending-cookie';
import { returnPath } from '@/lib/auth/return-path';
import { readPendingSignIn } from '@/lib/customers/pending-sign-in';
import { readCredentials } from '@/lib/customers/read-credentials';
import { FactorChoice } from '../_factors/factor-choice';
import { AsideLink } from '../_people/aside-link';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { LinkButton } from '../_ui/link-button';
import { Notice } from '../_ui/notice';
import { finishSignInAction, passkeyForSignIn } from './actions';

export const metadata: Metadata = { title: text('factors.mfaTitle') };

type MfaProps = { searchParams: Promise<{ return?: string | string[]; with?: string | string[] }> };

/** Public: the second step of signing in, for a browser in which the password was right. */
export default async function MfaPage({ searchParams }: MfaProps) {
  const asked = await searchParams;
  const goal = returnPath(asked.return);
  const signIn = `/sign-in?return=${encodeURIComponent(goal)}`;
  const pending = await readPendingSignIn(await pendingToken());
  if (!pending) {
    return (
      <PersonPage title={text('factors.mfaTitle')}>
        <Notice tone="warn">{text('factors.mfaOver')}</Notice>
        <LinkButton href={signIn} className="self-start">
          {text('factors.mfaStartAgain')}
        </LinkButton>
      </PersonPage>
    );
  }
  const { factors, codesLeft } = await readCredentials(pending.customer.id);
  return (
    <PersonPage title={text('factors.mfaTitle')} text={text('factors.mfaText')}>
      <FactorChoice
        kinds={[...new Set(factors.map(({ kind }) => kind))]}
        hasCodes={codesLeft > 0}
        wantsRecovery={asked.with === 'recovery'}
        here={`/mfa?return=${encodeURIComponent(goal)}`}
        goal={goal}
        action={finishSignInAction}
        readOptions={passkeyForSignIn}
      />
      <AsideLink question={text('factors.mfaOther')} href={signIn} label={text('factors.mfaStartAgain')} />
    </PersonPage>
  );
}
