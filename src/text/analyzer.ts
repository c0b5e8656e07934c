/**
 * The fingerprint of the one analyzer: an index, gazetteer or pack made by other folding rules must not be read.
 * It is computed from what the rules do to a probe text, so it cannot be forgotten when they change.
 */
import { HASH1_START, stepHash1, words } from './tokenise.ts';

const PROBE =
  'Hamas’s Al-Arouri ÅNGSTRÖM Straße ﬁre ٢٠٢٣ الضَّفة الغربيّة بيت‌المقدس ירושלים 中国人 カタカナ 한국 กรุงเทพ Ελλάς Ёлка O’Brien U.S. 3.14 😀 𝐀';

export const ANALYZER: string = (() => {
  let hash = HASH1_START;
  const folded = words(PROBE).join(' ');
  for (let index = 0; index < folded.length; index++) hash = stepHash1(hash, folded.charCodeAt(index));
  return `fold-${(hash >>> 0).toString(16).padStart(8, '0')}`;
})();
