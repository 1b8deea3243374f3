'use client';

import { Autocomplete } from '@base-ui/react/autocomplete';
import { CornerDownLeft, Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type RefObject, useEffect, useState } from 'react';
import { palette as words } from '../../_texts/en/palette';
import { fillText } from '../../_texts/fill-text';
import { looksLikeKey } from '../_list/list-view';
import { grouped, matchPlaces, type PaletteItem } from './palette-item';
import { recentPages } from './recent-pages';
import { settingPlaces } from './setting-places';
import { useHits } from './use-hits';

type PalettePanelProps = {
  /** The dialog puts the cursor here when it opens. */
  field: RefObject<HTMLInputElement | null>;
  pages: PaletteItem[];
  onlyPages: boolean;
  close: () => void;
};

/** The field and what it finds: pages and settings at once, the store's own things a moment later. */
export default function PalettePanel({ field, pages, onlyPages, close }: PalettePanelProps) {
  const router = useRouter();
  const [entered, setEntered] = useState('');
  const typed = entered.trim();
  const { items: hits, isSearching, hasFailed } = useHits(onlyPages ? '' : typed);
  const [recent] = useState(() => (onlyPages ? [] : recentPages()));
  const places = onlyPages ? pages : [...pages, ...settingPlaces];
  // The first time this comes after the dialog has opened, and the cursor is on the dialog's own button by then.
  useEffect(() => field.current?.focus(), [field]);
  const items = typed === '' ? [...recent, ...pages] : [...matchPlaces(places, typed), ...hits];
  const open = (href: string) => {
    close();
    router.push(href);
  };
  return (
    <Autocomplete.Root
      open
      inline
      items={grouped(items)}
      filter={null}
      autoHighlight="always"
      keepHighlight
      value={entered}
      onValueChange={(value, { reason }) => {
        if (reason !== 'item-press') setEntered(value);
      }}
      itemToStringValue={(item: PaletteItem) => item.label}
    >
      <div className="flex items-center gap-3 border-line border-b px-4">
        <Search aria-hidden="true" className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
        <Autocomplete.Input
          ref={field}
          aria-label={onlyPages ? words.labelPages : words.label}
          aria-describedby="palette-hint"
          placeholder={onlyPages ? words.labelPages : words.placeholder}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="min-h-14 w-full min-w-0 bg-transparent text-base outline-none placeholder:text-muted"
        />
      </div>
      <Autocomplete.Status className="sr-only">
        {statusText(items.length, { isSearching, hasFailed })}
      </Autocomplete.Status>
      <Autocomplete.List className="max-h-[min(26rem,calc(100dvh-14rem))] scroll-py-2 overflow-y-auto overscroll-contain p-2 empty:hidden">
        {(group: ReturnType<typeof grouped>[number]) => (
          <Autocomplete.Group key={group.value} items={group.items} className="pb-2">
            <Autocomplete.GroupLabel className="px-3 py-1.5 text-muted text-sm">
              {words[`group.${group.value}`]}
            </Autocomplete.GroupLabel>
            <Autocomplete.Collection>
              {(item: PaletteItem) => (
                <Autocomplete.Item
                  key={`${item.href} ${item.label}`}
                  value={item}
                  onClick={() => open(item.href)}
                  className="group flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 py-1.5 outline-none data-highlighted:bg-sunken"
                >
                  <Result item={item} />
                </Autocomplete.Item>
              )}
            </Autocomplete.Collection>
          </Autocomplete.Group>
        )}
      </Autocomplete.List>
      {items.length === 0 ? (
        <Nothing typed={typed} isSearching={isSearching} hasFailed={hasFailed} onlyPages={onlyPages} />
      ) : null}
      <Keys />
    </Autocomplete.Root>
  );
}

function Result({ item }: { item: PaletteItem }) {
  return (
    <>
      <span className="flex min-w-0 grow flex-col gap-x-3 sm:flex-row sm:items-baseline sm:justify-between">
        <span className="truncate">{item.label}</span>
        <span className="truncate text-muted text-sm">{item.about}</span>
      </span>
      <CornerDownLeft
        aria-hidden="true"
        className="invisible size-4 shrink-0 text-muted group-data-highlighted:visible"
        strokeWidth={1.75}
      />
    </>
  );
}

type Asked = { isSearching: boolean; hasFailed: boolean };

function Nothing({ typed, isSearching, hasFailed, onlyPages }: Asked & { typed: string; onlyPages: boolean }) {
  if (onlyPages) return <Said title={words.nothing} text={words.nothingPages} />;
  const isKey = looksLikeKey(typed);
  const title = isSearching
    ? `${words.searching}…`
    : hasFailed
      ? words.failed
      : isKey
        ? words.unknownKey
        : words.nothing;
  const text = isSearching || hasFailed ? '' : isKey ? words.unknownKeyText : words.nothingText;
  return <Said title={title} text={text} />;
}

function Said({ title, text }: { title: string; text: string }) {
  return (
    <div className="flex min-h-28 flex-col justify-center gap-1 px-5 py-4">
      <p className="font-medium">{title}</p>
      {text ? <p className="max-w-text text-muted text-sm">{text}</p> : null}
    </div>
  );
}

function statusText(count: number, { isSearching, hasFailed }: Asked): string {
  if (isSearching) return `${words.searching}…`;
  if (hasFailed) return words.failed;
  return count === 0 ? words.nothing : fillText(words.found, { count });
}

function Keys() {
  const keys = [
    ['↑ ↓', words.choose],
    ['Enter', words.go],
    ['Esc', words.leave],
  ] as const;
  return (
    <div className="border-line border-t px-4 py-2.5 text-muted text-sm">
      <p id="palette-hint" className="sr-only">
        {words.hint}
      </p>
      <p aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1">
        {keys.map(([key, does]) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <kbd className="rounded-sm border border-line bg-sunken px-1.5 font-mono text-xs">{key}</kbd>
            {does}
          </span>
        ))}
      </p>
    </div>
  );
}
