/** What a call is told, with what the request log keeps of it. */
export type Verdict = { outcome: string; body: object; customerId?: string; apiResourceId?: string };
