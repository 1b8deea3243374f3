import { type NamedObject, nameOf } from '@/lib/audit/name-objects';
import { unreachable } from '@/lib/errors';
import { text } from '../../../_texts/text';

type Told = { objectKind: string; objectId: string };

/** An object in words, and its page if it has one. */
export function objectOf(entry: Told, known: Map<string, NamedObject>): { label: string; href: string | undefined } {
  const named = known.get(nameOf(entry.objectKind, entry.objectId));
  if (named) return namedObject(named);
  return { label: kindText(entry.objectKind), href: plainHref(entry) };
}

/** `api_resource` as people read it. */
export function kindText(objectKind: string): string {
  return objectKind.replaceAll('_', ' ');
}

function namedObject(named: NamedObject): { label: string; href: string } {
  switch (named.kind) {
    case 'order':
      return { label: text('logs.object.order', numbered(named)), href: `/admin/orders/${named.number}` };
    case 'api_resource':
      return { label: text('logs.object.api_resource', numbered(named)), href: `/admin/licences/${named.number}` };
    case 'product':
      return { label: text('logs.object.product', numbered(named)), href: `/admin/products/${named.number}` };
    case 'customer':
      return { label: named.email, href: `/admin/customers/${named.number}` };
    case 'release':
      return {
        label: text('logs.object.release', { version: named.version }),
        href: `/admin/products/${named.productNumber}/versions/${named.id}`,
      };
    default:
      return unreachable(named);
  }
}

function numbered({ number }: { number: number }): { number: string } {
  return { number: String(number) };
}

// These have a page of their own by the very id that the entry names.
function plainHref({ objectKind, objectId }: Told): string | undefined {
  if (objectKind === 'mail') return `/admin/mail/${encodeURIComponent(objectId)}`;
  if (objectKind === 'payment_event' && objectId.startsWith('evt_')) {
    return `/admin/logs/events/${encodeURIComponent(objectId)}`;
  }
  return objectKind === 'store_setting' ? '/admin/settings' : undefined;
}
