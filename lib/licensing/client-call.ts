/** The product a client asks for: the number of a plan or of its product, or the legacy software title of 1.x clients. */
export type ProductAsked = { number: number } | { title: string };

/** What every call about an instance carries, in our words; a protocol's `parse` makes it. */
export type ClientCall = {
  key: string;
  product: ProductAsked;
  /** 1 to 190 characters. */
  instance: string;
  /** Where the call came from, for the activation's row and the audit. */
  address: string;
};

/** Why a key opens nothing. The order is the order of the checks (refusal_of in the count_activations migration). */
export type KeyRefusal = 'key_not_found' | 'access_disabled' | 'wrong_product' | 'suspended' | 'expired' | 'revoked';

export type LicenseKeyKind = 'master' | 'product_order' | 'associated';

/** A refusal with what the holder of the key may learn; the kind is unknown when the key is. */
export type Refused<Reason extends string> = { ok: false; reason: Reason; keyKind: LicenseKeyKind | undefined };
