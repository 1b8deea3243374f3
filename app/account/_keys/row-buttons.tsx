'use client';

import { Check, Copy, Eye, Pencil, RotateCw, ShieldX, SlidersHorizontal, Trash2 } from 'lucide-react';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { fillText } from '../../_texts/fill-text';
import { buttonClass } from '../../_ui/button-look';
import { classNames } from '../../_ui/class-names';
import { Link } from '../../_ui/link';
import { type CopyState, useCopy } from '../../_ui/use-copy';
import { revealAction } from './desk-actions';
import { formOf, useDesk } from './desk-context';
import type { DeskKey } from './desk-key';

const iconButton =
  'inline-flex size-8 items-center justify-center rounded-sm text-muted transition-colors hover:bg-sunken hover:text-ink disabled:opacity-50';
const textButton = buttonClass({ variant: 'secondary', size: 'small' });

/** Copy, revoke and edit as icons; Re-generate, Configure Access and Remove in words. */
export function RowButtons({ of: key }: { of: DeskKey }) {
  const { ask } = useDesk();
  const named = (template: string) => fillText(template, { name: key.name });
  const isRevoked = key.state === 'revoked';
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="flex items-center">
        <CopyKey of={key} />
        <button
          type="button"
          aria-label={named(words.revokeNamed)}
          title={words.revoke}
          disabled={isRevoked}
          onClick={() => ask({ what: 'revoke', key })}
          className={iconButton}
        >
          <ShieldX aria-hidden="true" className="size-4" strokeWidth={1.75} />
        </button>
        {isRevoked ? null : (
          <Link
            href={`/account/api-keys/${key.sid}/edit`}
            aria-label={named(words.editNamed)}
            title={words.edit}
            className={iconButton}
          >
            <Pencil aria-hidden="true" className="size-4" strokeWidth={1.75} />
          </Link>
        )}
      </span>
      <button
        type="button"
        aria-label={named(words.regenerateNamed)}
        disabled={isRevoked}
        onClick={() => ask({ what: 'regenerate', key })}
        className={textButton}
      >
        <RotateCw aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        {words.regenerate}
      </button>
      {isRevoked ? null : <AccessButton of={key} />}
      <button
        type="button"
        aria-label={named(words.removeNamed)}
        title={words.delete}
        onClick={() => ask({ what: 'remove', key })}
        className={buttonClass({ variant: 'danger', size: 'small' })}
      >
        <Trash2 aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
        {words.remove}
      </button>
    </div>
  );
}

/** Opens Configure Access; amber, and with the number of calls, once the key is restricted. */
export function AccessButton({ of: key }: { of: DeskKey }) {
  const { ask } = useDesk();
  const { name, access } = key;
  const count = access.mode === 'restricted' ? access.operations.length : 0;
  const isRestricted = access.mode === 'restricted';
  return (
    <button
      type="button"
      aria-label={fillText(isRestricted ? words.restrictedNamed : words.accessNamed, { count, name })}
      onClick={() => ask({ what: 'access', key })}
      data-restricted={isRestricted || undefined}
      className={classNames(textButton, isRestricted && '!border-warn !bg-warn/12 !text-warn')}
    >
      <SlidersHorizontal aria-hidden="true" className="size-3.5" strokeWidth={1.75} />
      {isRestricted ? fillText(words.restricted, { count }) : words.access}
    </button>
  );
}

/** Copies a standard key after a proof of who is there; of any other key its identifier, and says why. */
export function CopyKey({ of: key }: { of: DeskKey }) {
  const { act } = useDesk();
  const [state, copy] = useCopy();
  const { sid, name, isRevealable, prefix } = key;
  const copyKey = () =>
    act(
      () => revealAction(formOf({ sid })),
      ({ shown }) => copyShown(shown?.value.kind === 'standard' ? shown.value.key : undefined, copy),
    );
  const isKey = isRevealable && key.state !== 'revoked';
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <span className="relative inline-flex">
      <button
        type="button"
        aria-label={fillText(isKey ? words.copyNamed : words.copyIdNamed, { name })}
        title={isKey ? words.copy : words.copyIdWhy}
        onClick={() => (isKey ? copyKey() : copy(prefix))}
        className={iconButton}
      >
        <Icon
          aria-hidden="true"
          className={classNames('size-4', state === 'copied' && 'text-good')}
          strokeWidth={1.75}
        />
      </button>
      <span
        role="status"
        className="pointer-events-none absolute start-0 bottom-full z-20 mb-1 rounded-sm bg-ink px-2 text-paper text-sm empty:hidden"
      >
        {said(state, isKey)}
      </span>
    </span>
  );
}

/** Where the browser does not let us copy (too long after the press), the key is shown instead. */
async function copyShown(value: string | undefined, copy: (value: string) => Promise<void>): Promise<boolean> {
  if (value === undefined || !document.hasFocus()) return false;
  try {
    await navigator.clipboard.writeText(value);
  } catch {
    return false;
  }
  await copy(value);
  return true;
}

function said(state: CopyState, isKey: boolean) {
  if (state === 'idle') return '';
  if (state === 'failed') return <span className="block w-48">{words.copyFailed}</span>;
  return isKey ? words.copied : <span className="block w-56">{words.copyIdWhy}</span>;
}

/** Shows a standard key in front of the page for a minute. */
export function RevealKey({ of: { sid, name } }: { of: DeskKey }) {
  const { act } = useDesk();
  return (
    <button
      type="button"
      aria-label={fillText(words.revealNamed, { name })}
      title={words.reveal}
      onClick={() => act(() => revealAction(formOf({ sid })))}
      className={iconButton}
    >
      <Eye aria-hidden="true" className="size-4" strokeWidth={1.75} />
    </button>
  );
}
