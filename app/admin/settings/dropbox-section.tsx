'use client';

import { useState } from 'react';
import type { DropboxKeyAnswer } from '@/lib/downloads/check-dropbox-key';
import { dropbox as words } from '../../_texts/en/dropbox';
import { Field } from '../../_ui/field';
import { Notice } from '../../_ui/notice';
import { ConnectionTest } from './connection-test';
import { FactRows } from './fact-rows';
import { RawReason } from './raw-reason';
import { type SectionProps, SettingsSection } from './settings-section';
import { testDropboxKey } from './test-actions';

/** What the owner enters at Dropbox for this store. */
export type DropboxSetup = { returnUrl: string; domain: string };

/** The app key of the store at Dropbox, with what has to be entered there and a test of the key as typed. */
export function DropboxSection({ values, errorOf, reach, setup }: SectionProps & { setup: DropboxSetup }) {
  const [appKey, setAppKey] = useState(values.dropboxAppKey);
  return (
    <SettingsSection id="dropbox" title={words.sectionTitle} text={words.sectionText}>
      <div className="flex flex-col gap-3 py-5">
        <Field
          id="dropboxAppKey"
          label={words.dropboxAppKey}
          hint={[words.dropboxAppKeyHint, reach.dropboxAppKey].filter(Boolean).join(' ')}
          error={errorOf('dropboxAppKey')}
          value={appKey}
          onChange={(event) => setAppKey(event.target.value)}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="max-w-text"
        />
        <ConnectionTest
          label={words.test}
          pendingText={words.testing}
          ask={() => testDropboxKey(appKey.trim())}
          show={(answer) => <Answer answer={answer} />}
        />
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
      {outcome === 'known' ? <p>{words['test.knownText']}</p> : null}
      {answer.outOfReach ? <p>{words[`out.${answer.outOfReach}`]}</p> : null}
      <RawReason>{detail}</RawReason>
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
      <FactRows rows={rows} />
    </div>
  );
}
