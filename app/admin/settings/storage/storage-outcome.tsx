import { storage as words } from '../../../_texts/en/storage';
import { Notice } from '../../../_ui/notice';
import { TooManyTests } from '../connection-test';
import { RawReason } from '../raw-reason';
import type { StorageAnswer } from './storage-answer';

/** What saving or testing came to; of a failed test also the very words of the server. */
export function StorageOutcome({ answer }: { answer: StorageAnswer }) {
  switch (answer.outcome) {
    case 'none':
    case 'refused':
      return null;
    case 'saved':
      return (
        <Notice tone="good" isAnswer>
          {answer.isChanged ? words.saved : words.savedNothing}
        </Notice>
      );
    case 'works':
      return (
        <Notice tone="good" isAnswer title={answer.where === 'bucket' ? words.worksBucket : words.worksLocal}>
          {answer.where === 'bucket' ? words.worksBucketText : words.worksLocalText}
        </Notice>
      );
    case 'tested_often':
      return <TooManyTests seconds={answer.retryAfterSeconds} />;
    case 'failed':
      return (
        <Notice tone="bad" isAnswer title={words.failedTitle}>
          <p>{words[`trouble.${answer.trouble}`]}</p>
          <RawReason>{answer.detail}</RawReason>
        </Notice>
      );
  }
}
