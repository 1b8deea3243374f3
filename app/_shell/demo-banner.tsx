import { FlaskConical } from 'lucide-react';
import { storeFacts } from '@/lib/settings/store-facts';
import { text } from '../_texts/text';

/** The strip on top of every page while payments are a demo. It cannot be closed. */
export function DemoBanner() {
  if (!storeFacts().isDemoPayments) return null;
  return (
    <aside
      aria-label={text('shell.demoTitle')}
      className="no-print sticky top-0 z-40 border-warn border-t-4 border-b border-b-line bg-paper"
    >
      <p className="mx-auto flex max-w-page items-start gap-2 px-4 py-1.5 text-sm sm:px-6">
        <FlaskConical aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warn" strokeWidth={1.75} />
        <span>
          <strong className="font-semibold">{text('shell.demoTitle')}:</strong> {text('shell.demoBanner')}
        </span>
      </p>
    </aside>
  );
}
