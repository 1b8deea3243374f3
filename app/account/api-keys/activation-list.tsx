import type { ListedActivation, ListedResource } from '@/lib/licensing/list-api-resources';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { DeleteActivation, Place, RenameActivation } from './activation-place';
import { ACTIVATIONS_PATH } from './activations-path';

/** Where one API Resource is in use, each place with its Delete button; the newest where there are very many. */
export function ActivationList({ resource }: { resource: ListedResource }) {
  const { activations, activationCount, allowance, productTitle } = resource;
  if (activations.length === 0) {
    return (
      <p className="text-muted text-sm">
        {text('account.noActivations')} <HelpLink article="activate" words={text('ownActivations.howToActivate')} />
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      {allowance.remaining === 0 ? (
        <p className="text-sm">
          {text('ownActivations.full')} <HelpLink article="activation-limit" words={text('ownActivations.fullHelp')} />
        </p>
      ) : null}
      {activationCount === undefined ? null : (
        <p className="text-muted text-sm">
          {text('account.newestActivations', { shown: activations.length, count: activationCount })}{' '}
          <Link href={allHref(resource)} className="link">
            {text('account.seeActivations')}
          </Link>
        </p>
      )}
      <ul aria-label={text('account.activationsOf', { product: productTitle })} className="flex flex-col">
        {activations.map((activation) => (
          <Activation key={activation.id} activation={activation} />
        ))}
      </ul>
    </div>
  );
}

// The list of all is narrowed to the order of a row; a row that merges several orders leads to all of it.
function allHref({ orderNumber }: ListedResource): string {
  return orderNumber === undefined ? ACTIVATIONS_PATH : `${ACTIVATIONS_PATH}?q=${orderNumber}`;
}

function HelpLink({ article, words }: { article: string; words: string }) {
  return (
    <Link href={`/help/${article}`} className="link">
      {words}
    </Link>
  );
}

function Activation({ activation }: { activation: ListedActivation }) {
  const { activatedAt, lastSeenAt, overLimit } = activation;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-line border-t py-2.5">
      <div className="flex min-w-0 flex-col gap-0.5">
        <span className="flex flex-wrap items-center gap-x-3">
          <Place activation={activation} />
          {overLimit ? <Badge tone="warn">{text('account.overLimit')}</Badge> : null}
        </span>
        <span className="text-muted text-sm">
          {text('account.activatedOn')} <DateTime at={activatedAt} />, {text('account.lastSeen')}{' '}
          <DateTime at={lastSeenAt} />
        </span>
        <span className="text-muted text-sm [overflow-wrap:anywhere]">{factsOf(activation).join(' · ')}</span>
      </div>
      <span className="flex flex-wrap items-start gap-2">
        <RenameActivation activation={activation} on={{}} />
        <DeleteActivation activation={activation} on={{}} />
      </span>
    </li>
  );
}

/** What else tells one place from another, as far as it is known. */
function factsOf({ version, address, keyKind, label, instance }: ListedActivation): string[] {
  return [
    ...(version === '' ? [] : [text('account.version', { version })]),
    ...(address ? [text('ownActivations.from', { address })] : []),
    ...(keyKind === undefined ? [] : [text(`ownActivations.with.${keyKind}`)]),
    ...(label === '' ? [] : [text('ownActivations.instance', { instance })]),
  ];
}
