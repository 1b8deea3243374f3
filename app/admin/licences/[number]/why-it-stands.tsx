import type { LicenceStory as Story, StoryStep } from '@/lib/licensing/grants/read-licence-story';
import { LicenceStory, orderSource } from '../../../_story/licence-story';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';

/** Why the licence is what it is, with the way to each order and event behind it. */
export function WhyItStands({ story }: { story: Story }) {
  return (
    <section aria-labelledby="why" className="flex flex-col gap-3">
      <h2 id="why" className="text-lg">
        {text('story.title')}
      </h2>
      <p className="max-w-text text-muted">{text('story.text')}</p>
      <LicenceStory story={story} sourcesOf={sourcesOf} />
    </section>
  );
}

function sourcesOf(step: StoryStep) {
  const { eventId, byEmail, fact } = step.grant;
  const mark = markOf(fact);
  return [
    ...orderSource(step, ({ number }) => `/admin/orders/${number}`),
    ...(eventId
      ? [
          <Link key="event" href={`/admin/logs/events/${eventId}`} className="link">
            {text('story.event')}
          </Link>,
        ]
      : []),
    ...(mark
      ? [
          <span key="mark" className="break-all font-mono">
            {mark}
          </span>,
        ]
      : []),
    ...(byEmail ? [text('story.byPerson', { email: byEmail })] : []),
  ];
}

/** What the payment provider calls it, to be searched for there. */
function markOf(fact: StoryStep['grant']['fact']): string | undefined {
  if (fact.kind === 'refund') return fact.refundId;
  return fact.kind === 'dispute' ? fact.disputeId : undefined;
}
