import type { Metadata } from 'next';
import { type ListedOperation, listOperations } from '@/lib/protocols/v1/manage/handle';
import { USE_CASES } from '@/lib/protocols/v1/manage/use-cases';
import type { UseCase, UseCaseGroup } from '@/lib/protocols/v1/manage/use-cases/use-case';
import { text } from '../../_texts/text';
import { Link } from '../../_ui/link';
import { PageHeader } from '../../_ui/page-header';
import { Table } from '../../_ui/table';
import { MethodMark } from '../reference/method-mark';

export const metadata: Metadata = { title: text('adminByKey.title') };

type Operations = ReadonlyMap<string, ListedOperation>;

/** Public: everything the admin area can do, and the operation by which a key does it. */
export default function AdminByKeyPage() {
  const operations = new Map(listOperations({ forAdmin: true }).map((one) => [one.id, one]));
  const cases = USE_CASES.flatMap((group) => group.cases);
  const some = cases.filter((one) => 'operations' in one).length;
  return (
    <div className="flex flex-col gap-10">
      <PageHeader title={text('adminByKey.title')} text={text('adminByKey.intro')} />
      <p className="nums max-w-text">{text('adminByKey.count', { all: cases.length, some })}</p>
      <nav aria-label={text('adminByKey.groups')} className="flex flex-wrap gap-x-4 gap-y-2">
        {USE_CASES.map(({ name }) => (
          <a key={name} href={`#${idOf(name)}`} className="link">
            {name}
          </a>
        ))}
      </nav>
      {USE_CASES.map((group) => (
        <section key={group.name} id={idOf(group.name)} className="flex scroll-mt-24 flex-col gap-3">
          <h2 className="text-xl">{group.name}</h2>
          <Cases group={group} operations={operations} />
        </section>
      ))}
    </div>
  );
}

function Cases({ group, operations }: { group: UseCaseGroup; operations: Operations }) {
  return (
    <Table
      caption={text('adminByKey.caption', { group: group.name })}
      columns={[
        { key: 'use', header: text('adminByKey.use') },
        { key: 'operation', header: text('adminByKey.operation') },
      ]}
      rows={group.cases.map((one) => ({
        id: one.does,
        cells: { use: one.does, operation: <How one={one} operations={operations} /> },
      }))}
    />
  );
}

function How({ one, operations }: { one: UseCase; operations: Operations }) {
  if ('without' in one) {
    return (
      <p className="max-w-text text-muted">
        {text('adminByKey.none')} {one.without}
      </p>
    );
  }
  return (
    <ul className="flex flex-col gap-1.5">
      {one.operations.map((id) => (
        <li key={id} className="flex flex-wrap items-center gap-2">
          <MethodMark method={operations.get(id)?.method ?? ''} />
          <Link href={`/developers/reference/${id}`} className="link break-all font-mono text-sm">
            {operations.get(id)?.path ?? id}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function idOf(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}
