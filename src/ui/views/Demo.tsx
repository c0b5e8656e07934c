/**
 * The live demo: a neutral text and one quotation, marked and looked up by the very calls that serve
 * any page. Pointing at a name for a moment, focusing or clicking it opens its card; selecting words looks them up.
 */

import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { LookupView, TextView } from '../../protocol/views.ts';
import type { TextPosition } from '../../text/position.ts';
import type { Result } from '../../text/result.ts';
import type { EntityId } from '../nouns.ts';
import { usePanel } from '../panel.ts';
import { Lookup } from '../parts/Lookup.tsx';
import { EntityDetails } from '../parts/NameRow.tsx';
import { ErrorMessage } from '../parts/StateMessage.tsx';
import { splitParagraphs } from '../segment-text.ts';
import { useAnswer } from '../use-answer.ts';

type DemoName = TextView['names'][number];

/** Long enough not to flicker while the pointer crosses the text, short enough to feel prompt. */
const HOVER_DELAY_MS = 350;
/** Time to reach the card with the pointer. */
const GRACE_MS = 300;
const SHORTEST_LOOKUP = 3;
const NO_MARKS: TextView = { names: [], reused: [] };

interface OpenCard {
  readonly entityId: EntityId;
  readonly label: string;
  readonly start: number;
  readonly top: number;
  /** From the side where lines begin. */
  readonly inlineStart: number;
}

interface DemoProps {
  readonly paragraphs: readonly string[];
  /** What the button below looks up: words of the last paragraph, which is drawn as a quotation. */
  readonly sentence: string;
  /** Another one asks again: the archive has changed. */
  readonly edition?: number;
}

export function Demo({ paragraphs, sentence, edition = 0 }: DemoProps) {
  const { t, port } = usePanel();
  const text = paragraphs.join('\n');
  const [trials, tryAgain] = useReducer<number, undefined>((past) => past + 1, 0);
  const marks = useAnswer(() => port.calls.describeText({ text }), [text, edition, trials]);
  const [lookup, setLookup] = useState<DemoLookup | null>(null);
  const ask = async (words: string) =>
    setLookup({ text: words, answer: await port.calls.lookUp({ text: words }) });
  const box = useRef<HTMLDivElement>(null);
  const card = useDemoCard(box);
  const found = marks.state === 'ready' ? marks.value : NO_MARKS;
  return (
    <div class="demo">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: selecting text is no control; the button below does the same by keyboard */}
      <div
        ref={box}
        class="demo-page"
        onMouseUp={() => {
          const selected = selectedIn(box.current);
          if (selected !== null) void ask(selected);
        }}
        onKeyUp={(event) => event.key === 'Escape' && card.close()}
      >
        <div class="demo-text" data-testid="demo-text" lang="en" dir="ltr">
          {splitParagraphs(text).map((paragraph, index, all) => (
            <p key={paragraph.start} dir="auto" class={index === all.length - 1 ? 'demo-quote' : undefined}>
              <MarkedText text={text} within={paragraph} marks={found} card={card} />
            </p>
          ))}
        </div>
        {card.open && <DemoCard open={card.open} onEnter={card.keep} onLeave={card.leave} />}
      </div>
      {marks.state === 'failed' && <ErrorMessage code={marks.code} retry={() => tryAgain(undefined)} />}
      <p>
        <button type="button" class="button" data-testid="demo-look-up" onClick={() => void ask(sentence)}>
          {t('demoLookUp')}
        </button>
      </p>
      {lookup && (
        <section class="demo-lookup" aria-label={t('tabLookup')}>
          {lookup.answer.ok ? (
            <Lookup key={lookup.text} lookup={lookup.answer.value} limit={3} />
          ) : (
            <ErrorMessage code={lookup.answer.error.code} retry={() => void ask(lookup.text)} />
          )}
        </section>
      )}
    </div>
  );
}

interface DemoLookup {
  readonly text: string;
  readonly answer: Result<LookupView>;
}

/** Null where too little is selected to be looked up, or nothing of the demo. */
function selectedIn(box: Element | null): string | null {
  const selection = getSelection();
  const selected = selection?.toString().trim() ?? '';
  const isHere = box?.contains(selection?.anchorNode ?? null) === true;
  return isHere && selected.length >= SHORTEST_LOOKUP ? selected : null;
}

interface CardControl {
  readonly open: OpenCard | null;
  show(name: DemoName, mark: Element, delayMs: number): void;
  leave(): void;
  keep(): void;
  close(): void;
}

