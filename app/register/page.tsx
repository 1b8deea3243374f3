import type { Metadata } from 'next';
import { AnsweredForm } from '../_people/answered-form';
import { AsideLink } from '../_people/aside-link';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { registerAction } from './actions';

export const metadata: Metadata = { title: text('people.registerTitle') };

/** Public: an account before the first purchase. */
export default function RegisterPage() {
  return (
    <PersonPage title={text('people.registerTitle')} text={text('people.registerText')}>
      <AnsweredForm
        action={registerAction}
        fields={[
          { id: 'email', label: text('people.email'), type: 'email', autoComplete: 'email' },
          { id: 'name', label: text('people.name'), autoComplete: 'name', isOptional: true },
        ]}
        errorTitle={text('people.error.title')}
        submitText={text('people.register')}
        pendingText={text('people.registering')}
      />
      <div className="border-line border-t pt-6">
        <AsideLink question={text('people.known')} href="/sign-in" label={text('people.signIn')} />
      </div>
    </PersonPage>
  );
}
