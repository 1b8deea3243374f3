const EVENT_ID = /^[\w-]{1,255}$/;
// Events about these are looked up by the object's own ID.
const LOOKED_UP = /^(checkout\.session|charge\.dispute|customer\.subscription)\.|^invoice\.(?!upcoming)/;
// PostgreSQL keeps neither NUL nor half a surrogate pair; JSON writes both as escapes.
const NOT_TEXT = /(?<!\\)(\\\\)*\\u(0000|d[89a-f])/i;

/** What makes a signed body no event that the store can keep, as half a sentence; undefined when it looks like one. */
export function findFault(body: string): string | undefined {
  const event = parse(body);
  if (event === undefined) return 'the body is not JSON';
  if (!isObject(event)) return 'the body is not a JSON object';
  if (!isId(event.id)) return 'its id is missing or not one of Stripe’s';
  if (typeof event.type !== 'string' || !/^[\w.]{1,255}$/.test(event.type)) return 'its type is missing or not a name';
  const object = isObject(event.data) ? event.data.object : undefined;
  if (!isObject(object)) return 'its data.object is missing';
  if ((object.id !== undefined || LOOKED_UP.test(event.type)) && !isId(object.id)) {
    return 'the id of its data.object is missing or not one of Stripe’s';
  }
  // Written anew, a whole pair stands as itself and only what is half stays an escape.
  if (NOT_TEXT.test(JSON.stringify(event))) return 'it holds characters that cannot be kept';
  return undefined;
}

/** What may be said in a log of a delivery: the event's ID and type, as far as it has them. */
export function nameDelivery(body: string): { eventId: string | undefined; eventType: string | undefined } {
  const event = parse(body);
  const { id, type } = isObject(event) ? event : {};
  return {
    eventId: isId(id) ? id : undefined,
    eventType: typeof type === 'string' && /^[\w.]{1,255}$/.test(type) ? type : undefined,
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && EVENT_ID.test(value);
}
