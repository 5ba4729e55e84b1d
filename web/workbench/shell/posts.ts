import type { Me, Post } from '../../../contract/people.ts';
import { useSettings } from './appearance.ts';

/** Name of a post for the switch and the settings. */
export const postKey = (post: Post): string => `${post.institution} ${post.role}`;

/** The post somebody works for now: the one chosen at this desk, else the first. */
export function useActivePost(me: Me): Post | undefined {
  const { post } = useSettings();
  return me.posts.find((one) => postKey(one) === post) ?? me.posts[0];
}

/** The hall whose window this is: of the active post where it is a window, else of the first window post. */
export function hallOf(me: Me, active: Post | undefined): Post | undefined {
  return active?.role === 'window_clerk' ? active : me.posts.find((post) => post.role === 'window_clerk');
}
