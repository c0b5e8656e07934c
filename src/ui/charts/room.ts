/**
 * What views with room for pictures (side panel, reader) show more of a name and of a sentence's printings. Handed down,
 * so that popup and card, which have none, do not carry the code.
 */
import { type ComponentType, createContext } from 'preact';
import type { EntityId } from '../nouns.ts';
import type { PrintedDot } from './draw-printings.ts';
import type { Counted } from './sources.ts';

export interface NameChartsProps {
  readonly entityId: EntityId;
  readonly label: string;
}

export interface PrintingsActsProps {
  readonly dots: readonly PrintedDot[];
  readonly counted: readonly Counted[];
  /** What is printed alone. */
  picture(): HTMLElement | null;
}

interface Room {
  readonly NameCharts: ComponentType<NameChartsProps>;
  readonly PrintingsActs: ComponentType<PrintingsActsProps>;
}

export const RoomContext = createContext<Room | null>(null);
