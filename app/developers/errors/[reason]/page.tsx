import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { explainProblems } from '@/lib/protocols/v1/handle';
import { explainManageProblems } from '@/lib/protocols/v1/manage/handle';
import { text } from '../../../_texts/text';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { clientGuide, manageGuide, ProblemGuide } from './problem-guide';

type Props = { params: Promise<{ reason: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { client, manage } = await problemOf(props);
  return { title: (client ?? manage)?.title };
}

/** Public: the page that the `type` of a problem leads to. Some words mean a little different things to the two APIs. */
export default async function ProblemPage(props: Props) {
  const { client, manage } = await problemOf(props);
  const first = client ?? manage;
  if (!first) notFound();
  const isSame = !client || !manage || client.detail === manage.detail;
  return (
    <div className="flex flex-col gap-10">
      <PageHeader title={first.title} {...(isSame ? { text: first.detail } : {})} />
      {client ? (
        <Told by={text('developers.fromClient')} problem={client}>
          <ProblemGuide guide={clientGuide(client.reason)} />
          <LinkButton href="/developers/api" variant="secondary">
            {text('developers.allCalls')}
          </LinkButton>
        </Told>
      ) : null}
      {manage ? (
        <Told by={text('developers.fromManage')} problem={manage}>
          <ProblemGuide guide={manageGuide(manage.reason)} />
          <LinkButton href="/developers/reference" variant="secondary">
            {text('reference.allOperations')}
          </LinkButton>
        </Told>
      ) : null}
    </div>
  );
}

type ToldProps = { by: string; problem: { status: number; reason: string }; children: ReactNode };

function Told({ by, problem: { status, reason }, children }: ToldProps) {
  return (
    <section className="flex flex-col items-start gap-5">
      <div className="flex flex-col gap-1">
        <h2 className="text-xl">{by}</h2>
        <p className="text-muted">{text('developers.problemStatus', { status: String(status), reason })}</p>
      </div>
      {children}
    </section>
  );
}

async function problemOf({ params }: Props) {
  const { reason } = await params;
  const named = (problem: { reason: string }) => problem.reason === reason;
  return { client: explainProblems().find(named), manage: explainManageProblems().find(named) };
}
