import type { ListedActivation, ListedResource } from '@/lib/licensing/list-api-resources';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { SubmitButton } from '../../_ui/submit-button';
import { deleteActivationAction } from './actions';

/** Where one API Resource is in use, each place with its Delete button. */
export function ActivationList({ resource }: { resource: ListedResource }) {
  const { activations, productTitle } = resource;
  if (activations.length === 0) return <p className="text-muted text-sm">{text('account.noActivations')}</p>;
  return (
    <ul aria-label={text('account.activationsOf', { product: productTitle })} className="flex flex-col">
      {activations.map((activation) => (
        <li
          key={activation.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t py-2"
        >
          <ActivationFacts activation={activation} />
          <DeleteButton activation={activation} />
        </li>
      ))}
    </ul>
  );
}

function ActivationFacts({ activation }: { activation: ListedActivation }) {
  const { version, activatedAt, overLimit } = activation;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5">
      <Place activation={activation} />
      {overLimit ? <Badge tone="warn">{text('account.overLimit')}</Badge> : null}
      <span className="text-muted text-sm">
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

function DeleteButton({ activation }: { activation: ListedActivation }) {
  return (
    <form action={deleteActivationAction} className="no-print">
      <input type="hidden" name="activation" value={activation.id} />
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
