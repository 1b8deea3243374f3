'use client';

import { useId, useMemo, useState } from 'react';
import type { KeyAccess } from '@/lib/access-keys/caller';
import { keyDesk as words } from '../../_texts/en/key-desk';
import { fillText } from '../../_texts/fill-text';
import type { AccessChoice } from './access-choice';

type AccessEditorProps = { areas: AccessChoice[]; access: KeyAccess };

type Mode = 'full' | 'read_only' | 'restricted';

/** What a key may do: everything, all that reads, or single calls by area. Part of a form, read by `readAccess`. */
export function AccessEditor({ areas, access }: AccessEditorProps) {
  const id = useId();
  const [mode, setMode] = useState<Mode>(() => modeOf(areas, access));
  const [chosen, setChosen] = useState(() => new Set(access.mode === 'restricted' ? access.operations : []));
  const [typed, setTyped] = useState('');
  const shown = useMemo(() => matching(areas, typed), [areas, typed]);
  const change = (ids: string[], isOn: boolean) =>
    setChosen((before) => new Set(isOn ? [...before, ...ids] : [...before].filter((one) => !ids.includes(one))));
  const choose = (next: Mode) => {
    setMode(next);
    if (next === 'read_only') setChosen(new Set(allOf(areas, (one) => !one.isWrite)));
  };
  return (
    <div className="flex flex-col gap-4">
      <div role="radiogroup" aria-label={words.access} className="flex flex-col gap-1">
        <ModeChoice id={id} mode="full" now={mode} choose={choose} label={words.full} hint={words.fullHint} />
        <ModeChoice
          id={id}
          mode="read_only"
          now={mode}
          choose={choose}
          label={words.readOnly}
          hint={words.readOnlyHint}
        />
        <ModeChoice id={id} mode="restricted" now={mode} choose={choose} label={words.chosen} hint={words.chosenHint} />
      </div>
      {mode === 'restricted' ? (
        <div className="flex flex-col gap-4 border-line border-t pt-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <input
              type="search"
              aria-label={words.searchCalls}
              placeholder={words.searchCalls}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
              className="min-h-10 w-full rounded-md border border-edge bg-raised px-3 py-1.5 sm:w-64"
            />
            <p role="status" className="nums text-muted text-sm">
              {fillText(words.callsChosen, { count: chosen.size })}
            </p>
          </div>
          {shown.length === 0 ? <p className="text-muted">{words.noCalls}</p> : null}
          {shown.map((choice) => (
            <Area key={choice.area} id={`${id}-${choice.area}`} choice={choice} chosen={chosen} change={change} />
          ))}
          <Hidden areas={areas} shown={shown} chosen={chosen} />
        </div>
      ) : null}
    </div>
  );
}

type ModeChoiceProps = { id: string; mode: Mode; now: Mode; choose: (mode: Mode) => void; label: string; hint: string };

function ModeChoice({ id, mode, now, choose, label, hint }: ModeChoiceProps) {
  return (
    <label htmlFor={`${id}-${mode}`} className="flex cursor-pointer items-start gap-3 rounded-sm py-1.5">
      <input
        id={`${id}-${mode}`}
        type="radio"
        name="mode"
        value={mode}
        checked={mode === now}
        onChange={() => choose(mode)}
        className="mt-1 size-4 shrink-0 accent-ink"
      />
      <span className="flex flex-col">
        <span className="font-medium">{label}</span>
        <span className="text-muted text-sm">{hint}</span>
      </span>
    </label>
  );
}

type AreaProps = {
  id: string;
  choice: AccessChoice;
  chosen: ReadonlySet<string>;
  change: (ids: string[], isOn: boolean) => void;
};

function Area({ id, choice, chosen, change }: AreaProps) {
  const { label, operations } = choice;
  const presets = [
    { words: words.areaAll, name: words.areaAllOf, ids: operations.map((one) => one.id) },
    {
      words: words.areaRead,
      name: words.areaReadOf,
      ids: operations.filter((one) => !one.isWrite).map((one) => one.id),
    },
    {
      words: words.areaWrite,
      name: words.areaWriteOf,
      ids: operations.filter((one) => one.isWrite).map((one) => one.id),
    },
  ].filter(({ ids }, index) => ids.length > 0 && (index === 0 || ids.length < operations.length));
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="float-start font-medium">{label}</legend>
      <div className="clear-both flex flex-wrap gap-2">
        {presets.map((preset) => {
          const isOn = preset.ids.every((one) => chosen.has(one));
          return (
            <button
              key={preset.words}
              type="button"
              aria-label={fillText(preset.name, { area: label })}
              aria-pressed={isOn}
              onClick={() => change(preset.ids, !isOn)}
              className="min-h-7 rounded-full border border-edge/60 px-3 text-sm transition-colors hover:border-ink aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
            >
              {preset.words}
            </button>
          );
        })}
      </div>
      {operations.map((one) => (
        <label key={one.id} htmlFor={`${id}-${one.id}`} className="flex min-h-9 cursor-pointer items-start gap-3 py-1">
          <input
            id={`${id}-${one.id}`}
            type="checkbox"
            name="operation"
            value={one.id}
            checked={chosen.has(one.id)}
            onChange={(event) => change([one.id], event.currentTarget.checked)}
            className="mt-0.5 size-5 shrink-0 accent-ink"
          />
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <span>{one.summary}</span>
            <span className="break-all font-mono text-muted text-sm">{one.id}</span>
            {one.isWrite ? <span className="text-muted text-sm">· {words.writes}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Ticked calls that the search hides at the moment are sent all the same. */
function Hidden({
  areas,
  shown,
  chosen,
}: {
  areas: AccessChoice[];
  shown: AccessChoice[];
  chosen: ReadonlySet<string>;
}) {
  const visible = new Set(allOf(shown, () => true));
  return allOf(areas, ({ id }) => chosen.has(id) && !visible.has(id)).map((id) => (
    <input key={id} type="hidden" name="operation" value={id} />
  ));
}

type Choice = AccessChoice['operations'][number];

function allOf(areas: AccessChoice[], fits: (one: Choice) => boolean): string[] {
  return areas.flatMap(({ operations }) => operations.filter(fits).map(({ id }) => id));
}

function modeOf(areas: AccessChoice[], access: KeyAccess): Mode {
  if (access.mode === 'full') return 'full';
  const reading = allOf(areas, (one) => !one.isWrite);
  const isReadOnly =
    reading.length === access.operations.length && reading.every((id) => access.operations.includes(id));
  return isReadOnly ? 'read_only' : 'restricted';
}

function matching(areas: AccessChoice[], typed: string): AccessChoice[] {
  const wanted = typed.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (label: string, one: Choice) =>
    wanted.every((word) => `${label} ${one.id} ${one.summary}`.toLowerCase().includes(word));
  return areas
    .map((choice) => ({ ...choice, operations: choice.operations.filter((one) => fits(choice.label, one)) }))
    .filter(({ operations }) => operations.length > 0);
}
