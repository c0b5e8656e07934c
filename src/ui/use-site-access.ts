/** Which sites the browser lets Backstory read now, and the three ways to change that. */
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from './panel.ts';
import { EVERY_SITE, hostOfOrigin } from './reach.ts';

export interface SiteAccess {
  readonly everywhere: boolean;
  /** Hosts granted one by one, sorted. */
  readonly hosts: readonly string[];
  readonly refresh: () => Promise<void>;
  /** Call it in the click handler. */
  readonly allowEverySite: () => void;
  /** Gives every site back: from now on only a click reads a page. */
  readonly onlyOnClick: () => void;
  readonly remove: (host: string) => void;
}

export function useSiteAccess(): SiteAccess | null {
  const { port, announce, t } = usePanel();
  const [state, setState] = useState<Pick<SiteAccess, 'everywhere' | 'hosts'> | null>(null);
  const refresh = async () => {
    const [everywhere, origins] = await Promise.all([port.hasSite([EVERY_SITE]), port.grantedSites()]);
    const hosts = new Set(origins.map(hostOfOrigin).filter((host) => host !== null));
    setState({ everywhere, hosts: [...hosts].sort() });
  };
  const afterwards = (change: Promise<boolean>) =>
    void change
      .catch(() => false)
      .then((changed) => {
        if (!changed) announce(t('reachUnchanged'));
        return refresh();
      });
  useEffect(() => void refresh(), []);
  if (!state) return null;
  return {
    ...state,
    refresh,
    allowEverySite: () => afterwards(port.requestSite([EVERY_SITE])),
    onlyOnClick: () =>
      afterwards(port.grantedSites().then((origins) => origins.length === 0 || port.removeSite(origins))),
    remove: (host) =>
      afterwards(
        port
          .grantedSites()
          .then((origins) => port.removeSite(origins.filter((origin) => hostOfOrigin(origin) === host))),
      ),
  };
}
