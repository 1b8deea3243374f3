import { answerPackage } from '@/lib/downloads/answer-download';
import { openPackage } from '@/lib/downloads/open-download';

// Public: installed client software fetches its update packages here, by the signed address an update answer gave it.
export async function GET(request: Request): Promise<Response> {
  return answerPackage(request, await openPackage(new URL(request.url).searchParams));
}
