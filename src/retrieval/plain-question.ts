/**
 * A pasted post as words to search by: its links say nothing, and its tags and handles run words together.
 *
 * The naive version searches "#CityBridge" as one unknown word; here it adds "City Bridge". Leaving out the line that
 * says who posted it when was tried and lost: claims are about people who post. O(length).
 */
import { once } from '../text/once.ts';

/** Also where a link is glued to the word before it. */
const ADDRESSES = /(?:https?:\/\/|\bwww\.|pic\.twitter\.com\/)\S+/giu;
/** A tag or handle, whether of one word or of several. */
const RUN_TOGETHER = /[#@]([\p{L}\p{N}_]{3,})/gu;
const innerEdge = once(
  () => /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|_+/gu,
);

/** A text that is nothing but links stays as it is. */
export function plainQuestion(text: string): string {
  const rest = text.replace(ADDRESSES, ' ');
  if (!/[\p{L}\p{N}]/u.test(rest)) return text;
  return rest.replace(RUN_TOGETHER, (whole, run: string) => {
    const parts = run.split(innerEdge()).filter((part) => part !== '');
    return parts.length > 1 ? `${whole} ${parts.join(' ')} ` : whole;
  });
}
