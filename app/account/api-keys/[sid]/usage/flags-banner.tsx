import type { KeyFlag } from '@/lib/access-keys/list-flags';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { Notice } from '../../../../_ui/notice';

/** What looked unusual about a key lately; nothing when nothing did. */
export function FlagsBanner({ flags }: { flags: KeyFlag[] }) {
  if (flags.length === 0) return null;
  return (
    <Notice tone="warn" title={text('usage.flagsTitle')}>
      <ul className="flex flex-col gap-1">
        {flags.map(({ id, kind, at, facts }) => (
          <li key={id} className="break-words">
            {text(`usage.flag_${kind}`, facts)}{' '}
            <span className="text-muted text-sm">
              <DateTime at={at} form="moment" />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2">{text('usage.flagsText')}</p>
    </Notice>
  );
}
