import { anyone } from '../../platform/access/permission.ts';

/** What the city does for people, on which ground and in which time, is for everybody to read. */
export const readItems = anyone('items.read');
