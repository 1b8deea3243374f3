/** Where the invoice of an order stands, for its signed-in customer. */
export function invoicePath(orderId: string): string {
  return `/account/orders/${orderId}/invoice`;
}
