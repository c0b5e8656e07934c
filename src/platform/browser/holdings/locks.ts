/** Names of the locks that our windows and workers share. */

/** Only one import writes at a time, whichever window it runs in; a page saved meanwhile is one transaction and waits for none. */
export const IMPORT_LOCK = 'backstory-import';
/** Only one pack is made at a time. */
export const PACK_LOCK = 'backstory-pack';
