// The two things JSON may say and a PostgreSQL text cannot: the character 0 and half a surrogate pair.
const UNSTORABLE = /\\u0000|\\ud[89a-f]/;

/** Rows as one JSON text for `json_to_recordset`, with what no column could hold replaced by U+FFFD. */
export function storableJson(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  return UNSTORABLE.test(json) ? JSON.stringify(rows, (_name, value) => storable(value)) : json;
}

function storable(value: unknown): unknown {
  // Under the flag u a pair is one character, so only a lone half matches.
  return typeof value === 'string' ? value.replace(/[\0\p{Surrogate}]/gu, '�') : value;
}
