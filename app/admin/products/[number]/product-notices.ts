const good = <Code extends string>(code: Code) => ({ tone: 'good' as const, key: `editor.notice.${code}` as const });
const warn = <Code extends string>(code: Code) => ({ tone: 'warn' as const, key: `editor.notice.${code}` as const });

/** What an action about a product or a plan may have to say on the page it leads to. */
export const productNotices = {
  saved: good('saved'),
  created: good('created'),
  published: good('published'),
  unpublished: good('unpublished'),
  archived: good('archived'),
  restored: good('restored'),
  plan_added: good('plan_added'),
  plan_saved: good('plan_saved'),
  plan_archived: good('plan_archived'),
  plan_restored: good('plan_restored'),
  licensing_saved: good('licensing_saved'),
  terms_applied: good('terms_applied'),
  nothing_changed: warn('nothing_changed'),
  no_plan: warn('no_plan'),
  is_archived: warn('is_archived'),
  in_use: warn('in_use'),
  last_plan: warn('last_plan'),
  plan_not_found: warn('plan_not_found'),
  changed_meanwhile: warn('changed_meanwhile'),
  nothing_chosen: warn('nothing_chosen'),
} as const;

export type ProductNotice = keyof typeof productNotices;
