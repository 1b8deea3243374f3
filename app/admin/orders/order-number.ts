const MAX_NUMBER = 2_147_483_647;

/** The order number that an address or a form names; undefined for anything else. */
export function readOrderNumber(text: string): number | undefined {
  const number = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : 0;
  return number > 0 && number <= MAX_NUMBER ? number : undefined;
}
