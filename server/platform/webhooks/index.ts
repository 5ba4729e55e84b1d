/** Webhooks after Standard Webhooks 1.0.0, both ways: signing and verifying, sending within bounds, trying again. */
export { faultOfEndpoint, type AddressFault, type Network } from './address-guard.ts';
export { deliverer, messageIdOf, type Deliverer, type DelivererDeps, type TakenDelivery, type Tried, type WebhookEndpoint, type WebhookQueue } from './deliverer.ts';
export { nextTryAfterMs, retryAfterMs, triesAfterSeconds } from './schedule.ts';
export { send, type Outgoing, type SendFault, type SendResult } from './send.ts';
export { newWebhookSecret, requestLine, signWebhook, toleranceSeconds, verifyWebhook, webhookHeaders, type IncomingHeaders } from './signature.ts';
