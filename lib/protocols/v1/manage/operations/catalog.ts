import type { Operation } from '../operation';
import {
  addRemoteFileOperation,
  checkRemoteFileOperation,
  removeFileOperation,
  uploadFileOperation,
} from './catalog/add-files';
import { applyTermsOperation, previewTermsOperation } from './catalog/apply-terms';
import { createProductOperation, deleteProductOperation, setStandingOperation } from './catalog/begin-products';
import { editLegalPagesOperation, readLegalPagesOperation } from './catalog/edit-legal-pages';
import { editLicensingOperation, editUpdateRulesOperation } from './catalog/edit-licensing';
import { addPlanOperation, editPlanOperation, readPlanOperation, setPlanOnSaleOperation } from './catalog/edit-plans';
import { editSettingsOperation, readSettingsOperation } from './catalog/edit-settings';
import { editStorageOperation, readStorageOperation, testStorageOperation } from './catalog/edit-storage';
import { editDocsOperation, editProductOperation } from './catalog/edit-texts';
import {
  deleteKeyOperation,
  emptyStockOperation,
  handOutOperation,
  listStockedKeysOperation,
  listStockOperation,
  readStockOperation,
} from './catalog/manage-stock';
import {
  publishReleaseOperation,
  restoreReleaseOperation,
  unpublishReleaseOperation,
  yankReleaseOperation,
} from './catalog/move-releases';
import { listProductsOperation, readProductOperation } from './catalog/read-products';
import {
  beginUploadOperation,
  cancelUploadOperation,
  finishUploadOperation,
  listUploadsOperation,
  readUploadOperation,
  retryUploadOperation,
  sendPartOperation,
} from './catalog/send-uploads';
import { addKeysOperation } from './catalog/stock-keys';
import { testDropboxOperation, testMailOperation, testPaymentsOperation } from './catalog/test-connections';
import {
  createReleaseOperation,
  editReleaseOperation,
  listReleasesOperation,
  readReleaseOperation,
} from './catalog/write-releases';

/** Products with their plans, versions, files and stocks, and the settings of the store, for administrators. */
export const catalogOperations: readonly Operation[] = [
  listProductsOperation,
  createProductOperation,
  readProductOperation,
  editProductOperation,
  editDocsOperation,
  setStandingOperation,
  deleteProductOperation,
  addPlanOperation,
  readPlanOperation,
  editPlanOperation,
  setPlanOnSaleOperation,
  editLicensingOperation,
  editUpdateRulesOperation,
  previewTermsOperation,
  applyTermsOperation,
  listReleasesOperation,
  createReleaseOperation,
  readReleaseOperation,
  editReleaseOperation,
  publishReleaseOperation,
  unpublishReleaseOperation,
  yankReleaseOperation,
  restoreReleaseOperation,
  uploadFileOperation,
  addRemoteFileOperation,
  checkRemoteFileOperation,
  removeFileOperation,
  listUploadsOperation,
  beginUploadOperation,
  readUploadOperation,
  sendPartOperation,
  finishUploadOperation,
  retryUploadOperation,
  cancelUploadOperation,
  listStockOperation,
  readStockOperation,
  listStockedKeysOperation,
  addKeysOperation,
  deleteKeyOperation,
  emptyStockOperation,
  handOutOperation,
  readSettingsOperation,
  editSettingsOperation,
  readLegalPagesOperation,
  editLegalPagesOperation,
  readStorageOperation,
  editStorageOperation,
  testStorageOperation,
  testMailOperation,
  testPaymentsOperation,
  testDropboxOperation,
];
