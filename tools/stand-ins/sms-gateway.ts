import { startSmsGateway } from './sms-gateway-server.ts';

// STAND-IN: plays the short message gateway on this machine so that a city can be tried without an account anywhere.
// SMS_STAND_IN_PORT, SMS_ACCESS_KEY_ID and SMS_ACCESS_KEY_SECRET are the same that the server is given; SMS_SIGN_NAME too.
const { env } = process;
const gateway = await startSmsGateway({
  port: Number(env.SMS_STAND_IN_PORT ?? 4010),
  accessKeys: { [env.SMS_ACCESS_KEY_ID ?? 'stand-in']: env.SMS_ACCESS_KEY_SECRET ?? 'stand-in-secret' },
  signNames: [env.SMS_SIGN_NAME ?? '一门'],
});
console.log(`SMS stand-in (nothing is really sent): ${gateway.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => { void gateway.close().then(() => process.exit(0)); });
}
// Started by `npm start`, it goes when the server goes, however that ends.
process.once('disconnect', () => { void gateway.close().then(() => process.exit(0)); });
