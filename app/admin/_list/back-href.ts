const BACK = /^\/admin\/(?:licences|activations)(?:\/\d{1,10})?(?:\?[\w=&%.*+-]*)?$/;

type Answer = { ok: true; changeId: string } | { ok: false; reason: string };

/** Where an action of a list goes back to: where it was pressed, with what became of it. `fallback` for anything else. */
export function backHref(back: string, fallback: string, answer: Answer): string {
  const [path = fallback, query = ''] = (BACK.test(back) ? back : fallback).split('?', 2);
  const params = new URLSearchParams(query);
  for (const name of ['change', 'refused', 'note']) params.delete(name);
  if (answer.ok) params.set('change', answer.changeId);
  else params.set('refused', answer.reason);
  return `${path}?${params}`;
}
