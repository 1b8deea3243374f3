import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { explainProblems } from '@/lib/protocols/v1/handle';
import { text } from '../../../_texts/text';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';

type Props = { params: Promise<{ reason: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await problemOf(props))?.title };
}

/** Public: the page that the `type` of a problem leads to. */
export default async function ProblemPage(props: Props) {
  const problem = await problemOf(props);
  if (!problem) notFound();
  const { title, detail, status, reason } = problem;
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={title} text={detail} />
      <p className="text-muted">{text('developers.problemStatus', { status, reason })}</p>
      <div>
        <LinkButton href="/developers/api">{text('developers.allCalls')}</LinkButton>
      </div>
    </div>
  );
}

async function problemOf({ params }: Props) {
  const { reason } = await params;
  return explainProblems().find((problem) => problem.reason === reason);
}
