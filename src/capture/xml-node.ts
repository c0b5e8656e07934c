/** One element of a stream with all that is in it: small pieces of a large file are easier to read as a tree. */
import type { ByteSource } from './capture-outcome.ts';
import { readXml, type XmlHandler, type XmlTag } from './xml-stream.ts';

export interface XmlNode {
  readonly tag: XmlTag;
  readonly children: (XmlNode | string)[];
}

/** A text of one element over this is no article. */
const MOST_NODE_CHARACTERS = 16 * 2 ** 20;
const MOST_NODES = 100_000;

/**
 * Hands out each element that `isWanted` names, when it ends, and the path of the elements around it from the root.
 * Wanted elements inside wanted ones stay children. What is over the limits of one element is dropped from it.
 */
export function collectNodes(
  isWanted: (tag: XmlTag, path: readonly XmlTag[]) => boolean,
  take: (node: XmlNode, path: readonly XmlTag[]) => void,
): XmlHandler {
  const path: XmlTag[] = [];
  let open: XmlNode[] = [];
  let [characters, nodes] = [0, 0];
  return {
    open(tag) {
      if (open.length > 0 || isWanted(tag, path)) {
        if (open.length === 0) [characters, nodes] = [0, 0];
        const node: XmlNode = { tag, children: [] };
        if (++nodes <= MOST_NODES) open.at(-1)?.children.push(node);
        open.push(node);
      }
      path.push(tag);
    },
    close() {
      path.pop();
      const node = open.pop();
      if (node !== undefined && open.length === 0) {
        open = [];
        take(node, path);
      }
    },
    text(text) {
      characters += text.length;
      if (characters <= MOST_NODE_CHARACTERS) open.at(-1)?.children.push(text);
    },
  };
}

export function childrenOf(node: XmlNode | null, name: string): XmlNode[] {
  return (node?.children ?? []).filter(
    (child) => typeof child !== 'string' && child.tag.name.toLowerCase() === name,
  ) as XmlNode[];
}

/** The outermost element of a small file; null where there is none. Throws `XmlError` for a hostile file. */
export async function readTree(source: ByteSource): Promise<XmlNode | null> {
  let root: XmlNode | null = null;
  const handler = collectNodes(
    (_, path) => path.length === 0,
    (node) => {
      root ??= node;
    },
  );
  for await (const _ of readXml(source, handler));
  return root;
}

/** All text in it, in order. */
export function textOf(node: XmlNode | null | undefined): string {
  if (!node) return '';
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** What is in it, as markup again: for elements that hold XHTML. */
export function innerMarkup(node: XmlNode): string {
  return node.children
    .map((child) => {
      if (typeof child === 'string') return asMarkup(child);
      const { name } = child.tag;
      return child.children.length === 0 ? `<${name}/>` : `<${name}>${innerMarkup(child)}</${name}>`;
    })
    .join('');
}

function asMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
