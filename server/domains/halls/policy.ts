import { anyone } from '../../platform/access/permission.ts';

/** A hall's screen hangs where everybody sees it; there is nothing on it that not everybody may see. */
export const readScreens = anyone('halls.read');
export const listenToScreens = anyone('halls.listen');
