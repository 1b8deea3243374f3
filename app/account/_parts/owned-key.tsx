import { SecretText } from '../../_ui/secret-text';
import { maskedKey } from './key-hint';

type OwnedKeyProps = {
  name: string;
  value: string;
  /** Asks the server at the press, which may have hidden the key since the page was loaded. */
  read: () => Promise<string | undefined>;
};

/** A key that its owner may see: masked, revealed or copied at a press, and plain where there is no JavaScript. */
export function OwnedKey({ name, value, read }: OwnedKeyProps) {
  return (
    <>
      <SecretText name={name} hint={maskedKey(value)} read={read} />
      <noscript>
        <span className="break-all font-mono text-sm">{value}</span>
      </noscript>
    </>
  );
}
