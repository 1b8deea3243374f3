// What opens something for whoever reads it, and what says whose card or bank account paid. Stripe shows both to those who
// may see them.
const SECRET =
  /secret|password|token|fingerprint|last4|^number$|cvc|cvv|iban|exp_month|exp_year|account_number|routing_number|sort_code|dynamic_last/;
const OPENING = /(^|_)(url|pdf)$/;
const MASK = '•••';

/** A payload as an admin may read it: secrets, addresses that open something, card and bank details are masked. */
export function maskPayload(payload: unknown): string {
  return JSON.stringify(payload, (name, value) => (isMasked(name) && hasValue(value) ? MASK : value), 2);
}

function isMasked(name: string): boolean {
  return SECRET.test(name) || OPENING.test(name);
}

// What holds nothing is told as it is. Whole branches by a secret's name go with everything in them.
function hasValue(value: unknown): boolean {
  return value !== null && value !== '' && typeof value !== 'boolean';
}
