import type { ReactNode } from 'react';
import type { StorageEntry } from '@/lib/settings/storage-entry';
import { storage as words } from '../../../_texts/en/storage';
import { fillText } from '../../../_texts/fill-text';
import { Field } from '../../../_ui/field';
import { Notice } from '../../../_ui/notice';
import { Switch } from '../../../_ui/switch';
import { SettingsSection } from '../settings-section';

type BucketSectionProps = {
  values: StorageEntry;
  errorOf: (fieldId: string) => string | undefined;
  filesInBucket: number;
  /** The field of the secret, which keeps what was typed by itself. */
  children: ReactNode;
};

const ADDRESSES = ['endpoint', 'publicEndpoint'] as const;
const NAMES = ['region', 'bucket'] as const;

/** The bucket and the key to it. All fields are left out together, or filled together. */
export function BucketSection({ values, errorOf, filesInBucket, children }: BucketSectionProps) {
  const field = (name: (typeof ADDRESSES)[number] | (typeof NAMES)[number] | 'accessKeyId', isOptional = false) => (
    <Field
      key={name}
      id={name}
      label={words[name]}
      hint={words[`${name}Hint`]}
      error={errorOf(name)}
      defaultValue={values[name]}
      required={!isOptional}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
    />
  );
  return (
    <SettingsSection title={words.bucketTitle} text={words.bucketText}>
      {filesInBucket > 0 ? (
        <div className="py-5">
          <Notice>{fillText(words.filesInBucket, { count: filesInBucket })}</Notice>
        </div>
      ) : null}
      <div className="grid gap-5 py-5 sm:grid-cols-2">{ADDRESSES.map((name) => field(name, true))}</div>
      <div className="grid gap-5 py-5 sm:grid-cols-2">{NAMES.map((name) => field(name))}</div>
      <div className="grid gap-5 py-5 sm:grid-cols-2">
        {field('accessKeyId')}
        {children}
      </div>
      <Switch
        id="forcePathStyle"
        label={words.forcePathStyle}
        hint={words.forcePathStyleHint}
        defaultChecked={values.forcePathStyle}
      />
    </SettingsSection>
  );
}
