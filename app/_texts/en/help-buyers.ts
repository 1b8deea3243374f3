/** The help pages for buyers. The bodies are Markdown; {linkLife}, {renewBefore}, {renewAfter} and {grace} are times by the store's settings. */
export const helpBuyers = {
  findTitle: 'Find your keys',
  findSummary: 'Where your keys and the product ID are, which key does what, and what to keep to yourself.',
  findBody: `
## Where they are

- On **[API Keys](/account/api-keys)**, for as long as you have your account. This is the place that is always up to date.
- In the mail of your order, and on the page after the payment.
- With the order itself, under **[Orders](/account/orders)**.

A key is covered until you press **Reveal**; the button beside it copies it without showing it.

## Which key does what

**Master API Key** (\`lkm_…\`): one for your whole account. It activates everything you bought here, also what you buy later.

**Product Order API Key** (\`lko_…\`): one for each product you bought, and it activates that purchase alone. Take this one for
software that other people can look into.

**Associated API Key**: a key of another form that came with some purchases, or from an earlier store. It activates the purchase
it came with.

Each store decides which of them it shows. If you see only one kind, that one is enough.

## The product ID

Some software asks for a product ID as well. It stands beside each purchase on API Keys, with a button to copy it. It is no
secret, and opens nothing by itself.

## Keep them to yourself

Whoever has a key can take your places. If one got out, ask the store for a new one, and delete the activations that you do not
know.
`,

  activateTitle: 'Activate, and move to another place',
  activateSummary:
    'Enter your key on a site or computer, see where you are active, and take a place with you when you move.',
  activateBody: `
## Activate

1. Install the software. Its files are under **[API Downloads](/account/api-downloads)**.
2. Open its settings and find the licence fields: a website’s plugin has them among its settings, a program often under
   “Licence” or “Register”.
3. Copy a key from **[API Keys](/account/api-keys)** and paste it. If a product ID is asked for, copy the one beside it.
4. Press **Activate** there. The place then appears below its product on API Keys.

Activating the same installation again with the same key takes no second place, unless the store has decided otherwise.

## See where you are active

API Keys lists each place with its version, when it was first and last seen, the network address it was activated from, and the
kind of key. **Rename** gives a place a name that you recognise. The page of a licence shows the same as a table, and what was
refused lately: **History** beside a product leads there, or the licence’s number in its order.

## Move to another place

1. Press **Deactivate** in the old place, if you still get there. Otherwise press **Delete** beside it on API Keys.
2. The place is free at once. The software there is told that it is not active the next time it asks.
3. Activate in the new place with the same key.

## Deleted the wrong one

Press **Undo** in the notice above the list. The activation comes back as it was, as long as its place is free. If it has been
taken meanwhile, the notice says so: make room, then activate there again.
`,

  limitTitle: 'All activations are in use',
  limitSummary: 'What “no place left” means, how to find a place that you no longer need, and how to get more.',
  limitBody: `
## What it means

Every licence has a number of places, such as “3 of 5”. When all of them are taken, the next installation is refused until one
is free. What is active already goes on as before.

A test site, a second computer and a reinstalled machine each take a place of their own.

## Find a place that you no longer need

1. Open **[API Keys](/account/api-keys)** and look at the places below the product. **[All activations](/account/api-keys/activations)**
   has a search, for when there are many.
2. Look at **last seen**. What was not seen for weeks is often a machine that is gone, or was installed anew.
3. Press **Delete** beside it, then activate where you need the place. A wrong press is taken back with **Undo**.

## Get more places

- Buy the same product once more, or a plan with more places. Each purchase has its own key and its own places; the Master API
  Key fills the oldest purchase first and goes on to the next.
- A subscription can change to a larger plan under **[Subscriptions](/account/subscriptions)**. Key and activations stay.

## “Over the limit”

After a refund of some units a licence has fewer places than installations. The newest ones beyond that number are marked. Unless
the store decided otherwise they go on working, but nothing new fits in until you are below the number again.
`,

  renewTitle: 'Expired, renewing and cancelling',
  renewSummary: 'What happens when a licence ends, how long it can be renewed, and how subscriptions go on and end.',
  renewBody: `
## What kind of end it is

**[API Keys](/account/api-keys)** says under **Expires** how each licence ends: on a day, when you cancel, or never. A lifetime
licence never ends, though its updates may; then the versions from before that day stay yours to download.

## A licence with an end

On its day the keys stop working, and downloads close. Nothing is deleted: your key and your activations are kept.

Where the store offers renewals, you can renew from {renewBefore} before the end until {renewAfter} after it, under
**[Subscriptions and renewals](/account/subscriptions)**. The button says the price. The same key works again at once, activations
need not be made anew, and no day that is left is lost. Later than that you buy it anew, and get a new key.

Mails remind you about 30 and 7 days before the end, and a day after it. Which mails you want is set under
**[Mails you get](/account/notifications)**.

## A subscription

It renews by itself. If a payment fails, everything goes on for {grace}, so that you have time to pay or to change the card. After
that the keys stop until it is paid.

**Cancel subscription** ends it at the end of what you have paid for. Until then everything works, and you can still keep it. A
subscription that has ended is not renewed: buying the plan again makes new keys.

## “On hold”

Somebody closed the licence for a while, for example because your bank disputes the payment. The page of the licence
says since when. Ask the store what is missing.
`,

  downloadsTitle: 'Downloads, and checking a file',
  downloadsSummary: 'How long links live, why a download is missing, and how to check a file by its SHA-256.',
  downloadsBody: `
## Fetch a file

**[API Downloads](/account/api-downloads)** has the newest version of everything you bought, with older versions below it. The
links live for {linkLife} after the page was loaded; when they are over, load the page again.

Keep a link to yourself: whoever has it can fetch the file, until its time is over or the licence behind it ends.

## A download is missing

The page says why below the list: the licence has ended, it is on hold, or nothing has been released for it yet. Where updates
ended earlier than the licence, newer versions are not offered.

## Check a file by its SHA-256

Beside each file stands its SHA-256, a fingerprint of its content. If yours is the same, the file is complete and unchanged.

On Windows, in PowerShell:

\`\`\`powershell
Get-FileHash .\\file.zip -Algorithm SHA256
\`\`\`

On a Mac:

\`\`\`bash
shasum -a 256 file.zip
\`\`\`

On Linux:

\`\`\`bash
sha256sum file.zip
\`\`\`

Compare the letters and digits; capitals do not matter. If they differ, fetch the file again. If they still differ, do not
install it, and tell the store.
`,

  refundsTitle: 'Refunds, and what stops',
  refundsSummary: 'How to ask for your money back, what a refund closes, and what happens to keys and installations.',
  refundsBody: `
## Ask for one

Write to the store, and name the number of your order. Whether and until when money is given back is for the store to say; if it
has a page about refunds, the link is at the end of every page.

You get a mail about each refund, and the order under **[Orders](/account/orders)** shows it with its day. The invoice then has it
as a credit. Until the money is on your account, your bank may take some days.

## Everything back

What the payment bought is closed: its keys are refused at the next call of the software, its downloads close, and it goes from
API Keys. What you paid for separately stays as it is, and so does your Master API Key.

## Some units back

If you bought several units and some are refunded, the licence goes on with fewer places. Delete the activations you no longer
need; see [All activations are in use](/help/activation-limit).

## A disputed payment

If your bank disputes the payment, the licence may be on hold until that is decided. Decided for the store, it opens again with the
same key and the same activations. Decided for you, it is closed as after a refund.

## Cancelling is not a refund

Cancelling a subscription stops the next payment. What is paid for works until its end. See
[Expired, renewing and cancelling](/help/renew).
`,

  addressTitle: 'Change your e-mail address',
  addressSummary: 'A new address for the same account: what you need, what changes, and what stays.',
  addressBody: `
## How it is done

1. Sign in and open **[Credentials](/account/credentials)**.
2. Under **Change e-mail address** prove once more that it is you, if you are asked to, and enter the new address.
3. We mail a link to the new address. Open it in a browser where you are signed in to this account, and confirm.

The link works once, for a day. Until you confirm, nothing changes.

## What changes, and what stays

From then on you sign in with the new address, and all mails go there. The old address is told of the change, and links that were
mailed to it before end.

Orders, keys, activations, invoices that are there and your password stay as they are.

## No link arrives

Look among the unwanted mails first. If the new address has an account here already, it gets a mail that says so instead of a link,
and nothing is changed: one address has one account. Ask the store if you want to use one account for both.

## You bought with a wrong address

If an order went to an address that is not yours, you cannot sign in to its account. Write to the store with the number of the order
and proof of the payment.
`,

  missingTitle: 'Your keys did not arrive',
  missingSummary: 'Where to look when no mail came, the order is not there, or the payment still waits.',
  missingBody: `
## You need no mail

Your keys are in your account, whatever became of the mail: sign in and open **[API Keys](/account/api-keys)**. The account has the
address that you entered at checkout. If you have no password, or forgot it, [choose a new one by mail](/reset).

## The mail

It goes to the address of the order, and begins with “Your order”. Look among the unwanted mails too. The store can send it again.

## Nothing is in your account

- **Another address.** You may be signed in with another address than the one you bought with. Sign out, and sign in with that one.
- **The payment waits.** Some ways to pay are confirmed after days. The order then stands under **[Orders](/account/orders)** as
  “Waiting for payment”. Keys are made and mailed as soon as the money is there.
- **The payment failed.** Then nothing was charged and no keys were made. You can buy again.
- **It cost nothing, and your address is not confirmed.** Such an order can wait until you open the link that we mailed you.

The address of the page after the payment keeps working: if it is still in your browser’s history, it shows how the order stands.

## A key is refused

Compare it with the one on API Keys, or copy it again. The page of the licence (**History** beside the product, or the licence’s number
in its order) has the last calls that were refused, each with its reason.
`,
} as const;
