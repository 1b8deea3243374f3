import { ChevronDown } from 'lucide-react';
import type { KeyAllowance } from '@/lib/access-keys/read-allowance';
import { text } from '../../_texts/text';
import { buttonClass } from '../../_ui/button-look';
import { Link } from '../../_ui/link';

/** "+ Add API Key", and beside it the other kinds. At the limit of the plan there is the reason instead. */
export function AddKey({ allowance }: { allowance: KeyAllowance }) {
  const { keys, allowedKinds, plan } = allowance;
  const isFull = keys.max !== null && keys.used >= keys.max;
  if (isFull) {
    return (
      <div className="flex flex-col items-start gap-1 sm:w-72 sm:shrink-0 sm:items-end sm:text-end">
        <button type="button" disabled aria-describedby="key-limit" className={buttonClass({ variant: 'primary' })}>
          {text('apiKeys.add')}
        </button>
        <p id="key-limit" className="text-muted text-sm">
          {text('apiKeys.limitReached', { max: keys.max ?? 0, plan: plan.name })}
        </p>
      </div>
    );
  }
  return (
    <div className="no-print relative flex shrink-0">
      <Link href="/account/api-keys/new" className={buttonClass({ variant: 'primary' }, 'rounded-e-none')}>
        {text('apiKeys.add')}
      </Link>
      <details className="flex">
        <summary
          aria-label={text('apiKeys.addMore')}
          className={buttonClass({ variant: 'primary' }, 'h-full list-none rounded-s-none !border-s-paper/30 !px-2.5')}
        >
          <ChevronDown aria-hidden="true" className="size-4" strokeWidth={2} />
        </summary>
        <div className="absolute start-0 top-full z-30 mt-1 flex w-72 max-w-[calc(100vw-2rem)] sm:start-auto sm:end-0 flex-col gap-1 rounded-md border border-line bg-raised p-2 shadow-float">
          {allowedKinds.includes('standard') ? (
            <Choice href="/account/api-keys/new?kind=standard" label="addStandard" about="about.standard" />
          ) : null}
          {allowedKinds.includes('secret') ? (
            <Choice href="/account/api-keys/new?kind=secret" label="addSecret" about="about.secret" />
          ) : null}
          {allowedKinds.includes('pair') ? (
            <Choice href="/account/credentials#api-access-key" label="addPair" about="about.pair" />
          ) : null}
          <p className="border-line border-t px-3 pt-2 pb-1 text-muted text-sm">{text('apiKeys.addHint')}</p>
        </div>
      </details>
    </div>
  );
}

type ChoiceProps = {
  href: string;
  label: 'addStandard' | 'addSecret' | 'addPair';
  about: 'about.standard' | 'about.secret' | 'about.pair';
};

function Choice({ href, label, about }: ChoiceProps) {
  return (
    <Link href={href} className="flex flex-col rounded-sm px-3 py-2 transition-colors hover:bg-sunken">
      <span className="font-medium">{text(`apiKeys.${label}`)}</span>
      <span className="text-muted text-sm">{text(`apiKeys.${about}`)}</span>
    </Link>
  );
}
