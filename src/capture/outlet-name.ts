/**
 * Does a printed name name an outlet? By shape (every weighty word has a capital) and by the noun that newspapers,
 * agencies and organisations carry in their names. A list of outlets would only know the known ones. O(line).
 */

const CONNECTORS = new Set(
  'of the and for in on al el de du des la le les der die das van von & y et und at'.split(' '),
);

/** Nouns that little else than an outlet is called by. */
const OUTLET_NOUNS = new Set(
  (
    'times post news newspaper newswire gazette herald tribune chronicle courier observer guardian telegraph mirror star sun examiner inquirer dispatch bulletin press daily weekly monthly journal review magazine radio television tv broadcasting channel network media online agency wire reporter standard advertiser echo record argus mercury sentinel today reuters ' +
    'journal presse agence nouvelles zeitung nachrichten anzeiger tagblatt rundschau diario periódico noticias agencia газета новости агентство известия вести ' +
    'صحيفة وكالة قناة شبكة موقع جريدة الأنباء עיתון חדשות'
  ).split(' '),
);
/** Organisations that also publish; a headline may begin with one, so they count only where the body does not repeat the name. */
const ORGANISATION_NOUNS = new Set(
  'party union league association institute foundation federation society council committee centre center group university ministry office project movement front alliance church museum library trust партия союз حزب حركة مركز معهد اتحاد parti partei partido'.split(
    ' ',
  ),
);

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}&]+(?:[’'.-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

/** At most `most` words, each of them capitalised (or of a script without capitals) unless it is a connector; no inner punctuation. */
export function isNameShaped(text: string, most: number): boolean {
  if (/[.!?:;,"“”«»()[\]{}|/<>]/.test(text.replace(/(?:\b\p{L}{1,3}\.)+/gu, ''))) return false;
  const words = wordsOf(text);
  if (words.length === 0 || words.length > most) return false;
  return words.every((word) => !/^\p{Ll}/u.test(word) || CONNECTORS.has(word));
}

/** A noun alone ("Radio", "Agency") names nobody, but for the one agency that is called by a surname. */
export function hasOutletNoun(name: string): boolean {
  const words = wordsOf(name).map((word) => word.toLowerCase());
  if (isWebAddress(name) || words.includes('reuters')) return true;
  return words.length > 1 && words.some((word) => OUTLET_NOUNS.has(word));
}

export function hasOrganisationNoun(name: string): boolean {
  return wordsOf(name).some((word) => ORGANISATION_NOUNS.has(word.toLowerCase()));
}

export function isWebAddress(text: string): boolean {
  return /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,24}\/?$/i.test(text.trim());
}
