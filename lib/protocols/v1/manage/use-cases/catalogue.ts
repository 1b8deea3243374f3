import type { UseCaseGroup } from './use-case';

/** Products, versions and stock. */
export const CATALOGUE: readonly UseCaseGroup[] = [
  {
    name: 'Products',
    cases: [
      { does: 'List the products', at: ['products/page'], operations: ['products.list'] },
      {
        does: 'Begin a product',
        at: ['products/new/page', 'products/new/save-product#saveNewProduct'],
        operations: ['products.create'],
      },
      {
        does: 'Read a product with its numbers, snippets and preview',
        at: ['products/[number]/page', 'products/[number]/api/page', 'products/[number]/preview/page'],
        operations: ['products.read'],
      },
      {
        does: 'Write its texts and pages',
        at: ['products/[number]/docs/page', 'products/[number]/save-texts#saveTexts'],
        operations: ['products.edit', 'products.edit_docs'],
      },
      {
        does: 'Put it on sale, take it off, archive or delete it',
        at: [
          'products/[number]/sale/page',
          'products/[number]/sale/actions#setStanding',
          'products/[number]/sale/actions#removeProduct',
        ],
        operations: ['products.set_standing', 'products.delete'],
      },
      {
        does: 'Add and edit plans, and say which are on sale',
        at: [
          'products/[number]/sale/plans/new/page',
          'products/[number]/sale/plans/[plan]/page',
          'products/[number]/sale/plans/save-plan#saveNewPlan',
          'products/[number]/sale/plans/save-plan#savePlan',
          'products/[number]/sale/actions#setPlanStanding',
        ],
        operations: ['products.add_plan', 'products.read_plan', 'products.edit_plan', 'products.set_plan_on_sale'],
      },
      {
        does: 'Say what it is licensed as',
        at: ['products/[number]/licensing/page', 'products/[number]/licensing/actions#saveLicensing'],
        operations: ['products.edit_licensing'],
      },
      {
        does: 'Bring changed terms to licences that are there',
        at: ['products/[number]/licensing/apply/[plan]/page', 'products/[number]/licensing/actions#applyTerms'],
        operations: ['products.preview_terms', 'products.apply_terms'],
      },
    ],
  },
  {
    name: 'Versions',
    cases: [
      {
        does: 'List the versions and read one',
        at: ['products/[number]/versions/page', 'products/[number]/versions/[release]/page'],
        operations: ['releases.list', 'releases.read'],
      },
      {
        does: 'Write a version',
        at: [
          'products/[number]/versions/new/page',
          'products/[number]/versions/save-release#saveNewRelease',
          'products/[number]/versions/save-release#saveRelease',
        ],
        operations: ['releases.create', 'releases.edit'],
      },
      {
        does: 'Publish it and take it back into the draft',
        at: ['products/[number]/versions/actions#publish', 'products/[number]/versions/actions#unpublish'],
        operations: ['releases.publish', 'releases.unpublish'],
      },
      {
        does: 'Withdraw a version and bring it back',
        at: ['products/[number]/versions/actions#withdraw', 'products/[number]/versions/actions#restore'],
        operations: ['releases.yank', 'releases.restore'],
      },
      {
        does: 'Say who gets which version',
        at: ['products/[number]/versions/actions#saveUpdateRules'],
        operations: ['products.edit_update_rules'],
      },
      {
        does: 'Send a file, see how far it has come, and stop it',
        at: [
          'products/_upload/actions#openFileUpload',
          'products/_upload/actions#retryFileUpload',
          'products/_upload/actions#cancelFileUpload',
        ],
        operations: [
          'releases.upload_file',
          'releases.begin_upload',
          'releases.send_part',
          'releases.finish_upload',
          'releases.list_uploads',
          'releases.read_upload',
          'releases.retry_upload',
          'releases.cancel_upload',
        ],
      },
      {
        does: 'Name a file at another address',
        at: ['products/[number]/versions/[release]/add-remote-file#addRemoteFile'],
        operations: ['releases.check_remote_file', 'releases.add_remote_file'],
      },
      {
        does: 'Remove a file',
        at: ['products/[number]/versions/actions#removeFile'],
        operations: ['releases.remove_file'],
      },
    ],
  },
  {
    name: 'Associated keys',
    cases: [
      {
        does: 'See how much stock each product has, and the keys of one by their hints',
        at: ['associated-keys/page', 'associated-keys/[number]/page'],
        operations: ['associated_keys.list', 'associated_keys.read', 'associated_keys.list_keys'],
      },
      {
        does: 'Check a list of keys and add it',
        at: ['associated-keys/[number]/actions#stockKeys'],
        operations: ['associated_keys.add'],
      },
      {
        does: 'Delete keys that were not handed out',
        at: ['associated-keys/[number]/actions#deleteKeys'],
        operations: ['associated_keys.delete', 'associated_keys.delete_all'],
      },
      {
        does: 'Hand keys out to purchases that found none',
        at: ['associated-keys/[number]/actions#handOutKeys'],
        operations: ['associated_keys.hand_out'],
      },
    ],
  },
];
