const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text may name a row at all: anything else would be refused by the database with an error. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
