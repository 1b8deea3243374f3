import type { Operation } from '../operation';
import {
  createCustomerOperation,
  disableCustomerOperation,
  enableCustomerOperation,
  mailLinkOperation,
} from './admin-customers/change-customers';
import {
  disableMasterKeyOperation,
  enableMasterKeyOperation,
  readMasterKeyOperation,
  replaceMasterKeyOperation,
} from './admin-customers/change-master-key';
import { listCustomersOperation, readCustomerOperation } from './admin-customers/list-customers';
import {
  changeLicencesOperation,
  deleteActivationOperation,
  deleteActivationsOperation,
  undoChangeOperation,
} from './admin-licences/change-licences';
import { findOperation } from './admin-licences/find-anything';
import { listActivationsOperation } from './admin-licences/list-activations';
import { listLicencesOperation, readLicenceOperation } from './admin-licences/list-licences';
import { listEntriesOperation, readChainOperation, readEntryOperation, verifyChainOperation } from './admin-logs/audit';
import { explainCallOperation, listCallsOperation } from './admin-logs/client-calls';
import {
  listMailsOperation,
  readMailOperation,
  resendOrderMailOperation,
  sendAgainOperation,
} from './admin-logs/mails';
import { listEventsOperation, readEventOperation, replayEventOperation } from './admin-logs/payment-events';
import {
  addNoteOperation,
  createOrderOperation,
  deleteNoteOperation,
  resendMailOperation,
} from './admin-orders/change-orders';
import { extendTermOperation, raiseLimitOperation } from './admin-orders/change-terms';
import {
  applyFindingOperation,
  compareStripeOperation,
  dismissFindingOperation,
  listFindingsOperation,
} from './admin-orders/compare-stripe';
import { listOrdersOperation, readOrderOperation, readTimelineOperation } from './admin-orders/read-orders';
import { finishRefundOperation, previewRefundOperation, refundOrderOperation } from './admin-orders/refund-orders';
import { listOwnDownloads } from './downloads/own-downloads';
import { adminExports } from './exports/admin-exports';
import { ownExports } from './exports/own-exports';
import { explainLicenceOperation, explainOwnLicence } from './licences/explain-licences';
import { deleteOwnActivation, listOwnActivations, renameOwnActivation } from './licences/own-activations';
import { editOwnLicence, listOwnLicences, readOwnLicence, readOwnMasterKey } from './licences/own-licences';
import { listOwnRenewals, startOwnRenewal } from './licences/own-renewals';
import { listOwnOrders, readOwnOrder } from './orders/own-orders';
import { readInvoiceOperation, readOwnInvoice } from './orders/read-invoices';
import {
  readActivityOperation,
  readDependenciesOperation,
  readExpiringOperation,
  readRevenueOperation,
  readTodayOperation,
  readTodosOperation,
  readVersionsOperation,
} from './reports/read-reports';
import { changeSubscriptionOperations } from './subscriptions/change-subscriptions';
import {
  listOwnSubscriptions,
  listSubscriptionsOperation,
  readOwnSubscription,
  readSubscriptionOperation,
} from './subscriptions/read-subscriptions';

/** Orders, licences, activations, downloads, customers, logs, reports and exports. */
export const shopOperations: readonly Operation[] = [
  listOwnOrders,
  readOwnOrder,
  readOwnInvoice,
  listOwnLicences,
  readOwnLicence,
  editOwnLicence,
  explainOwnLicence,
  listOwnRenewals,
  startOwnRenewal,
  readOwnMasterKey,
  listOwnActivations,
  deleteOwnActivation,
  renameOwnActivation,
  listOwnDownloads,
  listOrdersOperation,
  readOrderOperation,
  readInvoiceOperation,
  readTimelineOperation,
  createOrderOperation,
  addNoteOperation,
  deleteNoteOperation,
  resendMailOperation,
  raiseLimitOperation,
  extendTermOperation,
  previewRefundOperation,
  refundOrderOperation,
  finishRefundOperation,
  listFindingsOperation,
  compareStripeOperation,
  applyFindingOperation,
  dismissFindingOperation,
  listOwnSubscriptions,
  readOwnSubscription,
  listSubscriptionsOperation,
  readSubscriptionOperation,
  ...changeSubscriptionOperations,
  listLicencesOperation,
  readLicenceOperation,
  explainLicenceOperation,
  changeLicencesOperation,
  deleteActivationsOperation,
  deleteActivationOperation,
  undoChangeOperation,
  listActivationsOperation,
  findOperation,
  listCustomersOperation,
  readCustomerOperation,
  createCustomerOperation,
  disableCustomerOperation,
  enableCustomerOperation,
  mailLinkOperation,
  readMasterKeyOperation,
  replaceMasterKeyOperation,
  disableMasterKeyOperation,
  enableMasterKeyOperation,
  listCallsOperation,
  explainCallOperation,
  listEventsOperation,
  readEventOperation,
  replayEventOperation,
  listMailsOperation,
  readMailOperation,
  sendAgainOperation,
  resendOrderMailOperation,
  listEntriesOperation,
  readEntryOperation,
  readChainOperation,
  verifyChainOperation,
  readTodayOperation,
  readRevenueOperation,
  readActivityOperation,
  readExpiringOperation,
  readVersionsOperation,
  readTodosOperation,
  readDependenciesOperation,
  ...ownExports,
  ...adminExports,
];
