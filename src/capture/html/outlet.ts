/** Which outlet printed a page, as the page itself names it. Never made from the address: a host is no name. O(1). */
import type { LinkedArticle } from './linked-data.ts';
import type { PageMeta } from './page-meta.ts';

/** Longer ones are a slogan with the name in it. */
const LONGEST = 60;

/** Every name the page or its address gives its outlet, for telling it from headline and authors. */
export function outletNames(
  meta: PageMeta,
  linked: LinkedArticle | null,
  addresses: readonly string[],
): string[] {
  const hosts = addresses.flatMap((address) => {
    const host = hostOf(address);
    return host === null ? [] : [host, nameInHost(host)];
  });
  const names = [
    meta.first('og:site_name'),
    meta.first('application-name'),
    linked?.publisher ?? null,
    meta.first('twitter:site')?.replace(/^@/, '') ?? null,
    ...hosts,
  ];
  return [...new Set(names.filter((name) => name !== null))];
}

/** As printed; null where the page does not say. */
export function readOutlet(
  meta: PageMeta,
  linked: LinkedArticle | null,
  title: string,
  addresses: readonly string[],
): string | null {
  const claims = [
    meta.first('og:site_name'),
    linked?.publisher ?? null,
    meta.first('citation_journal_title', 'dc.publisher', 'publisher', 'application-name'),
  ];
  const named = claims.find(
    (name) => name !== null && name.length <= LONGEST && !/^(?:https?:|@)/.test(name),
  );
  return named ?? endOfTitle(title, addresses);
}

/** "Bridge opens | Harbour Gazette" on harbourgazette.example: the end of the title, where the address says the same. */
function endOfTitle(title: string, addresses: readonly string[]): string | null {
  const end = /\s[|–—-]\s([^|–—]{2,60})$/u.exec(title)?.[1]?.trim() ?? '';
  const folded = end
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^a-z0-9]+/g, '');
  const hosts = addresses.flatMap((address) => hostOf(address) ?? []);
  return folded.length >= 3 && hosts.some((host) => host.replace(/[^a-z0-9]+/g, '').includes(folded))
    ? end
    : null;
}

/** "en.gazette.co.uk" → "gazette". */
function nameInHost(host: string): string {
  const labels = host.split('.').slice(0, -1);
  const last = labels.at(-1) ?? host;
  return last.length <= 3 && labels.length > 1 ? labels.at(-2)! : last;
}

function hostOf(address: string): string | null {
  try {
    return new URL(address).hostname.replace(/^(?:www|m|amp|edition)\./, '');
  } catch {
    return null;
  }
}
