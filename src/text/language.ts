import type { Brand } from './brand.ts';

/** BCP 47 tag as printed or declared: 'en', 'ar', 'zh-Hant'. */
export type LanguageTag = Brand<string, 'LanguageTag'>;

const BCP_47 = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** The tag, or null when the text is no plausible language tag. */
export function parseLanguageTag(text: string): LanguageTag | null {
  return BCP_47.test(text) ? (text as LanguageTag) : null;
}
