/** What of the gallery is looked at, as its address says. */
export type PreviewView = { mail: string; example: number; scheme: 'light' | 'dark'; width: 'phone' | 'desktop' };

type Asked = { [Name in keyof PreviewView]: string | undefined };

/** Anything unknown in the address is the first example, light, on a desktop. */
export function readView({ mail = '', example, scheme, width }: Asked): PreviewView {
  return {
    mail,
    example: /^\d{1,2}$/.test(example ?? '') ? Number(example) : 0,
    scheme: scheme === 'dark' ? 'dark' : 'light',
    width: width === 'phone' ? 'phone' : 'desktop',
  };
}

/** The address of a view that differs from the present one. */
export function viewPath(view: PreviewView, change: Partial<PreviewView>): string {
  const { mail, example, scheme, width } = { ...view, ...change };
  return `/admin/mail/templates?${new URLSearchParams({ mail, example: String(example), scheme, width })}`;
}
