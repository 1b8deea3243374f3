/** The cart. */
export const cart = {
  title: 'Cart',
  emptyTitle: 'Your cart is empty',
  emptyText: 'Plans you choose wait here, also after you close the browser.',
  emptyAction: 'Browse products',
  caption: 'Plans in your cart',
  product: 'Product',
  price: 'Price',
  quantity: 'Quantity',
  quantityOf: 'Quantity of {name}',
  lineTotal: 'Total',
  update: 'Update quantity',
  remove: 'Remove',
  removeNamed: 'Remove {name}',
  subtotal: 'Subtotal',
  taxNote: 'Tax, where it is due, is shown on the payment page.',
  toCheckout: 'Go to checkout',
  continue: 'Continue shopping',
  added: '{name} is in your cart.',
  limited: 'No more than {limit} of a plan can be ordered at once. Your cart has {limit} of {name}.',
  full: 'A cart has room for {limit} different plans, so the last one was not put in. Order these first, then that one.',
  gone: {
    one: '{count} plan is no longer sold and was left out.',
    other: '{count} plans are no longer sold and were left out.',
  },
  mixedCurrencies:
    'The plans in your cart have different currencies. Pay for one currency at a time: remove the others first.',
  mixedIntervals:
    'Your cart has plans that are paid by month and plans that are paid by year. Buy them one after the other: remove one of them first.',
  lines: { one: '{count} item', other: '{count} items' },
} as const;
