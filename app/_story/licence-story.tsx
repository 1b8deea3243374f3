import type { ReactNode } from 'react';
import type { LicenceStory as Story, StoryStep } from '@/lib/licensing/grants/read-licence-story';
import { text } from '../_texts/text';
import { Badge } from '../_ui/badge';
import { DateTime } from '../_ui/date-time';
import { Link } from '../_ui/link';
import { DatedText } from './dated-text';
import { tellStep, tellToday } from './tell-step';

type LicenceStoryProps = {
  story: Story;
  /** What stands below a step: who did it, and where it came from. Nothing for customers but their own orders. */
  sourcesOf: (step: StoryStep) => ReactNode[];
};

/** A licence's record as sentences, the oldest first, and the one that they come to. */
export function LicenceStory({ story, sourcesOf }: LicenceStoryProps) {
  return (
    <>
      <ol aria-label={text('story.caption')} className="flex max-w-text flex-col border-line border-s-2">
        {story.steps.map((step) => (
          <Step key={step.grant.id} step={step} planNames={story.planNames} sources={sourcesOf(step)} />
        ))}
      </ol>
      <p className="max-w-text border-brass border-s-2 ps-4 text-lg">
        <strong className="font-semibold">{text('story.today.title')}</strong> <DatedText of={tellToday(story.today)} />
      </p>
    </>
  );
}

type StepProps = { step: StoryStep; planNames: Story['planNames']; sources: ReactNode[] };

function Step({ step, planNames, sources }: StepProps) {
  const { grant, since } = step;
  return (
    <li className="flex flex-col gap-1 py-2.5 ps-4">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
        <DateTime at={grant.happenedAt} />
        {since === 'stands' ? null : (
          <Badge tone="warn">{text(since === 'undone' ? 'story.undone' : 'story.paidBack')}</Badge>
        )}
      </span>
      <span className={since === 'stands' ? '' : 'text-muted'}>
        <DatedText of={tellStep(step, planNames)} />
      </span>
      {sources.length === 0 ? null : (
        <span className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
          {sources.map((source, place) => (
            // The sources of one step never move.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <span key={place}>{source}</span>
          ))}
        </span>
      )}
    </li>
  );
}

/** The order that a step is about, on the reader's own pages. */
export function orderSource({ order }: StoryStep, hrefOf: (order: { id: string; number: number }) => string) {
  if (!order) return [];
  return [
    <Link key="order" href={hrefOf(order)} className="link">
      {text('story.order', { number: String(order.number) })}
    </Link>,
  ];
}
