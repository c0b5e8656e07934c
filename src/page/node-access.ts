/**
 * Reads a node's own properties even where a page shadows them: `<form><input name="parentNode"></form>` makes
 * `form.parentNode` an input, also in Chromium's isolated world (measured with 156; Firefox's is immune). The getters
 * are taken from the prototypes once, when the script starts. Only forms and plugins have named properties, so text
 * nodes, ranges and `document` need none of this.
 */
type Getter<T> = (node: Node) => T;

function getterOf<T>(prototype: object, property: string): Getter<T> {
  const getter = Object.getOwnPropertyDescriptor(prototype, property)?.get;
  if (!getter) throw new TypeError(`no such property: ${property}`);
  return (node) => getter.call(node);
}

export const firstChildOf: Getter<Node | null> = getterOf(Node.prototype, 'firstChild');
export const nextSiblingOf: Getter<Node | null> = getterOf(Node.prototype, 'nextSibling');
export const parentNodeOf: Getter<Node | null> = getterOf(Node.prototype, 'parentNode');
const nodeTypeOf: Getter<number> = getterOf(Node.prototype, 'nodeType');
export const isConnected: Getter<boolean> = getterOf(Node.prototype, 'isConnected');
export const localNameOf: Getter<string> = getterOf(Element.prototype, 'localName');
export const shadowRootOf: Getter<ShadowRoot | null> = getterOf(Element.prototype, 'shadowRoot');

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function closestOf(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** Whether `outer` (an event's target) is `inner` or an ancestor of it. */
export function contains(outer: EventTarget | null, inner: Node | null): boolean {
  return outer instanceof Node && Node.prototype.contains.call(outer, inner);
}

export function isText(node: Node): node is Text {
  return nodeTypeOf(node) === Node.TEXT_NODE;
}

export function isElement(node: Node): node is Element {
  return nodeTypeOf(node) === Node.ELEMENT_NODE;
}

/** A document fragment can only be met on the way up, and then it is an open shadow root. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return nodeTypeOf(node) === Node.DOCUMENT_FRAGMENT_NODE;
}

/** The node itself if it is an element, else the nearest one above it, out of shadow roots as well. */
export function elementAt(node: Node | null): Element | null {
  for (let at = node; at; at = isShadowRoot(at) ? at.host : parentNodeOf(at)) if (isElement(at)) return at;
  return null;
}