function useDemoCard(box: { readonly current: HTMLElement | null }): CardControl {
  const { direction } = usePanel();
  const [open, setOpen] = useState<OpenCard | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const later = (act: () => void, delayMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(act, delayMs);
  };
  return {
    open,
    show(name, mark, delayMs) {
      later(() => {
        const around = box.current?.getBoundingClientRect();
        const at = mark.getClientRects()[0];
        if (!around || !at) return;
        const { entityId, label, start } = name;
        const room = Math.max(0, around.width - 340);
        const along = direction === 'rtl' ? around.right - at.right : at.left - around.left;
        setOpen({
          entityId,
          label,
          start,
          top: at.bottom - around.top + 6,
          inlineStart: Math.min(room, along),
        });
      }, delayMs);
    },
    leave: () => later(() => setOpen(null), GRACE_MS),
    keep: () => clearTimeout(timer.current),
    close() {
      clearTimeout(timer.current);
      setOpen(null);
    },
  };
}

interface MarkedTextProps {
  readonly text: string;
  readonly within: TextPosition;
  readonly marks: TextView;
  readonly card: CardControl;
}

function MarkedText({ text, within, marks, card }: MarkedTextProps) {
  const names = marks.names.filter((name) => name.start >= within.start && name.end <= within.end);
  return (
    <>
      {cutAtReused(within, marks.reused, names).map(({ start, end, isReused }) => {
        const inside = names.filter((name) => name.start >= start && name.end <= end);
        const drawn = <NamedText text={text} within={{ start, end }} names={inside} card={card} />;
        return isReused ? (
          <span key={start} class="reused-sample" data-testid="demo-reused">
            {drawn}
          </span>
        ) : (
          <span key={start}>{drawn}</span>
        );
      })}
    </>
  );
}

interface Piece extends TextPosition {
  readonly isReused: boolean;
}

/** The paragraph in pieces; a name over a border belongs to the sentence that was printed before. */
function cutAtReused(
  within: TextPosition,
  reused: readonly TextPosition[],
  names: readonly DemoName[],
): Piece[] {
  const pieces: Piece[] = [];
  let from = within.start;
  for (const one of reused) {
    const over = names.filter((name) => name.start < one.end && one.start < name.end);
    const start = Math.max(from, Math.min(one.start, ...over.map((name) => name.start)));
    const end = Math.min(within.end, Math.max(one.end, ...over.map((name) => name.end)));
    if (end <= start) continue;
    pieces.push({ start: from, end: start, isReused: false }, { start, end, isReused: true });
    from = end;
  }
  pieces.push({ start: from, end: within.end, isReused: false });
  return pieces.filter(({ start, end }) => start < end);
}

interface NamedTextProps extends Omit<MarkedTextProps, 'marks'> {
  readonly names: readonly DemoName[];
}

function NamedText({ text, within, names, card }: NamedTextProps) {
  const starts = [within.start, ...names.map((name) => name.end)];
  return (
    <>
      {names.map((name, index) => (
        <span key={name.start}>
          {text.slice(starts[index], name.start)}
          <DemoMark name={name} words={text.slice(name.start, name.end)} card={card} />
        </span>
      ))}
      {text.slice(starts.at(-1), within.end)}
    </>
  );
}

function DemoMark({
  name,
  words,
  card,
}: {
  readonly name: DemoName;
  readonly words: string;
  readonly card: CardControl;
}) {
  const isOpen = card.open?.start === name.start;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> would not wrap within the running text
    <span
      role="button"
      tabIndex={0}
      class="name demo-mark"
      data-testid="demo-mark"
      data-kind={name.type}
      data-entity-id={name.entityId}
      aria-expanded={isOpen}
      onMouseEnter={(event) => card.show(name, event.currentTarget, HOVER_DELAY_MS)}
      onMouseLeave={() => card.leave()}
      onFocus={(event) => card.show(name, event.currentTarget, HOVER_DELAY_MS)}
      onBlur={() => card.leave()}
      onClick={(event) => card.show(name, event.currentTarget, 0)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        card.show(name, event.currentTarget, 0);
      }}
    >
      {words}
    </span>
  );
}

interface DemoCardProps {
  readonly open: OpenCard;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

function DemoCard({ open, onEnter, onLeave }: DemoCardProps) {
  return (
    <div
      class="card demo-card"
      data-testid="card"
      role="dialog"
      aria-label={open.label}
      style={{ top: `${open.top}px`, insetInlineStart: `${open.inlineStart}px` }}
      onMouseEnter={onEnter}
      onMouseLeave={onLeave}
      onFocusIn={onEnter}
      onFocusOut={onLeave}
    >
      <p class="card-title">
        <bdi>{open.label}</bdi>
      </p>
      <EntityDetails key={open.entityId} entityId={open.entityId} />
    </div>
  );
}
