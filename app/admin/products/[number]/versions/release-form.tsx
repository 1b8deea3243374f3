'use client';

import { type ReactNode, useActionState } from 'react';
import { releases as words } from '../../../../_texts/en/releases';
import { fillText } from '../../../../_texts/fill-text';
import { ErrorSummary } from '../../../../_ui/error-summary';
import { Field } from '../../../../_ui/field';
import { Notice } from '../../../../_ui/notice';
import { SubmitButton } from '../../../../_ui/submit-button';
import { TextArea } from '../../../../_ui/text-area';
import { ChannelChoice } from './channel-choice';
import type { EnteredRelease } from './entered-release';
import type { ReleaseAnswer } from './release-answer';
import { saveNewRelease, saveRelease } from './save-release';

type Product = { id: string; number: number; requiresVersion: string; testedVersion: string; requiresPhp: string };

type ReleaseFormProps = {
  product: Product;
  /** What is on record, or the empty fields of a new version. */
  inForce: EnteredRelease;
  /** Left out for a new version. */
  release?: { id: string; fingerprint: string; isPublished: boolean };
};

/** What is said about a version. A refusal or a preview keeps what was typed. */
export function ReleaseForm({ product, inForce, release }: ReleaseFormProps) {
  const [answer, action] = useActionState<ReleaseAnswer, FormData>(release ? saveRelease : saveNewRelease, {
    outcome: 'none',
  });
  const isKept = answer.outcome === 'refused' || answer.outcome === 'previewed';
  const values = isKept ? answer.entered : inForce;
  const errors = answer.outcome === 'refused' ? answer.errors : [];
  const errorOf = (id: keyof EnteredRelease) => errors.find((error) => error.fieldId === id)?.message;
  return (
    <form action={action} noValidate className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <input type="hidden" name="product" value={product.id} />
      <input type="hidden" name="number" value={String(product.number)} />
      {release ? (
        <>
          <input type="hidden" name="release" value={release.id} />
          <input type="hidden" name="fingerprint" value={release.fingerprint} />
        </>
      ) : null}
      {/* The key starts the fields anew with these values; otherwise React would set them back to the first ones. */}
      <div key={JSON.stringify(values)} className="flex flex-col gap-6">
        <Naming values={values} errorOf={errorOf} isPublished={release?.isPublished ?? false} />
        <TextArea
          id="upgradeNotice"
          label={words.notice}
          hint={words.noticeHint}
          error={errorOf('upgradeNotice')}
          rows={2}
          defaultValue={values.upgradeNotice}
        />
        <TextArea
          id="changelogMd"
          label={words.changelog}
          hint={words.changelogHint}
          error={errorOf('changelogMd')}
          rows={10}
          defaultValue={values.changelogMd}
        />
        <Requirements values={values} product={product} error={errorOf('requiresVersion')} />
      </div>
      <Preview answer={answer} />
      {answer.outcome === 'unchanged' ? <Notice isAnswer>{words.savedNothing}</Notice> : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="step" value="save" pendingText={release ? words.saving : words.creating}>
          {release ? words.save : words.create}
        </SubmitButton>
        <SubmitButton name="step" value="preview" variant="secondary" pendingText={words.previewing}>
          {words.preview}
        </SubmitButton>
      </div>
    </form>
  );
}

type PartProps = { values: EnteredRelease; errorOf: (id: keyof EnteredRelease) => string | undefined };

function Naming({ values, errorOf, isPublished }: PartProps & { isPublished: boolean }) {
  return (
    <>
      <div className="grid gap-6 sm:grid-cols-2">
        <Field
          id="version"
          label={words.version}
          hint={isPublished ? words.versionFixed : words.versionHint}
          error={errorOf('version')}
          defaultValue={values.version}
          readOnly={isPublished}
          required
          autoComplete="off"
          spellCheck={false}
        />
        <Field
          id="day"
          type="date"
          label={words.date}
          hint={words.dateHint}
          error={errorOf('day')}
          defaultValue={values.day}
          required
        />
      </div>
      <ChannelChoice chosen={values.channel} />
    </>
  );
}

type RequirementsProps = { values: EnteredRelease; product: Product; error: string | undefined };

function Requirements({ values, product, error }: RequirementsProps): ReactNode {
  const fields = [
    { id: 'requiresVersion', label: words.requires },
    { id: 'testedVersion', label: words.tested },
    { id: 'requiresPhp', label: words.php },
  ] as const;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="contents">
        <span className="font-medium">{words.requirements}</span>
      </legend>
      <p className="-mt-2 max-w-text text-muted text-sm">{words.requirementsText}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        {fields.map(({ id, label }) => (
          <Field
            key={id}
            id={id}
            label={label}
            error={id === 'requiresVersion' ? error : undefined}
            defaultValue={values[id]}
            placeholder={product[id] ? fillText(words.asProduct, { value: product[id] }) : words.asProductNone}
            autoComplete="off"
          />
        ))}
      </div>
    </fieldset>
  );
}

function Preview({ answer }: { answer: ReleaseAnswer }) {
  if (answer.outcome !== 'previewed') return null;
  return (
    <section
      aria-labelledby="preview"
      className="flex flex-col gap-2 rounded-md border border-line bg-raised px-5 py-4"
    >
      <h3 id="preview" className="font-medium text-muted text-sm" role="status">
        {words.previewTitle}
      </h3>
      {answer.html === '' ? (
        <p className="text-muted">{words.previewEmpty}</p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by renderMarkdown on the server
        <div className="prose" dangerouslySetInnerHTML={{ __html: answer.html }} />
      )}
    </section>
  );
}
