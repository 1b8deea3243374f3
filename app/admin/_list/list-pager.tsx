import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { type ListView, listHref } from './list-view';

// As lib/db/keyset-page reads it.
const LAST_PAGE = 'end';

type ListPagerProps = { view: ListView; previous: string | undefined; next: string | undefined };

/** The pages of a list, by position: no page is further away than another, and none has a number. */
export function ListPager({ view, previous, next }: ListPagerProps) {
  if (previous === undefined && next === undefined) return null;
  return (
    <nav aria-label={text('lists.pages')} className="flex flex-wrap gap-2 pt-2 pb-6">
      {previous === undefined ? null : (
        <>
          <LinkButton href={listHref(view)} variant="quiet">
            {text('lists.firstPage')}
          </LinkButton>
          <LinkButton href={listHref(view, { before: previous })} variant="secondary" rel="prev">
            {text('lists.previousPage')}
          </LinkButton>
        </>
      )}
      {next === undefined ? null : (
        <>
          <LinkButton href={listHref(view, { after: next })} variant="secondary" rel="next">
            {text('lists.nextPage')}
          </LinkButton>
          <LinkButton href={listHref(view, { before: LAST_PAGE })} variant="quiet">
            {text('lists.lastPage')}
          </LinkButton>
        </>
      )}
    </nav>
  );
}
