import type { ReactNode } from 'react';
import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { SubmitButton } from '../../_ui/submit-button';

/** Takes out everything the store keeps about the person. `children`: what they have to do first, instead of the button. */
export function DownloadSection({ children }: { children: ReactNode }) {
  return (
    <section aria-labelledby="download-data" className="flex max-w-text flex-col gap-5">
      <div className="flex flex-col gap-2">
        <h2 id="download-data" className="text-lg">
          {text('personalData.downloadTitle')}
        </h2>
        <p className="text-muted">{text('personalData.downloadText')}</p>
        <p className="text-muted">
          {text('personalData.downloadKeys')}{' '}
          <Link href="/account/api-keys" className="link">
            {text('account.apiKeys')}
          </Link>
          .
        </p>
      </div>
      {children ?? (
        <form action="/account/data/download">
          <SubmitButton variant="secondary">{text('personalData.download')}</SubmitButton>
        </form>
      )}
    </section>
  );
}
