import { Fragment } from 'react';
import type { LegalPage } from '@/lib/settings/setting-choices';
import { text } from '../_texts/text';

const AGREED: readonly LegalPage[] = ['terms', 'refunds'];

type LegalSentenceProps = {
  /** The pages that the owner has written. */
  written: readonly LegalPage[];
  /** Nothing is ever paid, so the button is no Pay. */
  isFree: boolean;
};

/** What pressing the button agrees to, with links to read it; nothing where nothing is written. */
export function LegalSentence({ written, isFree }: LegalSentenceProps) {
  const agreed = written.filter((page) => AGREED.includes(page));
  const others = written.filter((page) => !AGREED.includes(page));
  if (written.length === 0) return null;
  return (
    <p className="text-sm">
      {agreed.length > 0 ? (
        <>
          {text(isFree ? 'legal.agreeOrdering' : 'legal.agreePaying')} <Links pages={agreed} />.{' '}
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          {text('legal.see')} <Links pages={others} />.
        </>
      ) : null}
    </p>
  );
}

// In a tab of their own: what is typed into the form would be lost.
function Links({ pages }: { pages: readonly LegalPage[] }) {
  return pages.map((page, place) => (
    <Fragment key={page}>
      {place > 0 ? ` ${text('legal.and')} ` : null}
      <a href={`/legal/${page}`} target="_blank" rel="noopener" className="link">
        {text(`legal.inSentence.${page}`)}
        <span className="sr-only"> {text('legal.newTab')}</span>
      </a>
    </Fragment>
  ));
}
