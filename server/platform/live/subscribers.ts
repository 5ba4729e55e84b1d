import { everything, type Topic } from './topics.ts';

/** Takes what changed of the topics one subscribed to; must be quick and never wait. Who throws is subscribed no longer. */
export type Tell = (topics: readonly Topic[]) => void;

/** Who listens to what, in this process. */
export interface Subscribers {
  add(topics: readonly Topic[], tell: Tell): () => void;
  /** Tells each subscriber once, of those of his topics alone that are among these. */
  tell(topics: Iterable<Topic>): void;
  readonly count: number;
}

/** Subscribers by topic: telling costs what the topics' own subscribers cost, however many others there are. */
export function subscribersByTopic(onFault: (error: unknown) => void): Subscribers {
  const all = new Map<Tell, readonly Topic[]>();
  const byTopic = new Map<Topic, Set<Tell>>();

  const remove = (tell: Tell): void => {
    for (const topic of all.get(tell) ?? []) {
      const set = byTopic.get(topic);
      set?.delete(tell);
      if (set?.size === 0) byTopic.delete(topic);
    }
    all.delete(tell);
  };
  const say = (tell: Tell, topics: readonly Topic[]): void => {
    try {
      tell(topics);
    } catch (error) {
      remove(tell);
      onFault(error);
    }
  };

  return {
    add(topics, given) {
      // A function of its own for each subscription: the same one may subscribe twice.
      const tell: Tell = (told) => given(told);
      all.set(tell, [...new Set(topics)]);
      for (const topic of all.get(tell) ?? []) {
        const set = byTopic.get(topic);
        if (set) set.add(tell);
        else byTopic.set(topic, new Set([tell]));
      }
      return () => remove(tell);
    },
    tell(topics) {
      const told = new Set(topics);
      if (told.has(everything)) {
        for (const tell of [...all.keys()]) say(tell, [everything]);
        return;
      }
      const due = new Map<Tell, Topic[]>();
      for (const topic of told) {
        for (const tell of byTopic.get(topic) ?? []) {
          const list = due.get(tell);
          if (list) list.push(topic);
          else due.set(tell, [topic]);
        }
      }
      for (const [tell, list] of due) say(tell, list);
    },
    get count() {
      return all.size;
    },
  };
}
