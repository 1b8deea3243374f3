import type { DownloadRow } from '@/lib/downloads/list-downloads';
import { text } from '../../_texts/text';
import { SubmitButton } from '../../_ui/submit-button';
import { wishBeta } from './actions';

/** Asks for beta versions of a product, or ends that. Nothing where there is none and none was asked for. */
export function BetaWish({ row }: { row: DownloadRow }) {
  const { isWanted, isThere } = row.beta;
  if (!isWanted && !isThere) return null;
  return (
    <form action={wishBeta} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input type="hidden" name="resource" value={row.apiResourceId} />
      <input type="hidden" name="wants" value={isWanted ? 'no' : 'yes'} />
      <SubmitButton variant="secondary" size="small" pendingText={text('account.betaSaving')}>
        {text(isWanted ? 'account.betaEnd' : 'account.betaAsk')}
        <span className="sr-only"> {text('account.betaOf', { product: row.productTitle })}</span>
      </SubmitButton>
      <span className="text-muted">{text(isWanted ? 'account.betaEndText' : 'account.betaAskText')}</span>
    </form>
  );
}
