/** Where a draft is written on: the editor's own screen. */
export const editorPath = (changeId: string): string => `/catalogue/edit/${changeId}`;
/** The versions of an item. */
export const versionsPath = (taskCode: string): string => `/catalogue/${encodeURIComponent(taskCode)}/versions`;
/** All changes, or one of them opened. */
export const changesPath = (changeId?: string): string => (changeId === undefined ? '/catalogue/changes' : `/catalogue/changes/${changeId}`);
