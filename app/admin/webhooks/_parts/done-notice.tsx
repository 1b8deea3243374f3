import { Notice } from '../../../_ui/notice';
import type { SearchParams } from '../../../products/catalogue-view';
import { one } from '../../../products/catalogue-view';
import { noticeOf } from './webhook-notices';

/** What the action before came to. */
export async function DoneNotice({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const notice = noticeOf(one((await searchParams).done));
  return notice ? (
    <Notice tone={notice.tone} isAnswer>
      {notice.said}
    </Notice>
  ) : null;
}
