import type { Metadata } from 'next';
import { PersonPage } from '../_people/person-page';
import { text } from '../_texts/text';
import { LinkButton } from '../_ui/link-button';

export const metadata: Metadata = { title: text('personalData.deletedTitle'), robots: { index: false } };

/** Public: where somebody lands who has just deleted their account. It knows nobody. */
export default function AccountDeletedPage() {
  return (
    <PersonPage title={text('personalData.deletedTitle')} text={text('personalData.deletedText')}>
      <p>{text('personalData.deletedAgain')}</p>
      <LinkButton href="/" variant="secondary" className="self-start">
        {text('personalData.deletedHome')}
      </LinkButton>
    </PersonPage>
  );
}
