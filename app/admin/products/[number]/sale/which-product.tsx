/** The hidden fields by which every form about a product names it. */
export function WhichProduct({ product }: { product: { id: string; number: number } }) {
  return (
    <>
      <input type="hidden" name="product" value={product.id} />
      <input type="hidden" name="number" value={String(product.number)} />
    </>
  );
}
