/** Gives a view's names and printings their pictures. */
import type { ComponentChildren } from 'preact';
import { createLazy } from '../lazy.tsx';
import { NameCharts } from './NameCharts.tsx';
import { type PrintingsActsProps, RoomContext } from './room.ts';

const PrintingsActs = createLazy<PrintingsActsProps>(
  async () => (await import('./PrintingsActs.tsx')).PrintingsActs,
);
const ROOM = { NameCharts, PrintingsActs };

export function WithCharts({ children }: { readonly children: ComponentChildren }) {
  return <RoomContext.Provider value={ROOM}>{children}</RoomContext.Provider>;
}
