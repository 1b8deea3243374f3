import type { RefusalReason } from '@/lib/protocols/v1/handle';
import type { ManageReason } from '@/lib/protocols/v1/manage/handle';
import { type TextKey, text } from '../../../_texts/text';
import { CopyButton } from '../../../_ui/copy-button';

type Guide = { meaning: TextKey; cause: TextKey; tell: TextKey; next: TextKey };

/** The words about a refusal of a client call. A reason without all four does not compile. */
export function clientGuide(reason: RefusalReason): Guide {
  return {
    meaning: `clientErrors.meaning.${reason}`,
    cause: `clientErrors.cause.${reason}`,
    tell: `clientErrors.tell.${reason}`,
    next: `clientErrors.try.${reason}`,
  };
}

/** The same of a refusal of the management API. */
export function manageGuide(reason: ManageReason): Guide {
  return {
    meaning: `manageErrors.meaning.${reason}`,
    cause: `manageErrors.cause.${reason}`,
    tell: `manageErrors.tell.${reason}`,
    next: `manageErrors.try.${reason}`,
  };
}

/** What a refusal means, its usual cause, what its author tells the user and tries next. */
export function ProblemGuide({ guide }: { guide: Guide }) {
  const sentence = text(guide.tell);
  return (
    <dl className="flex flex-col gap-6">
      <Answer question="developers.meaningTitle">{text(guide.meaning)}</Answer>
      <Answer question="developers.causeTitle">{text(guide.cause)}</Answer>
      <div className="flex flex-col gap-1">
        <dt className="font-medium">{text('developers.tellTitle')}</dt>
        <dd className="flex max-w-text items-start justify-between gap-2 rounded-md bg-sunken py-2 ps-4 pe-2">
          <span className="min-w-0 py-1">{sentence}</span>
          <CopyButton name={text('developers.tellName')} value={sentence} />
        </dd>
      </div>
      <Answer question="developers.tryTitle">{text(guide.next)}</Answer>
    </dl>
  );
}

function Answer({ question, children }: { question: TextKey; children: string }) {
  return (
    <div className="flex flex-col gap-1">
      <dt className="font-medium">{text(question)}</dt>
      <dd className="max-w-text">{children}</dd>
    </div>
  );
}
