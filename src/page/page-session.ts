/**
 * One page being read: what is read goes to the background, what it answers is drawn, and what the reader points at,
 * selects or steps to is asked for. Everything ends with the signal, and then nothing of ours is left in the page.
 */
import type { CardTicket, PageMarks } from '../protocol/calls.ts';
import type { MentionPlace } from '../protocol/views.ts';
import type { TextPosition, TextQuote } from '../text/position.ts';
import type { Result } from '../text/result.ts';
import { type Annotator, createAnnotator } from './annotate.ts';
import type { BackgroundPort } from './background-port.ts';
import { type CardFrame, createCardFrame } from './card-frame.ts';
import { boxesOf, markAtPoint, markInside, type ShownMark, wordAtPoint, wordsInside } from './find-mark.ts';
import { offerLookup } from './lookup-button.ts';
import { createSentenceQuestion } from './mark-sentences.ts';
import { Marks } from './marks.ts';
import { elementAt } from './node-access.ts';
import { openCardOn } from './open-card-on.ts';
import { createOwnMarks, type OwnMarks } from './own-marks.ts';
import { type Block, boundsOf } from './page-blocks.ts';
import { type LivePage, readLive } from './read-live.ts';
import { revealMention } from './reveal.ts';
import { readSelectedText } from './selection.ts';
import { createMarkWalk, isSamePlace } from './walk-marks.ts';

/** Two frames of a slow page. */
const AFTER_SCROLL_MS = 80;

/** Accessible names, in the reader's language. */
export interface PageLabels {
  /** Of the button beside a selection. */
  readonly lookUp: string;
  /** Of the card's frame. */
  readonly card: string;
}

export interface PageSession {
  readAgain(): void;
  readSelection(): TextQuote | null;
  /** False when those words are no longer there. */
  reveal(place: MentionPlace): boolean;
  /** False when that card is not the one that is open. */
  showCard(ticket: string, height: number): boolean;
  /** False when that card is not the one that is open. */
  closeCard(ticket: string): boolean;
  /** Brings the next mark into view and opens its card; false when there is none. `own`: own marks of this page. */
  focusNextMark(direction: 1 | -1, own: readonly MentionPlace[]): boolean;
  readonly ownMarks: OwnMarks;
}

/** `onRefused`: the background wants nothing from this page, or the extension is gone. */
export function openPageSession(
  port: BackgroundPort,
  labels: PageLabels,
  onRefused: () => void,
  signal: AbortSignal,
): PageSession {
  let settings = { selectionButton: false, hoverCard: false };
  // Told only after the first reading, long after `marks` and `annotator` are there.
  const restless = () => {
    for (const layer of [marks, sentences]) layer.drawFewer();
  };
  const page = readLive(
    (change, isWhole, truncatedAt) => {
      for (const layer of [marks, sentences]) {
        for (const block of change.removed) layer.drop(block);
        for (const block of change.moved) layer.move(block);
      }
      ownMarks.look();
      if (isWhole) annotator.sendWhole(truncatedAt);
      else annotator.sendChange(change.added, change.removed, truncatedAt);
    },
    restless,
    signal,
  );
  const { blocks } = page;
  const marks = new Marks(() => page.screenKey(), signal);
  // A layer of their own: names stand inside sentences, marks of one layer never overlap.
  const sentences = new Marks(() => page.screenKey(), signal);
  const ownMarks = createOwnMarks(
    { page, frameUrl: port.ownMarksUrl, askTicket: () => port.calls.openOwnMarks({}) },
    signal,
  );
  const settled = (now: Pick<PageMarks, 'selectionButton' | 'hoverCard' | 'ownMarks'>) => {
    settings = now;
    ownMarks.allow(now.ownMarks);
  };
  const askSentences = createSentenceQuestion(
    port,
    blocks,
    { marked: sentences.set.bind(sentences), lost: () => void annotator.renew() },
    signal,
  );
  const answered = (revision: number) => void askSentences(revision);
  const events = { marked: marks.set.bind(marks), settled, answered, refused: onRefused };
  const annotator = createAnnotator(port, blocks, events, signal);
  const { card, open } = connectCard(
    { port, labels, page, layers: [marks, sentences], ownMarks, annotator, onRefused },
    () => settings,
    signal,
  );
  const walk = createMarkWalk(blocks);
  const drawn = (block: Block) => [...sentences.of(block), ...marks.of(block)];
  const isDrawn = (block: Block, place: TextPosition) =>
    drawn(block).some((mark) => isSamePlace(mark, place));

  return {
    readAgain: () => page.readAgain(),
    readSelection: () => readSelectedText(blocks)?.quote ?? null,
    reveal(place) {
      const block = blocks.get(place.key);
      if (!block) return false;
      return revealMention(block, place, signal, {
        glide: true,
        light: isDrawn(block, place) ? 'page' : 'layer',
      });
    },
    showCard: card.show,
    closeCard: card.closeFor,
    ownMarks,
    focusNextMark(direction, own) {
      const ownOf = Map.groupBy(own, ({ key }) => key);
      const shown = walk.next(direction, (block) =>
        [...drawn(block), ...(ownOf.get(block.key) ?? [])].sort((one, other) => one.start - other.start),
      );
      if (!shown) return false;
      // Own marks are drawn above the page as it is.
      const light = isDrawn(shown.block, shown.mark) ? 'page' : 'none';
      if (!revealMention(shown.block, shown.mark, signal, { glide: false, light })) return false;
      card.close();
      // The scrolling is reported in the next frame, and would close a card that opened before.
      setTimeout(() => {
        const box = signal.aborted ? undefined : boxesOf(shown.block, shown.mark)[0];
        if (box) open({ ...shown, box });
      }, AFTER_SCROLL_MS);
      return true;
    },
  };
}

