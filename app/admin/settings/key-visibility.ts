/** Which keys customers are shown, as the switches of the page stand. */
export type ShownKeys = { showProductOrderApiKeys: boolean; showMasterApiKey: boolean; showAssociatedKeys: boolean };

export const KEY_SWITCHES = ['showProductOrderApiKeys', 'showMasterApiKey', 'showAssociatedKeys'] as const;

/** Every way the switches may be saved. */
export const VISIBILITIES: readonly ShownKeys[] = [true, false].flatMap((showAssociatedKeys) =>
  [
    { showProductOrderApiKeys: true, showMasterApiKey: true },
    { showProductOrderApiKeys: true, showMasterApiKey: false },
    { showProductOrderApiKeys: false, showMasterApiKey: true },
  ].map((keys) => ({ ...keys, showAssociatedKeys })),
);

/** A name for one of them. */
export function visibilityName(shown: ShownKeys): string {
  return KEY_SWITCHES.map((name) => (shown[name] ? 'on' : 'off')).join(' ');
}
