/** A way out of the archive: a link only when its address is http(s), plain words otherwise (TRUST.md R8). */
import type { ComponentChildren } from 'preact';

function isWebAddress(address: string): boolean {
  try {
    const { protocol } = new URL(address);
    return protocol === 'https:' || protocol === 'http:';
  } catch {
    return false;
  }
}

/** The host of a web address without "www.", or the address itself. */
function hostOf(address: string): string {
  return isWebAddress(address) ? new URL(address).hostname.replace(/^www\./, '') : address;
}

export function ExternalLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children?: ComponentChildren;
}) {
  const words = children ?? hostOf(href);
  if (!isWebAddress(href)) return <bdi>{words}</bdi>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      <bdi>{words}</bdi>
    </a>
  );
}
