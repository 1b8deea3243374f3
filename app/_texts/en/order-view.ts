/** One order of the customer: how far it has come, and buying the same again. */
export const orderView = {
  steps: 'How far this order has come',
  placed: 'Placed',
  free: 'Complete, nothing to pay',
  keysMade: 'Keys made',
  renewed: 'Renewed',
  refunded: 'Refunded {price}',
  refundPending: 'Refund of {price} on its way',
  buyAgain: 'Buy again',
  buyAgainText: 'Puts the same plans into your cart, at today’s prices. They get keys of their own.',
  someGone: 'Puts what is still sold into your cart, at today’s prices. No longer sold: {names}.',
  allGone: 'Nothing of this order is sold any more: {names}.',
  noOrderHelp: 'Bought something, and it is not here?',
} as const;
