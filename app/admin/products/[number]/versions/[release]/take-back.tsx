import type { ReleaseReach } from '@/lib/downloads/count-release-reach';
import { text } from '../../../../../_texts/text';
import { SubmitButton } from '../../../../../_ui/submit-button';
import { TextArea } from '../../../../../_ui/text-area';
import { unpublish, withdraw } from '../actions';
import { type NamedRelease, WhichRelease } from '../which-release';

type TakeBackProps = { named: NamedRelease; reach: ReleaseReach };

/** The two ways to take a published version back, and whom that concerns. */
export function TakeBack({ named, reach }: TakeBackProps) {
  const { version } = named;
  return (
    <section aria-labelledby="take-back" className="mt-4 flex flex-col gap-5 border-line border-t pt-6">
      <div className="flex flex-col gap-2">
        <h3 id="take-back" className="text-lg">
          {text('releases.backTitle')}
        </h3>
        <Reach reach={reach} />
      </div>
      <div className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        <form action={unpublish} className="flex flex-col items-start gap-3">
          <WhichRelease release={named} />
          <p className="max-w-text text-muted">{text('releases.unpublishText')}</p>
          <SubmitButton variant="secondary" pendingText={text('releases.unpublishing')}>
            {text('releases.unpublish', { version })}
          </SubmitButton>
        </form>
        <form action={withdraw} className="flex flex-col items-stretch gap-3">
          <WhichRelease release={named} />
          <p className="max-w-text text-muted">{text('releases.withdrawText')}</p>
          <TextArea
            id="reason"
            label={text('releases.reason')}
            hint={text('releases.reasonHint')}
            rows={3}
            maxLength={500}
            required
          />
          <SubmitButton variant="danger" className="self-start" pendingText={text('releases.withdrawing')}>
            {text('releases.withdraw', { version })}
          </SubmitButton>
        </form>
      </div>
    </section>
  );
}

function Reach({ reach: { licences, activations, fallback } }: { reach: ReleaseReach }) {
  const sentences = [
    licences === 0 ? text('releases.reachNone') : text('releases.reach', { count: licences }),
    activations === 0 ? '' : text('releases.running', { count: activations }),
    fallback === undefined ? text('releases.fallbackNone') : text('releases.fallback', { version: fallback }),
  ];
  return <p className="max-w-text font-medium">{sentences.filter(Boolean).join(' ')}</p>;
}
