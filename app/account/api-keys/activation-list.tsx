import Link from 'next/link';
import type { ListedActivation, ListedResource } from '@/lib/licensing/list-api-resources';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { SubmitButton } from '../../_ui/submit-button';
import { deleteActivationAction } from './actions';
import { ACTIVATIONS_PATH } from './activations-path';

/** Where one API Resource is in use, each place with its Delete button; the newest where there are very many. */
export function ActivationList({ resource }: { resource: ListedResource }) {
  const { activations, activationCount, productTitle } = resource;
  if (activations.length === 0) return <p className="text-muted text-sm">{text('account.noActivations')}</p>;
  return (
    <div className="flex flex-col gap-2">
      {activationCount === undefined ? null : (
        <p className="text-muted text-sm">
          {text('account.newestActivations', { shown: activations.length, count: activationCount })}{' '}
          <Link href={allHref(resource)} className="link">
            {text('account.seeActivations')}
          </Link>
        </p>
      )}
      <Activations activations={activations} name={text('account.activationsOf', { product: productTitle })} />
    </div>
  );
}

// The list of all is narrowed to the order of a row; a row that merges several orders leads to all of it.
function allHref({ orderNumber }: ListedResource): string {
  return orderNumber === undefined ? ACTIVATIONS_PATH : `${ACTIVATIONS_PATH}?q=${orderNumber}`;
}

/** The product is named where activations of several stand in one list. */
type ShownActivation = ListedActivation & { productTitle?: string };

type ActivationsProps = {
  activations: readonly ShownActivation[];
  name: string;
  /** The search to come back to after a deletion; undefined: the API Keys page. */
  search?: string;
};

/** Places in use, each with its Delete button. */
export function Activations({ activations, name, search }: ActivationsProps) {
  return (
    <ul aria-label={name} className="flex flex-col">
      {activations.map((activation) => (
        <li
          key={activation.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t py-2"
        >
          <ActivationFacts activation={activation} />
          <DeleteButton activation={activation} search={search} />
        </li>
      ))}
    </ul>
  );
}

function ActivationFacts({ activation }: { activation: ShownActivation }) {
  const { version, activatedAt, overLimit, productTitle } = activation;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5">
      <Place activation={activation} />
      {overLimit ? <Badge tone="warn">{text('account.overLimit')}</Badge> : null}
      <span className="text-muted text-sm">
        {productTitle === undefined ? null : `${productTitle}, `}
        {version === '' ? null : `${text('account.version', { version })}, `}
        {text('account.activatedOn')} <DateTime at={activatedAt} />
      </span>
    </div>
  );
}

/** What the client called the place; a web address becomes a link without its scheme. */
function Place({ activation }: { activation: ListedActivation }) {
  const name = placeOf(activation);
  if (!/^https?:\/\//i.test(activation.label) || !URL.canParse(activation.label)) {
    return <span className="break-all">{name}</span>;
  }
  return (
    <a
      href={activation.label}
      rel="nofollow noopener noreferrer"
      className="break-all text-brass underline underline-offset-2"
    >
      {name}
    </a>
  );
}

function DeleteButton({ activation, search }: { activation: ListedActivation; search: string | undefined }) {
  return (
    <form action={deleteActivationAction} className="no-print">
      <input type="hidden" name="activation" value={activation.id} />
      {search === undefined ? null : <input type="hidden" name="search" value={search} />}
      <SubmitButton
        variant="danger"
        size="small"
        aria-label={text('account.deleteActivationOf', { label: placeOf(activation) })}
        pendingText={text('account.deletingActivation')}
      >
        {text('account.deleteActivation')}
      </SubmitButton>
    </form>
  );
}

function placeOf({ label, instance }: ListedActivation): string {
  return label.replace(/^https?:\/\//i, '') || instance;
}
