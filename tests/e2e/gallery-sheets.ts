/** Contact sheets: every picture of one browser and language small on one page, light beside dark. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PICTURE = /^((?:chromium|firefox)-[\w@]+?)-(.+)-(light|dark)\.png$/;

const STYLE = `
body { margin: 16px; background: #ddd; color: #222; font: 13px system-ui, sans-serif; }
main { display: flex; flex-wrap: wrap; gap: 16px; }
figure { margin: 0; }
figure div { display: flex; gap: 4px; }
img { inline-size: 240px; block-size: 240px; object-fit: contain; object-position: top; background: #fff; }
figcaption { margin-block-end: 2px; }`;

/** Writes `sheet-BROWSER-LANGUAGE.html` for all pictures in the folder, and an index of them. */
export async function writeSheets(folder: string): Promise<void> {
  const runs = new Map<string, Set<string>>();
  for (const file of (await readdir(folder)).sort()) {
    const [, run, name] = PICTURE.exec(file) ?? [];
    if (run === undefined || name === undefined) continue;
    const names = runs.get(run) ?? new Set();
    runs.set(run, names.add(name));
  }
  for (const [run, names] of runs) {
    const figures = [...names].map((name) => {
      const pictures = ['light', 'dark'].map((scheme) => {
        const file = `${run}-${name}-${scheme}.png`;
        return `<a href="${file}"><img loading="lazy" src="${file}" alt="${name}, ${scheme}"></a>`;
      });
      return `<figure><figcaption>${name}</figcaption><div>${pictures.join('')}</div></figure>`;
    });
    await writeFile(join(folder, `sheet-${run}.html`), pageOf(run, figures.join('\n')));
  }
  const links = [...runs].map(
    ([run, names]) => `<p><a href="sheet-${run}.html">${run}</a>: ${names.size}</p>`,
  );
  await writeFile(join(folder, 'index.html'), pageOf('Gallery', links.join('\n')));
}

function pageOf(title: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>
<h1>${title}</h1><main>${content}</main></html>`;
}
