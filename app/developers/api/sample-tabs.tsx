'use client';

import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { flushSync } from 'react-dom';
import { classNames } from '../../_ui/class-names';
import { useLanguage } from './use-language';

type SampleTabsProps = {
  /** What the samples do, for those who hear the tabs. */
  label: string;
  samples: { language: string; panel: ReactNode }[];
};

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** One sample in several languages, one of them shown. Without scripts all of them stand there, each under its name. */
export function SampleTabs({ label, samples }: SampleTabsProps) {
  const id = useId();
  const [language, choose] = useLanguage();
  const current = Math.max(
    0,
    samples.findIndex((sample) => sample.language === language),
  );
  const show = (index: number) => {
    const next = samples[index];
    const tab = document.getElementById(`${id}-tab-${index}`);
    if (next && tab) keepInPlace(tab, () => choose(next.language));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const index = nextOf(event.key, current, samples.length);
    if (index === undefined) return;
    event.preventDefault();
    show(index);
  };
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div
        role="tablist"
        aria-label={label}
        className="flex flex-wrap gap-x-5 border-line border-b noscript:hidden"
        onKeyDown={onKeyDown}
      >
        {samples.map((sample, index) => (
          <Tab key={sample.language} id={id} index={index} isCurrent={index === current} onPress={() => show(index)}>
            {sample.language}
          </Tab>
        ))}
      </div>
      {samples.map((sample, index) => (
        <div
          key={sample.language}
          id={`${id}-panel-${index}`}
          role="tabpanel"
          aria-labelledby={`${id}-tab-${index}`}
          className={index === current ? undefined : 'hidden noscript:block'}
        >
          <p className="hidden pb-1 font-medium noscript:block">{sample.language}</p>
          {sample.panel}
        </div>
      ))}
    </div>
  );
}

type TabProps = { id: string; index: number; isCurrent: boolean; onPress: () => void; children: string };

function Tab({ id, index, isCurrent, onPress, children }: TabProps) {
  return (
    <button
      id={`${id}-tab-${index}`}
      type="button"
      role="tab"
      aria-selected={isCurrent}
      aria-controls={`${id}-panel-${index}`}
      tabIndex={isCurrent ? 0 : -1}
      onClick={onPress}
      className={classNames(
        '-mb-px min-h-10 border-b-2 transition-colors',
        isCurrent ? 'border-ink font-medium' : 'border-transparent text-muted hover:border-edge hover:text-ink',
      )}
    >
      {children}
    </button>
  );
}

// Every sample of the page changes, and with it the height of what is above: the chosen tab stays where it is.
function keepInPlace(tab: HTMLElement, change: () => void): void {
  const before = tab.getBoundingClientRect().top;
  flushSync(change);
  window.scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' });
  tab.focus({ preventScroll: true });
}

function nextOf(key: string, current: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  return step === undefined ? undefined : (current + step + count) % count;
}
