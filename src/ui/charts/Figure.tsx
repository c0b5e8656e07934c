/** A chart with what belongs to it: a title, the same figures as a table, its sources, and ways to take it along. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { Menu, type MenuAct } from '../parts/Menu.tsx';
import { Drawn } from './Drawn.tsx';
import { type Drawing, type Ground, turn } from './drawing.ts';
import { createMeasure } from './measure.ts';
import { PICTURE_ROOM, type Picture, paintPng, writeSvg } from './picture.ts';

interface FigureTable {
  readonly head: readonly string[] | null;
  /** The first of a row is what it is about. */
  readonly rows: readonly (readonly string[])[];
}

interface FigureProps {
  readonly title: string;
  readonly table: FigureTable;
  readonly isTable: boolean;
  readonly sources: readonly string[];
  draw(ground: Ground): Drawing;
  /** Laid over the drawing. */
  readonly over?: ComponentChildren;
  /** Below the drawing. */
  readonly children?: ComponentChildren;
}

export function Figure({ title, table, isTable, sources, draw, over, children }: FigureProps) {
  const { t } = usePanel();
  const figure = useRef<HTMLElement>(null);
  return (
    <figure class="chart" ref={figure} data-testid="chart">
      <figcaption class="chart-head">
        <span class="chart-title">{title}</span>
        <FigureActs
          title={title}
          sources={sources}
          draw={draw}
          onPrint={() => figure.current && print(figure.current)}
        />
      </figcaption>
      {isTable ? (
        <ChartTable title={title} table={table} />
      ) : (
        <>
          <Drawn label={t('chartsInWords', title, inWords(table, t('listSemicolon')))} draw={draw}>
            {over}
          </Drawn>
          {children}
        </>
      )}
      <p class="chart-sources">{sources.join(t('separator'))}</p>
    </figure>
  );
}

/** A row each, as far as somebody listens; the table tells all. */
const TOLD_ROWS = 12;

function inWords({ rows }: FigureTable, joint: string): string {
  const told = rows.slice(0, TOLD_ROWS).map((row) => row.join(' '));
  return told.join(joint) + (rows.length > TOLD_ROWS ? ' …' : '');
}

function ChartTable({ title, table }: { readonly title: string; readonly table: FigureTable }) {
  const { head, rows } = table;
  return (
    <div class="table-scroll">
      <table class="chart-table">
        <caption class="visually-hidden">{title}</caption>
        {head && (
          <thead>
            <tr>
              {head.map((name, at) => (
                <th key={at} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(([about, ...figures], at) => (
            <tr key={at}>
              <th scope="row">
                <bdi>{about}</bdi>
              </th>
              {figures.map((figure, column) => (
                <td key={column}>
                  <bdi>{figure}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureActsProps {
  readonly title: string;
  readonly sources: readonly string[];
  draw(ground: Ground): Drawing;
  onPrint(): void;
}

/** Saved as a file that opens anywhere, or printed alone; each says that it was done. */
export function FigureActs({ title, sources, draw, onPrint }: FigureActsProps) {
  const panel = usePanel();
  const { t, port } = panel;
  const save = async (ending: 'svg' | 'png') => {
    const measure = createMeasure();
    const picture = pictureOf(
      panel,
      title,
      sources,
      draw({ width: PICTURE_ROOM, measure, number: panel.number }),
    );
    const content =
      ending === 'svg'
        ? new Blob([writeSvg(picture, measure)], { type: 'image/svg+xml' })
        : await paintPng(picture, measure);
    if (!content) return panel.announce(t('errorFailed'));
    const name = `backstory ${title}`.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').slice(0, 80);
    port.saveFile(`${name}.${ending}`, content);
    panel.announce(t('fileSaved', `${name}.${ending}`));
  };
  const acts: MenuAct[] = [
    { id: 'chart-svg', words: t('chartsSaveSvg'), act: () => void save('svg') },
    { id: 'chart-png', words: t('chartsSavePng'), act: () => void save('png') },
    { id: 'chart-print', words: t('print'), act: onPrint },
  ];
  return (
    <Menu label={t('chartsActsOf', title)} acts={acts} class="link-button chart-acts">
      {t('chartsActs')}
    </Menu>
  );
}

function pictureOf(
  { direction, language }: { readonly direction: 'ltr' | 'rtl'; readonly language: string },
  title: string,
  sources: readonly string[],
  drawing: Drawing,
): Picture {
  return { title, sources, drawing: turn(drawing, direction), direction, language };
}

/** The style sheet leaves out everything else while this stands. */
export function print(element: HTMLElement): void {
  const root = document.documentElement;
  element.dataset.printed = '';
  root.dataset.printing = '';
  const clear = () => {
    delete element.dataset.printed;
    delete root.dataset.printing;
  };
  addEventListener('afterprint', clear, { once: true });
  globalThis.print();
}
