import { openText, sealText } from '../db/sealed-text';

type TokenOwner = { tokenId: string; customerId: string };

const placeOf = (owner: TokenOwner) => ({
  table: 'outbox_entry',
  column: 'payload.facts.sealedToken',
  rowId: owner.tokenId,
  ownerId: owner.customerId,
});

/** Seals a one-use token so that it may wait in the outbox; bound to its token row and its customer. */
export async function sealMailToken(token: string, owner: TokenOwner): Promise<string> {
  return Buffer.from(await sealText(token, placeOf(owner))).toString('base64');
}

/** The token again. Throws when the seal was made for another token or customer. */
export async function openMailToken(sealed: string, owner: TokenOwner): Promise<string> {
  return openText(Buffer.from(sealed, 'base64'), placeOf(owner));
}
