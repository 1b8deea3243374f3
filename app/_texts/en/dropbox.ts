/** Saving to Dropbox: API Downloads and its part of the settings. */
export const dropbox = {
  title: 'Dropbox',
  connectText:
    'Connect your Dropbox once, and each file is saved there with one press, also while you are away. The store asks only for the permission to write, and uses it only to add files; it cannot read yours.',
  connect: 'Connect Dropbox',
  connecting: 'Asking Dropbox',
  connectedSince: 'Connected since',
  connectedText: 'Files go into the folder that Dropbox keeps for this store; paths begin there.',
  disconnect: 'Disconnect Dropbox',
  disconnecting: 'Disconnecting Dropbox',

  'out.title': 'Saving to Dropbox is not possible here',
  'out.this_machine':
    'Dropbox fetches files over the internet, and this store has an address that only its own computer can reach. Downloads work as usual.',
  'out.private_network':
    'Dropbox fetches files over the internet, and this store has an address inside a private network. Downloads work as usual.',
  'out.not_https': 'Dropbox fetches files over https, which this store does not offer. Downloads work as usual.',

  save: 'Save to Dropbox',
  saving: 'Asking for the save',
  again: 'Save again',
  retry: 'Try again',
  ofFile: '{file} to Dropbox',

  queued: 'Waiting for its turn to be saved to Dropbox.',
  fetching: 'Dropbox is fetching the file. You can leave this page.',
  slow: 'It takes longer than usual: {detail}',
  saved: 'Saved to',
  renamed: 'A file of that name was there already, so Dropbox chose this name.',
  failed: 'Not saved to Dropbox.',
  said: 'Dropbox said:',

  'failure.connection_ended': 'Dropbox no longer accepts the connection. Connect Dropbox again, then try again.',
  'failure.app_unknown': 'Dropbox does not know this store any more. Please tell the store; downloads work as usual.',
  'failure.permission_missing': 'The store may not write into that folder of your Dropbox.',
  'failure.dropbox_full': 'Your Dropbox has not enough room. Make room there, then try again.',
  'failure.name_refused': 'Dropbox does not take a file of this name.',
  'failure.in_the_way': 'A folder lies where the file should go. Move or rename it, then try again.',
  'failure.could_not_fetch':
    'Dropbox could not fetch the file from this store. Try again: each try makes a fresh link.',
  'failure.job_unknown': 'Dropbox lost track of the save. Look whether the file is there; if not, try again.',
  'failure.dropbox_busy': 'Dropbox did not answer for a quarter of an hour. Try again later.',
  'failure.refused': 'Dropbox refused the file.',
  'failure.disconnected': 'Dropbox was disconnected before the file was there.',
  'failure.not_entitled': 'Your licence no longer covers this file, or the version was withdrawn.',
  'failure.timed_out':
    'Dropbox did not finish within a quarter of an hour. Look whether the file is there; if not, try again.',

  'notice.connected': 'Dropbox is connected.',
  'notice.denied': 'Dropbox is not connected: you did not agree there. Nothing was changed.',
  'notice.state':
    'Dropbox is not connected: the answer did not belong to this browser’s question, or came too late. Please connect once more.',
  'notice.refused':
    'Dropbox is not connected: Dropbox did not accept the store’s question. Please try again, or tell the store.',
  'notice.busy': 'Dropbox is not connected: Dropbox did not answer. Please try again later.',
  'notice.off': 'Saving to Dropbox is switched off in this store.',
  'notice.disconnected': 'Dropbox is disconnected. The store has forgotten it, and Dropbox has been told.',
  'notice.disconnected_here':
    'Dropbox is disconnected, and the store has forgotten it. Dropbox could not be told; to be thorough, remove the store under “Connected apps” in your Dropbox settings.',
  'notice.not_connected': 'Nothing was saved: Dropbox is not connected.',
  'notice.not_entitled': 'Nothing was saved: your licence does not cover this file.',
  'notice.too_many_open': 'Nothing was saved: many files are on their way already. Wait until some have arrived.',

  'saver.loading': 'Opening Dropbox',
  'saver.open': 'Choose the folder in Dropbox’s window.',
  'saver.progress': 'Dropbox is fetching the file: {percent} %.',
  'saver.saved': 'Saved to your Dropbox.',
  'saver.cancelled': 'Nothing was saved: Dropbox’s window was closed.',
  'saver.error': 'Not saved. Dropbox said: {detail}',
  'saver.errorPlain': 'Not saved. Dropbox gave no reason.',
  'saver.blocked': 'Your browser did not open Dropbox’s window. Press the button once more.',
  'saver.notLoaded': 'Dropbox’s window could not be loaded. Downloads work as usual.',
  'saver.notEntitled': 'Your licence no longer covers this file.',
  'saver.ready': 'Ready. Press the button once more to open Dropbox.',
  'saver.unsupported': 'Dropbox’s window does not work in this browser.',

  sectionTitle: 'Dropbox',
  sectionText:
    'Lets customers save their files straight to their own Dropbox. Nothing of Dropbox is loaded before they press its button.',
  dropboxAppKey: 'Dropbox app key',
  dropboxAppKeyHint:
    'Affects every customer: with a key, API Downloads offers “Save to Dropbox” and “Connect Dropbox”. Empty, neither is shown. A secret is not needed, so none is asked for.',
  setupTitle: 'What to enter at Dropbox',
  setupText:
    'In the app console of Dropbox, make an app with the access type “App folder” and the permission files.content.write, and enter these two there:',
  returnUrl: 'Redirect URI',
  domain: 'Chooser / Saver domain',
  test: 'Test app key',
  testing: 'Asking Dropbox',
  'test.known': 'Dropbox knows this app key.',
  'test.knownText':
    'Checked: the token endpoint knows the key. It cannot be asked about the redirect URI, the permission and the Saver domain; connect a Dropbox of your own to see that these are right.',
  'test.unknown': 'Dropbox does not know this app key.',
  'test.unclear': 'Dropbox gave no clear answer, so nothing is known about the key.',
  'test.no_key': 'Enter an app key first.',
  'test.key_malformed': 'An app key has 10 to 40 small letters and digits. This one has not.',
  errorKey: 'A Dropbox app key has 10 to 40 small letters and digits. Leave the field empty to offer no Dropbox.',
} as const;
