import type { Operation } from '../operation';
import {
  createEndpointOperation,
  editEndpointOperation,
  listEndpointsOperation,
  readEndpointOperation,
  removeEndpointOperation,
  rotateSecretOperation,
} from './webhooks/edit-endpoints';
import { listEventsOperation } from './webhooks/list-events';
import {
  listDeliveriesOperation,
  readDeliveryOperation,
  recoverOperation,
  replayOperation,
  testOperation,
} from './webhooks/send-again';
import { disableEndpointOperation, enableEndpointOperation } from './webhooks/switch-endpoints';

/** Outgoing webhooks, for administrators. */
export const webhookOperations: readonly Operation[] = [
  listEndpointsOperation,
  createEndpointOperation,
  readEndpointOperation,
  editEndpointOperation,
  removeEndpointOperation,
  enableEndpointOperation,
  disableEndpointOperation,
  rotateSecretOperation,
  testOperation,
  recoverOperation,
  listDeliveriesOperation,
  readDeliveryOperation,
  replayOperation,
  listEventsOperation,
];
