import { Check } from 'lucide-react';
import { text } from '../_texts/text';
import { Cover } from '../_ui/cover';
import { KeyText } from '../_ui/key-text';

const EXAMPLE_KEY = 'lko_7fKqT2xB9mWdRz4c';
const PLACES = ['laptop', 'ci-runner', 'shop.example'];
const FREE = 2;

/** What a buyer holds after paying: the key, and the places it opens. A picture, not a control. */
export function HeroKey() {
  return (
    <div aria-hidden="true" className="overflow-hidden rounded-md border border-line bg-raised shadow-float">
      <Cover slug="latchkey" />
      <div className="flex flex-col gap-4 p-5">
        <p className="flex items-center justify-between gap-4 font-mono text-sm">
          <span>
            <KeyText value={EXAMPLE_KEY} />…
          </span>
          <span className="inline-flex items-center gap-1 font-sans text-good">
            <Check className="size-4" strokeWidth={2} />
            {text('shop.heroActive')}
          </span>
        </p>
        <ul className="grid grid-cols-5 gap-1.5">
          {PLACES.map((place) => (
            <li key={place} className="flex min-w-0 flex-col gap-1.5">
              <span className="h-1.5 rounded-sm bg-ink" />
              <span className="truncate text-muted text-sm">{place}</span>
            </li>
          ))}
          {Array.from({ length: FREE }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: free places have nothing else to tell them apart
            <li key={index} className="h-1.5 rounded-sm bg-line" />
          ))}
        </ul>
      </div>
    </div>
  );
}
