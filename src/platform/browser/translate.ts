/** Words of the interface in the reader's language. */
import browser from 'webextension-polyfill';
import type messages from '../../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

export function message(key: MessageKey, substitutions: readonly string[] = []): string {
  return browser.i18n.getMessage(key, [...substitutions]);
}
