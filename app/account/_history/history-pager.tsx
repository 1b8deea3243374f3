import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';

type Pages = { previous: string | undefined; next: string | undefined };

/** On to older entries, or back to the newest. */
export function HistoryPager({ path, page }: { path: string; page: Pages }) {
  const { previous, next } = page;
  if (previous === undefined && next === undefined) return null;
  return (
    <nav aria-label={text('usage.historyCaption')} className="flex flex-wrap gap-2">
      {previous === undefined ? null : (
        <LinkButton href={path} variant="quiet">
          {text('usage.newest')}
        </LinkButton>
      )}
      {next === undefined ? null : (
        <LinkButton href={`${path}?after=${encodeURIComponent(next)}`} variant="secondary" rel="next">
          {text('usage.older')}
        </LinkButton>
      )}
    </nav>
  );
}
