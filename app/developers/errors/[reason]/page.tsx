import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { explainProblems } from '@/lib/protocols/v1/handle';
import { explainManageProblems } from '@/lib/protocols/v1/manage/handle';
import { text } from '../../../_texts/text';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';

type Props = { params: Promise<{ reason: string }> };
type Problem = ReturnType<typeof explainProblems>[number];

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { client, manage } = await problemOf(props);
  return { title: (manage ?? client)?.title };
}

/** Public: the page that the `type` of a problem leads to. Some words mean a little different things to the two APIs. */
export default async function ProblemPage(props: Props) {
  const { client, manage } = await problemOf(props);
  const first = manage ?? client;
  if (!first) notFound();
  const other = manage && client && manage.detail !== client.detail ? client : undefined;
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-3">
        <PageHeader title={first.title} text={first.detail} />
        <p className="text-muted">
          {manage ? text('reference.problemCode', { status: first.status, code: first.reason }) : clientFact(first)}
        </p>
      </div>
      {other ? (
        <section className="flex flex-col gap-2">
          <h2 className="text-xl">{text('reference.problemClient')}</h2>
          <p className="max-w-text">{other.detail}</p>
          <p className="text-muted">{clientFact(other)}</p>
        </section>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {manage ? <LinkButton href="/developers/reference">{text('reference.allOperations')}</LinkButton> : null}
        {client ? <LinkButton href="/developers/api">{text('developers.allCalls')}</LinkButton> : null}
      </div>
    </div>
  );
}

function clientFact({ status, reason }: Problem): string {
  return text('developers.problemStatus', { status, reason });
}

async function problemOf({ params }: Props): Promise<{ client: Problem | undefined; manage: Problem | undefined }> {
  const { reason } = await params;
  const named = (problem: Problem) => problem.reason === reason;
  return { client: explainProblems().find(named), manage: explainManageProblems().find(named) };
}
