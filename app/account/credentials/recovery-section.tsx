import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';

const FEW = 3;

/** The panel of recovery codes: how many are left, and new ones. */
export function RecoverySection({ left }: { left: number }) {
  return (
    <section aria-labelledby="recovery" className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <h2 id="recovery" className="text-lg">
          {text('factors.codesTitle')}
        </h2>
        <p className="max-w-text text-muted">{text('factors.codesText')}</p>
      </div>
      {left === 0 ? (
        <Notice tone="warn" title={text('factors.codesNoneTitle')}>
          {text('factors.codesNoneText')}
        </Notice>
      ) : (
        <p className="nums font-medium">{text('factors.codesLeft', { count: left })}</p>
      )}
      {left > 0 && left <= FEW ? (
        <Notice tone="warn" title={text('factors.codesFewTitle')}>
          {text('factors.codesFewText')}
        </Notice>
      ) : null}
      <LinkButton variant="secondary" href="/account/credentials/recovery-codes" className="self-start">
        {text(left === 0 ? 'factors.codesMake' : 'factors.codesRenew')}
      </LinkButton>
    </section>
  );
}
