/** Runs in a browser page: 1,000 names marked in 100 KB of text, by mark.js and by our scan with highlights. */
import { findNames } from '../../src/entities/find-names.ts';
import { buildGazetteer } from '../../src/entities/gazetteer.ts';
import { makeNames, makeText, median } from './scan-work.ts';

interface Marker {
  mark(words: readonly string[], options: { accuracy: string; separateWordSearch: boolean }): void;
  unmark(options: { done(): void }): void;
}

const PARAGRAPH = 600;
const REPEATS = 3;
const PORTION = 100;

function fillPage(text: string): Text[] {
  document.body.replaceChildren();
  const nodes: Text[] = [];
  for (let at = 0; at < text.length; at += PARAGRAPH) {
    const paragraph = document.createElement('p');
    const node = document.createTextNode(text.slice(at, at + PARAGRAPH));
    paragraph.append(node);
    document.body.append(paragraph);
    nodes.push(node);
  }
  return nodes;
}

async function timeOf(work: () => Promise<void> | void): Promise<number> {
  const times: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const start = performance.now();
    await work();
    document.body.getBoundingClientRect();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** mark.js is a classic script that hangs itself on the global object. */
function loadScript(src: string): Promise<void> {
  const script = document.createElement('script');
  script.src = src;
  document.head.append(script);
  return new Promise((loaded) => script.addEventListener('load', () => loaded(), { once: true }));
}

/** Milliseconds each, layout included. */
export async function compareMarking(
  prose: string,
  length: number,
): Promise<{ backstory: number; markJs: number }> {
  await loadScript('/node_modules/mark.js/dist/mark.min.js');
  const Mark = (globalThis as unknown as { Mark: new (root: Element) => Marker }).Mark;
  const names = makeNames(prose, 1_000);
  const nodes = fillPage(makeText(prose, names, length));
  const gazetteer = buildGazetteer(names.map((name, entity) => ({ text: name, entity, kind: 0 })));
  const backstory = await timeOf(() => {
    const ranges = nodes.flatMap((node) =>
      findNames(gazetteer, node.data).map(
        ({ start, end }) =>
          new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
      ),
    );
    CSS.highlights.set('bench', new Highlight(...ranges));
  });
  CSS.highlights.clear();
  const marker = new Mark(document.body);
  const options = { accuracy: 'exactly', separateWordSearch: false };
  const markJs = await timeOf(() => {
    // It recurses once a name and overflows the stack at 1,000: asked in portions, as a caller would have to.
    for (let at = 0; at < names.length; at += PORTION) marker.mark(names.slice(at, at + PORTION), options);
  });
  return { backstory, markJs };
}
