import type { Change, FindingStep } from '@/lib/orders/reconcile/finding-steps';
import type { Finding } from '@/lib/orders/reconcile/list-findings';
import { text } from '../../_texts/text';
import { buttonClass } from '../../_ui/button-look';
import { DateTime } from '../../_ui/date-time';
import { Field } from '../../_ui/field';
import { Link } from '../../_ui/link';
import { SubmitButton } from '../../_ui/submit-button';
import { Table } from '../../_ui/table';
import { applyShownFinding, dismissShownFinding } from './actions';
import { ChangeValue, nameSubject, sayStripe } from './finding-words';

/** One difference: what Stripe says, what would change, and the two ways to decide it. */
export function FindingCard({ finding }: { finding: Finding }) {
  const name = nameSubject(finding.object);
  return (
    <article aria-labelledby={finding.id} className="flex flex-col gap-5 border-line border-t pt-6">
      <header className="flex flex-col gap-1">
        <h3 id={finding.id} className="text-lg">
          <FindingObject finding={finding} />
        </h3>
        <p className="text-muted text-sm">
          <span className="break-all">{finding.customerEmail}</span> · {text('reconcile.found')}{' '}
          <DateTime at={finding.foundAt} form="moment" />
        </p>
      </header>
      {finding.steps.map((step, place) => (
        // The steps of a finding never move.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Step key={place} step={step} number={place + 1} of={name} />
      ))}
      <Decide finding={finding} name={name} />
    </article>
  );
}

/** What a finding is about, with the way there where it has a page. */
export function FindingObject({ finding: { object } }: { finding: Finding }) {
  return <Named subject={object} />;
}

function Named({ subject }: { subject: Change['subject'] }) {
  const { kind, number } = subject;
  const name = nameSubject(subject);
  if (number === null || kind === 'subscription') return name;
  return (
    <Link href={`/admin/${kind === 'order' ? 'orders' : 'licences'}/${number}`} className="link">
      {name}
    </Link>
  );
}

function Step({ step, number, of }: { step: FindingStep; number: number; of: string }) {
  return (
    <section className="flex flex-col gap-2">
      <p className="max-w-text break-words font-medium">{sayStripe(step.says)}</p>
      <Table
        caption={text('reconcile.changesCaption', { step: String(number), object: of })}
        columns={[
          { key: 'what', header: text('reconcile.what') },
          { key: 'before', header: text('reconcile.before') },
          { key: 'after', header: text('reconcile.after') },
        ]}
        rows={step.changes.map((change, place) => ({
          id: String(place),
          cells: {
            what: (
              <span className="flex flex-col">
                <span>{text(`reconcile.field.${change.field}`)}</span>
                <span className="font-normal text-muted text-sm">
                  <Named subject={change.subject} />
                </span>
              </span>
            ),
            before: (
              <span className="text-muted">
                <ChangeValue of={change} value={change.before} />
              </span>
            ),
            after: (
              <span className="font-medium">
                <ChangeValue of={change} value={change.after} />
              </span>
            ),
          },
        }))}
      />
    </section>
  );
}

function Decide({ finding: { id, digest }, name }: { finding: Finding; name: string }) {
  return (
    <div className="flex flex-col gap-4">
      <form action={applyShownFinding} className="flex flex-col items-start gap-2">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="digest" value={digest} />
        <p className="max-w-text text-muted text-sm">{text('reconcile.applyText')}</p>
        <SubmitButton variant="secondary" pendingText={text('reconcile.applying')}>
          {text('reconcile.apply', { object: name })}
        </SubmitButton>
      </form>
      <details className="max-w-text">
        <summary
          aria-label={text('reconcile.dismissName', { object: name })}
          className={buttonClass({ variant: 'quiet' }, 'cursor-pointer')}
        >
          {text('reconcile.dismiss')}
        </summary>
        <form action={dismissShownFinding} className="flex flex-col items-start gap-3 pt-3">
          <input type="hidden" name="id" value={id} />
          <Field
            id={`reason-${id}`}
            name="reason"
            label={text('reconcile.reason')}
            hint={text('reconcile.reasonHint')}
            maxLength={500}
            required
            className="w-full"
          />
          <SubmitButton variant="danger" pendingText={text('reconcile.dismissing')}>
            {text('reconcile.dismissName', { object: name })}
          </SubmitButton>
        </form>
      </details>
    </div>
  );
}
