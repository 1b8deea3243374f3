'use client';

import { useState, useTransition } from 'react';
import type { DropboxKeyAnswer } from '@/lib/downloads/check-dropbox-key';
import { dropbox as words } from '../../_texts/en/dropbox';
import { fillText } from '../../_texts/fill-text';
import { Button } from '../../_ui/button';
import { CopyButton } from '../../_ui/copy-button';
import { Field } from '../../_ui/field';
import { Notice } from '../../_ui/notice';
import { testDropboxKey } from './dropbox-actions';
import { type SectionProps, SettingsSection } from './settings-section';

/** What the owner enters at Dropbox for this store. */
export type DropboxSetup = { returnUrl: string; domain: string };

/** The app key of the store at Dropbox, with what has to be entered there and a test of the key as typed. */
export function DropboxSection({ values, errorOf, setup }: SectionProps & { setup: DropboxSetup }) {
  const [appKey, setAppKey] = useState(values.dropboxAppKey);
  const [answer, setAnswer] = useState<DropboxKeyAnswer>();
  const [isAsking, startAsking] = useTransition();
  const test = () => {
    if (isAsking) return;
    setAnswer(undefined);
    startAsking(async () => setAnswer(await testDropboxKey(appKey.trim())));
  };
  return (
    <SettingsSection title={words.sectionTitle} text={words.sectionText}>
      <div className="flex flex-col gap-3 py-5">
        <Field
          id="dropboxAppKey"
          label={words.dropboxAppKey}
          hint={words.dropboxAppKeyHint}
          error={errorOf('dropboxAppKey')}
          value={appKey}
          onChange={(event) => setAppKey(event.target.value)}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="max-w-text"
        />
        <div>
          <Button variant="secondary" onClick={test} aria-disabled={isAsking || undefined}>
            {isAsking ? `${words.testing}…` : words.test}
          </Button>
        </div>
        {answer ? <Answer answer={answer} /> : null}
      </div>
      <Setup {...setup} />
    </SettingsSection>
  );
}

function Answer({ answer }: { answer: DropboxKeyAnswer }) {
  if (!answer.checked) {
    return (
      <Notice tone="warn" isAnswer>
        {words[`test.${answer.reason}`]}
      </Notice>
    );
  }
  const { outcome, detail } = answer.check;
  const tone = outcome === 'known' ? 'good' : outcome === 'unknown' ? 'bad' : 'warn';
  return (
    <Notice tone={tone} title={words[`test.${outcome}`]} isAnswer>
      <p className="break-words font-mono text-sm">{fillText(words['test.answer'], { detail })}</p>
      {outcome === 'known' ? <p>{words['test.knownText']}</p> : null}
      {answer.outOfReach ? <p>{words[`out.${answer.outOfReach}`]}</p> : null}
    </Notice>
  );
}

function Setup({ returnUrl, domain }: DropboxSetup) {
  const rows = [
    { name: words.returnUrl, value: returnUrl },
    { name: words.domain, value: domain },
  ];
  return (
    <div className="flex flex-col gap-2 py-5">
      <p className="font-medium">{words.setupTitle}</p>
      <p className="max-w-text text-muted text-sm">{words.setupText}</p>
      <dl className="flex flex-col gap-1">
        {rows.map(({ name, value }) => (
          <div key={name} className="flex flex-wrap items-center gap-x-3">
            <dt className="text-muted">{name}</dt>
            <dd className="flex min-w-0 items-center gap-1">
              <span className="break-all font-mono text-sm">{value}</span>
              <CopyButton name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
