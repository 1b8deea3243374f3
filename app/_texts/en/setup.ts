/** The page of the claim link: the first owner of a store. */
export const setup = {
  title: 'Claim this store',
  text: 'This store has no owner yet. With the address and password you choose here you become its admin. Next you add a second factor; then the administration opens.',
  emailHint: 'You sign in with it, and mails to you go there. Check it letter by letter: it counts as confirmed.',
  claim: 'Claim store',
  claiming: 'Claiming store',
  'error.email_taken':
    'This address has an account here already. Choose another one, or run npm run admin:grant -- --email with it where the store was started.',
  deadTitle: 'This link does not open the store',
  deadText:
    'The link is on the console where the store was started. It works once, for a day, and each start prints a new one. You can also run npm run admin:grant -- --email there, with your address.',
} as const;
