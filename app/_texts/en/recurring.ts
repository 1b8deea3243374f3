/** What is paid again: said beside a plan, in the cart, before Pay is pressed, and after. */
export const recurring = {
  title: 'Renews by itself',
  everyMonth: '{amount} every month',
  everyYear: '{amount} every year',
  from: 'Next payment on',
  fromTrial: 'Free until the first payment on',
  trial: 'Free for {days} days, then {charge}. The first payment is on',
  cancel:
    'Until you cancel, which takes one press in My Account under Subscriptions. What is paid for works to its end. A mail tells you of each payment.',
  trialCancel: 'Cancel before that day in My Account under Subscriptions, and you pay nothing.',
  tax: 'Tax, where it applies, is added.',
  trialBadge: { one: 'First day free', other: 'First {count} days free' },
  today: 'To pay today',
  thanksTitle: 'Your subscription',
  thanksText: 'It renews by itself. Change, pause or cancel it under Subscriptions in your account.',
  thanksLink: 'Go to subscriptions',
} as const;
