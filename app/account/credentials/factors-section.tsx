import type { ListedFactor } from '@/lib/customers/second-factor';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { LinkButton } from '../../_ui/link-button';
import { Notice } from '../../_ui/notice';
import { Table, type TableRow } from '../../_ui/table';
import { RemoveFactor } from './remove-factor';

type Column = 'factor' | 'added' | 'used' | 'remove';
type FactorsSectionProps = {
  factors: ListedFactor[];
  /** An admin's last factor stays. */
  keepsLast: boolean;
};

/** The panel of second factors: what there is, and what can be added. */
export function FactorsSection({ factors, keepsLast }: FactorsSectionProps) {
  const isLast = factors.length === 1;
  return (
    <section aria-labelledby="factors" className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <h2 id="factors" className="text-lg">
          {text('factors.title')}
        </h2>
        <p className="max-w-text text-muted">{text('factors.text')}</p>
      </div>
      {factors.length === 0 ? (
        <Notice title={text('factors.emptyTitle')}>{text('factors.emptyText')}</Notice>
      ) : (
        <Table<Column>
          caption={text('factors.caption')}
          columns={[
            { key: 'factor', header: text('factors.factor') },
            { key: 'added', header: text('factors.added') },
            { key: 'used', header: text('factors.lastUsed') },
            { key: 'remove', header: text('factors.remove'), isHeaderHidden: true, align: 'end' },
          ]}
          rows={factors.map((factor) => toRow(factor, { isLast, isKept: isLast && keepsLast }))}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <LinkButton variant={factors.length === 0 ? 'primary' : 'secondary'} href="/account/credentials/authenticator">
          {text('factors.addAuthenticator')}
        </LinkButton>
        <LinkButton variant="secondary" href="/account/credentials/passkey">
          {text('factors.addPasskey')}
        </LinkButton>
      </div>
    </section>
  );
}

function toRow(factor: ListedFactor, { isLast, isKept }: { isLast: boolean; isKept: boolean }): TableRow<Column> {
  const { id, kind, name, createdAt, lastUsedAt } = factor;
  return {
    id,
    cells: {
      factor: (
        <span className="flex flex-col">
          <span className="break-words">{name}</span>
          <span className="font-normal text-muted text-sm">{text(`factors.kind.${kind}`)}</span>
        </span>
      ),
      added: <DateTime at={createdAt} />,
      used: lastUsedAt ? <DateTime at={lastUsedAt} form="moment" /> : text('factors.never'),
      remove: isKept ? (
        <span className="text-muted text-sm">{text('factors.onlyOne')}</span>
      ) : (
        <RemoveFactor id={id} name={name} isLast={isLast} />
      ),
    },
  };
}
