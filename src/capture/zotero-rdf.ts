/**
 * Zotero RDF (.rdf): bibliographies with abstracts. Journals and attachments stand beside the items that name them, so
 * the items are held until the file ends. O(bytes).
 */
import {
  type ByteSource,
  type CaptureFormat,
  type CaptureOutcome,
  type ReadContext,
  refuse,
} from './capture-outcome.ts';
import { encodingOf } from './decode-text.ts';
import { readReferences } from './read-references.ts';
import { fullName, type Reference } from './reference.ts';
import { childrenOf, collectNodes, textOf, type XmlNode } from './xml-node.ts';
import { readXml, rootOf, XmlError } from './xml-stream.ts';

const name = 'zotero-rdf@1';

const isZoteroRdf = (head: Uint8Array<ArrayBuffer>): boolean =>
  /^rdf:RDF$/i.test(rootOf(head) ?? '') &&
  new TextDecoder(encodingOf(head)).decode(head).includes('zotero.org/namespaces/export');

export const zoteroRdf: CaptureFormat = {
  name,
  extensions: ['.rdf'],
  claims: isZoteroRdf,
  claimsAll: true,
  sniff: isZoteroRdf,
  read: readZoteroRdf,
};

async function* readZoteroRdf(source: ByteSource, context: ReadContext): AsyncGenerator<CaptureOutcome> {
  const nodes: XmlNode[] = [];
  const handler = collectNodes(
    (_, path) => path.length === 1,
    (node) => nodes.push(node),
  );
  let fault: string | null = null;
  try {
    const reading = readXml(source, handler);
    for (let step = await reading.next(); ; step = await reading.next()) {
      if (!step.done) continue;
      fault = step.value;
      break;
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    yield refuse(context, error.code, error.message);
    return;
  }
  const titles = new Map(
    nodes.map((node) => [node.tag.attributes.get('rdf:about') ?? '', line(node, 'title')]),
  );
  const items = nodes.filter((node) => !['', 'attachment'].includes(line(node, 'itemtype')));
  yield* readReferences(
    items.map((node) => ({ reference: referenceOf(node, titles), raw: null })),
    name,
    context,
  );
  if (fault !== null && /unclosed/.test(fault))
    yield refuse(context, 'damaged', 'The bibliography breaks off before its end; what is there was read.');
}

function line(node: XmlNode | undefined, child: string): string {
  return node === undefined ? '' : textOf(childrenOf(node, child)[0]).replace(/\s+/g, ' ').trim();
}

function referenceOf(node: XmlNode, titles: ReadonlyMap<string, string>): Reference {
  const people = [...childrenOf(node, 'authors'), ...childrenOf(node, 'editors')].slice(0, 1);
  const authors = people
    .flatMap((list) => childrenOf(list, 'seq'))
    .flatMap((list) => childrenOf(list, 'li'))
    .flatMap((entry) => childrenOf(entry, 'person'))
    .map((person) =>
      fullName(line(person, 'givenname') || line(person, 'givenName'), line(person, 'surname')),
    );
  const part = childrenOf(node, 'ispartof')[0];
  const within = part?.children.find((child): child is XmlNode => typeof child !== 'string');
  const partTitle =
    line(within, 'title') || (titles.get(part?.tag.attributes.get('rdf:resource') ?? '') ?? '');
  const addresses = childrenOf(node, 'identifier').map((one) => textOf(one).trim());
  return {
    identifier: node.tag.attributes.get('rdf:about') ?? null,
    title: line(node, 'title') || null,
    authors,
    date: line(node, 'date') || null,
    url: addresses.find((one) => /^https?:/i.test(one)) ?? null,
    doi: addresses.find((one) => /^DOI\b/i.test(one)) ?? null,
    abstract: textOf(childrenOf(node, 'abstract')[0]),
    language: line(node, 'language') || null,
    outlet:
      partTitle ||
      line(childrenOf(childrenOf(node, 'publisher')[0] ?? null, 'organization')[0], 'name') ||
      null,
  };
}
