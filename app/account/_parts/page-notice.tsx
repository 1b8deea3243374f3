import type { TextKey } from '../../_texts/text';
import { text } from '../../_texts/text';
import { Notice } from '../../_ui/notice';

type NoticeTone = 'good' | 'warn';

type PageNoticeProps<Code extends string> = {
  /** What the address says; anything unknown shows nothing. */
  code: string | string[] | undefined;
  known: Record<Code, { tone: NoticeTone; key: TextKey; params?: Record<string, string> }>;
};

/** What the last action did, named by a code in the address so that it also works without JavaScript. */
export function PageNotice<Code extends string>({ code, known }: PageNoticeProps<Code>) {
  const found = Object.entries<{ tone: NoticeTone; key: TextKey; params?: Record<string, string> }>(known).find(
    ([name]) => name === code,
  )?.[1];
  if (!found) return null;
  return (
    <Notice tone={found.tone} isAnswer>
      {text(found.key, found.params)}
    </Notice>
  );
}
