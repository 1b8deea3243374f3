import { AnsweredForm } from '../_people/answered-form';
import { AsideLink } from '../_people/aside-link';
import type { FormAnswer } from '../_people/form-answer';
import { text } from '../_texts/text';
import { PasskeyForm } from './passkey-form';

type FactorChoiceProps = {
  kinds: ('totp' | 'passkey')[];
  /** Whether recovery codes are left, and whether the person asked to use one. */
  hasCodes: boolean;
  wantsRecovery: boolean;
  /** This page's own address without `with`. */
  here: string;
  /** Where to go afterwards. */
  goal: string;
  action: (previous: FormAnswer, form: FormData) => Promise<FormAnswer>;
  readOptions: () => Promise<string | undefined>;
};

/** The ways in which this person can show a second factor: passkey first, then a code, and a recovery code on demand. */
export function FactorChoice(props: FactorChoiceProps) {
  const { kinds, hasCodes, wantsRecovery, here, goal, action, readOptions } = props;
  const hidden = { return: goal };
  if (wantsRecovery) {
    return (
      <>
        <RecoveryForm action={action} hidden={hidden} />
        <AsideLink question={text('factors.haveFactor')} href={here} label={text('factors.haveFactorLink')} />
      </>
    );
  }
  return (
    <>
      {kinds.includes('passkey') ? (
        <PasskeyForm
          does="use"
          readOptions={readOptions}
          action={action}
          hidden={hidden}
          submitText={text('factors.usePasskey')}
          pendingText={text('factors.usingPasskey')}
        />
      ) : null}
      {kinds.length > 1 ? <p className="border-line border-t pt-6 text-muted">{text('factors.orCode')}</p> : null}
      {kinds.includes('totp') ? <CodeForm action={action} hidden={hidden} /> : null}
      <div className="border-line border-t pt-6">
        {hasCodes ? (
          <AsideLink
            question={text('factors.lostFactor')}
            href={`${here}&with=recovery`}
            label={text('factors.lostFactorLink')}
          />
        ) : (
          <p className="text-muted">{text('factors.lostAll')}</p>
        )}
      </div>
    </>
  );
}

type PartProps = Pick<FactorChoiceProps, 'action'> & { hidden: Record<string, string> };

function CodeForm({ action, hidden }: PartProps) {
  return (
    <AnsweredForm
      action={action}
      hidden={hidden}
      fields={[
        {
          id: 'code',
          label: text('factors.code'),
          autoComplete: 'one-time-code',
          hint: text('factors.codeHint'),
          inputMode: 'numeric',
        },
      ]}
      errorTitle={text('factors.error.title')}
      submitText={text('factors.verify')}
      pendingText={text('factors.verifying')}
    />
  );
}

function RecoveryForm({ action, hidden }: PartProps) {
  return (
    <AnsweredForm
      action={action}
      hidden={hidden}
      fields={[
        {
          id: 'recovery',
          label: text('factors.recoveryCode'),
          autoComplete: 'off',
          hint: text('factors.recoveryHint'),
        },
      ]}
      errorTitle={text('factors.error.title')}
      submitText={text('factors.useRecovery')}
      pendingText={text('factors.usingRecovery')}
    />
  );
}
