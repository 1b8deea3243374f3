import { answerDownload } from '@/lib/downloads/answer-download';
import { openDownload } from '@/lib/downloads/open-download';

type Context = { params: Promise<{ link: string }> };

// Public: the signed link itself is the permit, so that download managers and cloud drives can fetch too.
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { link } = await params;
  return answerDownload(request, await openDownload(link));
}
