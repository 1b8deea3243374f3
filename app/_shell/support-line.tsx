import type { SupportLink } from '@/lib/settings/support-address';
import { shell } from '../_texts/en/shell';

/** Where buyers get help from the store. */
export function SupportLine({ href, label }: SupportLink) {
  return (
    <p className="text-muted">
      {shell.support}{' '}
      <a href={href} className="link inline-flex min-h-6 items-center break-all">
        {label}
      </a>
    </p>
  );
}