interface Connected {
  readonly port: BackgroundPort;
  readonly labels: PageLabels;
  readonly page: LivePage;
  /** What is meant first comes first: names, then the sentences they stand in. */
  readonly layers: readonly Marks[];
  readonly ownMarks: OwnMarks;
  readonly annotator: Annotator;
  readonly onRefused: () => void;
}

/** What the reader points at or selects opens the card. */
function connectCard(
  { port, labels, page, layers, ownMarks, annotator, onRefused }: Connected,
  settings: () => Pick<PageMarks, 'selectionButton' | 'hoverCard'>,
  signal: AbortSignal,
): { card: CardFrame; open: (shown: ShownMark) => void } {
  const { blocks, shadowRoots } = page;
  const onBlocked = () => port.calls.reportBlockedCard({});
  const card = createCardFrame({ cardUrl: port.cardUrl, label: labels.card, onBlocked }, signal);
  const ticketOf = (answer: Result<CardTicket>) => {
    if (!port.isAlive()) onRefused();
    return answer.ok ? answer.value.ticket : null;
  };
  const open = (shown: ShownMark) => {
    const element = elementAt(boundsOf(shown.block, shown.mark.start, shown.mark.end).startContainer);
    if (element)
      card.open({ box: shown.box, element }, async () => ticketOf(await askCard(port, annotator, shown)));
  };
  openCardOn(
    {
      card,
      isEnabled: () => settings().hoverCard,
      // Where own marks are allowed any word may be one: only the background knows.
      markAtPoint: (x, y) =>
        first(layers, (marks) => markAtPoint(blocks, marks, shadowRoots, x, y)) ??
        (ownMarks.isAllowed() ? wordAtPoint(blocks, shadowRoots, x, y) : null),
      markInside: (element) =>
        first(layers, (marks) => markInside(blocks, marks, element)) ??
        (ownMarks.isAllowed() ? wordsInside(blocks, element) : null),
      open,
    },
    signal,
  );
  offerLookup(
    {
      label: labels.lookUp,
      isEnabled: () => settings().selectionButton,
      readSelection: () => readSelectedText(blocks),
      isOurs: card.isTarget,
      onLookUp: (selected) =>
        card.open(selected, async () => ticketOf(await port.calls.lookUpSelection(selected.quote))),
    },
    signal,
  );
  return { card, open };
}

function first(layers: readonly Marks[], find: (marks: Marks) => ShownMark | null): ShownMark | null {
  for (const marks of layers) {
    const shown = find(marks);
    if (shown) return shown;
  }
  return null;
}

/** A background that was killed may have forgotten the page: it is told again, and asked again, once. */
async function askCard(
  port: BackgroundPort,
  annotator: Annotator,
  { block, mark: { start, end } }: ShownMark,
): Promise<Result<CardTicket>> {
  const ask = () => port.calls.openCard({ key: block.key, start, end, revision: annotator.revision });
  const answer = await ask();
  if (answer.ok || (answer.error.code !== 'session-lost' && answer.error.code !== 'stale')) return answer;
  await annotator.renew();
  return ask();
}
