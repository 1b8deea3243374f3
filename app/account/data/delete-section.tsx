import type { ReactNode } from 'react';
import type { Obstacle } from '@/lib/personal-data/find-obstacles';
import type { Stopping } from '@/lib/personal-data/read-deletion';
import { AnsweredForm } from '../../_people/answered-form';
import { text } from '../../_texts/text';
import { deleteAccountAction } from './actions';
import { ObstacleList } from './obstacle-list';

type DeleteSectionProps = {
  email: string;
  stopping: Stopping;
  obstacles: Obstacle[];
  /** What the person has to do first, instead of the form. */
  children: ReactNode;
};

/** What deleting the account stops and keeps, and the form that does it; or what stands against it. */
export function DeleteSection({ email, stopping, obstacles, children }: DeleteSectionProps) {
  return (
    <section aria-labelledby="delete-account" className="flex max-w-text flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h2 id="delete-account" className="text-lg">
          {text('personalData.deleteTitle')}
        </h2>
        <p className="text-muted">{text('personalData.deleteText')}</p>
      </div>
      <Facts title={text('personalData.stopsTitle')} facts={stopsOf(stopping)} />
      <Facts title={text('personalData.keptTitle')} facts={keptOf(stopping)} />
      <p>{text('personalData.again')}</p>
      {obstacles.length > 0 ? (
        <ObstacleList obstacles={obstacles} />
      ) : (
        (children ?? <DeleteForm email={email} licences={stopping.licences} />)
      )}
    </section>
  );
}

function Facts({ title, facts }: { title: string; facts: string[] }) {
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-medium text-base">{title}</h3>
      <ul className="flex list-disc flex-col gap-1.5 ps-5 marker:text-muted">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}

function stopsOf({ licences, activations, developerKeys }: Stopping): string[] {
  return [
    ...(licences > 0 ? [text('personalData.stopsLicences', { count: licences })] : []),
    ...(activations > 0 ? [text('personalData.stopsActivations', { count: activations })] : []),
    ...(developerKeys > 0 ? [text('personalData.stopsDeveloperKeys', { count: developerKeys })] : []),
    ...(licences > 0 ? [text('personalData.stopsPaid')] : []),
    text('personalData.stopsRest'),
  ];
}

function keptOf({ orders }: Stopping): string[] {
  const kept = orders > 0 ? text('personalData.keptOrders', { count: orders }) : text('personalData.keptNoOrders');
  return [kept, text('personalData.keptRecord'), ...(orders > 0 ? [text('personalData.keptStripe')] : [])];
}

function DeleteForm({ email, licences }: { email: string; licences: number }) {
  return (
    <AnsweredForm
      action={deleteAccountAction}
      hidden={{ licences: String(licences) }}
      fields={[
        {
          id: 'address',
          label: text('personalData.typeAddress', { email }),
          type: 'email',
          autoComplete: 'off',
        },
      ]}
      errorTitle={text('personalData.error.title')}
      submitText={text('personalData.delete')}
      pendingText={text('personalData.deleting')}
      isDangerous
    />
  );
}
