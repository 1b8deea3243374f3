/** Admin → Storage. */
export const storage = {
  title: 'Storage',
  about: 'Where the files of releases lie: a folder of this machine, or a bucket.',
  intro:
    'Where the files of releases lie. Customers notice nothing of it: their links stay the same, and each download is checked before it starts.',

  newFilesTitle: 'New files',
  newFilesText: 'Affects uploads from now on. Files that lie elsewhere stay there and can still be downloaded.',
  newFiles: 'Where new files go',
  'newFiles.local': 'Folder of this machine',
  'newFilesHint.local': 'The store sends every download itself. Back up its data folder.',
  'newFiles.s3': 'S3 bucket',
  'newFilesHint.s3': 'Downloads go from the bucket to the customer, by a link that lives five minutes.',

  bucketTitle: 'S3 bucket',
  bucketText: 'Of Amazon S3 or of anything that speaks S3. Leave all fields empty when you use none.',
  filesInBucket: {
    one: '{count} file of a release lies in this bucket. Copy it first if you change the bucket.',
    other: '{count} files of releases lie in this bucket. Copy them first if you change the bucket.',
  },
  endpoint: 'Endpoint',
  endpointHint: 'How this store reaches it, like https://s3.example.com. Empty: Amazon S3 in the region below.',
  publicEndpoint: 'Public endpoint',
  publicEndpointHint: 'How customers reach it, when that is another address. Download links are made with it.',
  region: 'Region',
  regionHint: 'Like eu-central-1. Servers of your own mostly take us-east-1.',
  bucket: 'Bucket',
  bucketHint: 'Leave it private: links are signed.',
  accessKeyId: 'Access key ID',
  accessKeyIdHint: 'It must be allowed to read, write and delete objects of this bucket.',
  secretAccessKey: 'Secret access key',
  secretAccessKeyHint: 'Kept encrypted and never shown again.',
  replaceSecret: 'Replace secret access key',
  replaceSecretHint: 'The present one is never shown. Leave empty to keep it.',
  forcePathStyle: 'Bucket in the path',
  forcePathStyleHint:
    'On, addresses read https://endpoint/bucket/file, as most servers of your own need. Off, they read https://bucket.endpoint/file, as Amazon S3 does.',

  save: 'Save storage',
  saving: 'Saving storage',
  test: 'Test storage',
  testing: 'Testing storage',
  saved: 'Storage is saved.',
  savedNothing: 'Storage is as it was: nothing was different.',
  worksBucket: 'The bucket works',
  worksBucketText:
    'A small file was sent, read back, fetched by a customer’s link and deleted. Nothing was saved by this test.',
  worksLocal: 'The folder works',
  worksLocalText: 'A small file was written, read back and deleted. Nothing was saved by this test.',
  failedTitle: 'The test failed',
  errorTitle: 'Please correct these fields',

  'trouble.disk_full': 'There is no room left for files.',
  'trouble.storage_unreachable': 'The endpoint does not answer. Check its address, and that this machine may reach it.',
  'trouble.bucket_missing': 'There is no such bucket at this endpoint and in this region.',
  'trouble.access_denied': 'The key was refused. Check key ID, secret, region and what the key is allowed to do.',
  'trouble.storage_not_set_up': 'New files are to go to a bucket, but none is entered.',
  'trouble.content_changed': 'The file that came back is not the one that was sent.',
  'trouble.link_failed':
    'Files can be sent and read, but a customer’s link did not work. Check the public endpoint and “Bucket in the path”.',

  'fault.missing': '{name} is missing. Fill in the bucket wholly, or leave all its fields empty.',
  'fault.not_an_address': '{name} is an address without a path, like https://s3.example.com.',
  'fault.needs_https':
    'Customers need an https address: browsers refuse files that leave an https page for a plain one. Enter one as the public endpoint.',
  'fault.not_a_region': 'A region has lower-case letters, digits and hyphens, like eu-central-1.',
  'fault.not_a_bucket': 'A bucket’s name has 3 to 63 lower-case letters, digits, dots and hyphens.',
  'fault.not_a_key_id': 'An access key ID has no spaces and no letters beyond ASCII.',
  'fault.secret_of_another_key': 'This is another access key. Enter its secret too.',
  'fault.no_bucket_for_new_files': 'To put new files into a bucket, fill in the bucket below.',
  'fault.bucket_in_use':
    'Files of releases lie in this bucket, so it cannot be taken out: their downloads would end. Switch new files to the folder instead.',
  'fault.not_a_choice': 'Choose where new files go.',
};
