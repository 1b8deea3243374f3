import type { ClientCore } from '../../licensing/client-core';
import type { StoreSettings } from '../../settings/store-settings';
import type { WireRefusal } from './messages';

/** What a call is told, with what the request log keeps of it. */
export type Verdict = {
  outcome: string;
  body: object;
  customerId?: string;
  apiResourceId?: string;
  /** Seconds until the call is worth another try, when a limit refused it. */
  wait?: number;
};

/** What answering a call needs besides the call. */
export type Store = { core: ClientCore; settings: StoreSettings; address: string };

/** A verdict, or the refusal that the caller renders in the form of the action. */
export type Answered = Verdict | { refusal: WireRefusal };
