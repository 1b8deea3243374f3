import type { ImportReason } from '../orders/import-refusal';

/** What is wrong with a refused row of an import, and what to do about it, in words. */
export const REMEDIES: Record<ImportReason, string> = {
  slug_taken: 'Another product has this slug: choose another one.',
  legacy_title_taken: 'Another product answers to this old title: a title can lead clients to one product only.',
  number_taken: 'This number is in use: take out the row if it is here already, or give it another number.',
  number_shared: 'A product with several plans needs a number of its own: give product and plans different numbers.',
  product_not_found: 'Its product is neither in the store nor in the file: add it under "products".',
  version_invalid: 'This is no version: write up to 64 letters, digits, points, +, _ and -, for example 2.10.1.',
  version_exists: 'The product has this version already: take the row out.',
  invalid_email: 'This is not one e-mail address: write it as name@example.com.',
  email_taken:
    'An account with this address is here already: two rows have one address, or the customer was imported before.',
  plan_not_found: 'One of its plans is neither in the store nor in the file: import its product first, or with it.',
  mixed_currencies: 'Its plans have different currencies: make an order for each currency.',
  order_number_taken:
    'An order has this number already: take the row out if it was imported before, or give it another number.',
  resource_number_taken: 'An API Resource has this number already: leave resourceNumber out, or give it another one.',
  resource_not_found: 'No API Resource has this number: bring the order it came from first.',
  key_taken: 'Somebody else has this key already: one key opens one licence. Take it out, or find out whose it is.',
  master_key_of_another_customer: 'Another customer has this master key: leave it out, and the store makes a new one.',
  total_too_large: 'Its total is more than the store can keep: divide it into several orders.',
  limit_too_large:
    'Its limit times its quantity is more than the store can keep: leave the limit out if it is unlimited.',
};
