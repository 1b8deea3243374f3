import { text } from './_texts/text';
import { EmptyState } from './_ui/empty-state';
import { LinkButton } from './_ui/link-button';
import { PageHeader } from './_ui/page-header';

/** 404: also the answer for what belongs to somebody else. */
export default function NotFound() {
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title="404" />
      <EmptyState
        title={text('shell.notFoundTitle')}
        text={text('shell.notFoundText')}
        action={<LinkButton href="/products">{text('shell.notFoundAction')}</LinkButton>}
      />
    </div>
  );
}
