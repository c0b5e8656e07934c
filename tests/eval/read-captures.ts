/** How much of captured pages (MHTML, WARC, WACZ) is read as their manifests expect; warcio counts a WARC's pages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WARCParser } from 'warcio';
import { inflate } from '../../src/capture/inflate.ts';
import { Unpacking } from '../../src/capture/unpacking.ts';
import { warcRecords } from '../../src/capture/warc-records.ts';
import type { Figure } from './figure.ts';
import { bytesOf, outcomesOf, Tally } from './read-tally.ts';

export async function mhtmlFigures(data: string): Promise<Figure[]> {
  const [sound, broken] = [new Tally(), new Tally()];
  const root = join(data, 'fmt_mhtml/msindwan+mhtml2html');
  for (const file of readdirSync(root).filter((name) => name.endsWith('.mhtml'))) {
    const outcomes = await outcomesOf(join(root, file));
    if (/^(?:missing|unexpected)/.test(file)) {
      broken.check(
        outcomes.some((outcome) => !outcome.ok),
        file,
      );
      continue;
    }
    const head = readFileSync(join(root, file), 'latin1');
    const address = /^(?:Snapshot-)?Content-Location: (\S+)/m.exec(head)?.[1];
    const date = new Date(/^Date: (.*)$/m.exec(head)?.[1] ?? '').getTime();
    const [outcome] = outcomes;
    const article = outcome?.ok ? outcome.article : null;
    sound.check(article?.headline === /^Subject: (.*?)\r?$/m.exec(head)?.[1], `${file} subject`);
    sound.check(article?.provenance.capturedFrom === address, `${file} address`);
    sound.check(Date.parse(article?.provenance.capturedAt ?? '') === date, `${file} time`);
    sound.check((article?.articleBody.length ?? 0) > 500, `${file} text`);
  }
  return [
    sound.figure('fmt_mhtml', 'subject, address, time and text'),
    broken.figure('fmt_mhtml', 'malformed files refused with a reason'),
  ];
}

export async function warcFigures(data: string): Promise<Figure[]> {
  const [records, pages, answered] = [new Tally(), new Tally(), new Tally()];
  const root = join(data, 'fmt_warc_wacz');
  const rows = readFileSync(join(root, 'manifest.tsv'), 'utf8').split('\n').slice(1).filter(Boolean);
  for (const row of rows) {
    const [repo = '', file = '', , counts = '{}'] = row.split('\t');
    const path = join(root, repo.replace('/', '+'), file);
    if (!existsSync(path)) continue;
    const outcomes = await outcomesOf(path);
    answered.check(outcomes.length > 0, file);
    if (!/\.w?arc(?:\.gz)?(?:\.bad)?$/.test(file)) continue;
    const seen = await countRecords(path);
    const expected = JSON.parse(counts) as Record<string, number>;
    for (const [type, count] of Object.entries(expected))
      records.check(seen.types[type] === count, `${file} ${type}: ${seen.types[type]} of ${count}`);
    const reached = outcomes.filter((outcome) =>
      /\/\d+\.(?:html|pdf)$/.test(outcome.ok ? outcome.article.provenance.file : outcome.file),
    );
    pages.check(reached.length === seen.pages, `${file}: ${reached.length} of ${seen.pages} pages`);
  }
  return [
    records.figure('fmt_warc_wacz', 'records of each type as the manifest counts them'),
    pages.figure('fmt_warc_wacz', 'files with every HTML page of status 200 reached'),
    answered.figure('fmt_warc_wacz', 'files with pages or a reason'),
  ];
}

/** Types by our reader; pages by warcio, the reference implementation in this language, where it can read the file. */
async function countRecords(path: string): Promise<{ types: Record<string, number>; pages: number }> {
  const types: Record<string, number> = {};
  const bytes = bytesOf(path);
  const source = bytes[0] === 0x1f ? inflate(bytes, 'gzip', new Unpacking()) : bytes;
  let ours = 0;
  try {
    for await (const step of warcRecords(source)) {
      if (typeof step === 'string') continue;
      types[step.type] = (types[step.type] ?? 0) + 1;
      const text = new TextDecoder('latin1').decode(step.block ?? new Uint8Array(0));
      const type =
        step.type === 'resource'
          ? step.headers.get('content-type')
          : /^content-type:(.*)$/im.exec(text.split('\r\n\r\n')[0] ?? '')?.[1];
      const isAnswer = step.type === 'resource' || (step.type === 'response' && /^HTTP\/\S+ 200/.test(text));
      if (isAnswer && /text\/html|xhtml/.test(type ?? '')) ours++;
    }
  } catch {
    return { types, pages: ours };
  }
  return { types, pages: path.includes('.arc') ? ours : ((await pagesByPeer(bytes)) ?? ours) };
}

async function pagesByPeer(bytes: Uint8Array<ArrayBuffer>): Promise<number | null> {
  let pages = 0;
  try {
    async function* chunks() {
      yield bytes;
    }
    for await (const record of new WARCParser(chunks())) {
      const status = record.httpHeaders?.statusCode ?? 0;
      const type =
        (record.warcType === 'resource'
          ? record.warcContentType
          : record.httpHeaders?.headers.get('content-type')) ?? '';
      if (
        (record.warcType === 'resource' || (record.warcType === 'response' && status === 200)) &&
        /html/.test(type)
      )
        pages++;
    }
    return pages;
  } catch {
    return null;
  }
}
