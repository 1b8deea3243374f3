import { redirect } from 'next/navigation';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { sessionActor } from '@/lib/auth/session-actor';
import { now } from '@/lib/clock';
import { exportOwnData } from '@/lib/personal-data/export-own-data';
import { storeFacts } from '@/lib/settings/store-facts';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { fileResponse } from '../../../_shell/file-response';
import { text } from '../../../_texts/text';

const PAGE = '/account/data';

/** Everything the store keeps about the signed-in person, as one JSON file. Asked for as a change is, because it is audited. */
export async function GET(): Promise<Response> {
  await requireOwnPage();
  const customer = await requireStepUp(PAGE);
  const { storeName } = await readStoreSettings();
  const at = now();
  const result = await exportOwnData({
    person: customer,
    store: { name: storeName, url: storeFacts().publicUrl },
    notes: [text('personalData.note.keys'), text('personalData.note.amounts'), text('personalData.note.times')],
    actor: await sessionActor(customer),
    at,
  });
  if (!result.ok) redirect(`${PAGE}?notice=export_limited`);
  const file = `my-data-${at.toISOString().slice(0, 10)}.json`;
  return fileResponse({ file, contentType: 'application/json', chunks: result.chunks });
}
