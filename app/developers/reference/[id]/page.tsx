import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type DescribedOperation, type Member, readOperation } from '@/lib/protocols/v1/manage/handle';
import { storeFacts } from '@/lib/settings/store-facts';
import { type TextKey, text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { CopyButton } from '../../../_ui/copy-button';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { Table } from '../../../_ui/table';
import { MethodMark } from '../method-mark';
import { MemberTree } from './member-tree';
import { samplesOf } from './samples';
import { TryIt } from './try-it';

// The store's own address stands in the samples.
export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: readOperation((await params).id)?.summary.replace(/\.$/, '') };
}

/** Public: one operation of the management API, with samples and a form to try it. */
export default async function OperationPage({ params }: Props) {
  const operation = readOperation((await params).id);
  if (!operation) notFound();
  return (
    <div className="flex flex-col gap-10">
      <div className="flex flex-col gap-4">
        <p>
          <Link href="/developers/reference" className="link">
            {text('reference.back')}
          </Link>
        </p>
        <PageHeader title={operation.summary.replace(/\.$/, '')} text={operation.description} />
        <Facts operation={operation} />
      </div>
      <div className="grid gap-10 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-8">
          <Members title="reference.inPath" members={operation.inPath} />
          <Members title="reference.inQuery" members={operation.inQuery} />
          <Body operation={operation} />
          <Answer operation={operation} />
          <Refusals operation={operation} />
        </div>
        <div className="flex min-w-0 flex-col gap-8">
          <Samples operation={operation} />
          <TryIt operation={operation} />
        </div>
      </div>
    </div>
  );
}

function Facts({ operation }: { operation: DescribedOperation }) {
  const { method, path, id, access, audience, idempotency } = operation;
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-3">
        <MethodMark method={method} />
        <code className="break-all font-mono">{path}</code>
      </p>
      <p className="flex flex-wrap items-center gap-2">
        <code className="font-mono text-muted text-sm">{id}</code>
        <CopyButton name={id} value={id} />
        <Badge>{text(access === 'read' ? 'reference.reads' : 'reference.writes')}</Badge>
        {audience === 'owner' ? null : (
          <Badge>{text(audience === 'admin' ? 'reference.forAdmin' : 'reference.forPublic')}</Badge>
        )}
      </p>
      {idempotency === 'none' ? null : (
        <Notice>
          {text(idempotency === 'taken' ? 'reference.idempotencyTaken' : 'reference.idempotencyDemanded')}
        </Notice>
      )}
    </div>
  );
}

function Members({ title, members }: { title: TextKey; members: Member[] }) {
  if (members.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{text(title)}</h2>
      <MemberTree members={members} />
    </section>
  );
}

function Body({ operation: { bodyKind, body } }: { operation: DescribedOperation }) {
  if (bodyKind === 'none') return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{text('reference.body')}</h2>
      {bodyKind === 'json' ? null : <p>{text(bodyKind === 'file' ? 'reference.bodyFile' : 'reference.bodyForm')}</p>}
      {body.length > 0 ? <MemberTree members={body} /> : null}
    </section>
  );
}

function Answer({ operation: { status, answerType, answer } }: { operation: DescribedOperation }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{text('reference.answer')}</h2>
      <p>{text(answerText(answerType), { status, type: answerType })}</p>
      {answer.length > 0 ? <MemberTree members={answer} /> : null}
    </section>
  );
}

function answerText(type: string): TextKey {
  if (type === '') return 'reference.answerNone';
  return type === 'application/json' ? 'reference.answerJson' : 'reference.answerFile';
}

function Refusals({ operation: { refusals } }: { operation: DescribedOperation }) {
  if (refusals.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{text('reference.refusals')}</h2>
      <p className="max-w-text text-muted">{text('reference.refusalsText')}</p>
      <Table
        caption={text('reference.refusals')}
        columns={[
          { key: 'code', header: text('reference.code') },
          { key: 'status', header: text('reference.status') },
          { key: 'meaning', header: text('reference.meaning') },
        ]}
        rows={refusals.map(({ code, status, title }) => ({
          id: code,
          cells: {
            code: (
              <Link href={`/developers/errors/${code}`} className="break-all font-mono text-sm underline">
                {code}
              </Link>
            ),
            status,
            meaning: title,
          },
        }))}
      />
    </section>
  );
}

function Samples({ operation }: { operation: DescribedOperation }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{text('reference.samples')}</h2>
      {samplesOf(operation, storeFacts().publicUrl).map(({ language, code }, i) => (
        <details key={language} name="sample" open={i === 0} className="rounded-md bg-sunken">
          <summary className="cursor-pointer px-4 py-2.5 font-medium">{language}</summary>
          <div className="flex items-start justify-between gap-2 px-4 pb-4">
            <pre className="min-w-0 whitespace-pre-wrap break-words font-mono text-sm">{code}</pre>
            <CopyButton name={text('reference.sampleName', { language })} value={code} />
          </div>
        </details>
      ))}
    </section>
  );
}
