/** Live events between the processes of an installation and out to whoever looks at a screen (docs/decisions/0014). */
export { openLive, type Live, type LiveOptions } from './live.ts';
export { liveRefusals, type LiveRefusalCode } from './refusals.ts';
export { liveStreams, type StreamOptions } from './streams.ts';
export { myStream, streamSchema, type StreamRoute } from './stream-route.ts';
export { topicOf, topicsFor, topicsOfMatter, type Topic } from './topics.ts';
