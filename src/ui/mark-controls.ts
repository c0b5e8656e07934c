/**
 * Every text that any of our views draws, without the characters that change its direction: each is shown as what it is,
 * because text from elsewhere could use them to show one thing and say another (Trojan Source, TRUST R8).
 *
 * The naive version marks them where a component remembers to. Here Preact's own hook sees each text node before it is
 * made, so that no headline, byline, file name or tag can be forgotten. One regular expression a text node.
 */
import { type ComponentChild, h, options, type VNode } from 'preact';
import { splitIsolated } from './isolate.ts';
import type { Panel } from './panel.ts';

const CONTROLS = /([\u202a-\u202e\u2066-\u2069])/;

/** A text node has no type in Preact, and its text for properties. */
interface Drawn {
  type: unknown;
  props: unknown;
}

export function markControls(t: Panel['t']): void {
  const before = options.vnode;
  options.vnode = (vnode: VNode) => {
    before?.(vnode);
    const drawn = vnode as Drawn;
    if (drawn.type !== null || typeof drawn.props !== 'string' || !CONTROLS.test(drawn.props)) return;
    // Words that a message isolated are isolated as elements; every other control is foreign.
    const pieces = splitIsolated(drawn.props);
    const isOurs = pieces.length > 1 && !pieces.some((piece) => CONTROLS.test(piece));
    const children = pieces.map((piece, at) => (at % 2 === 0 ? shown(piece, t) : h('bdi', null, piece)));
    // Nothing beside a foreign control is turned; a whole message keeps the direction of its language.
    drawn.type = isOurs ? 'span' : 'bdi';
    drawn.props = { children };
  };
}

/** Every second piece is a control. */
function shown(text: string, t: Panel['t']): ComponentChild[] {
  return text.split(CONTROLS).map((piece, at) => (at % 2 === 0 ? piece : named(piece, t)));
}

function named(control: string, t: Panel['t']): ComponentChild {
  const name = `U+${control.charCodeAt(0).toString(16).toUpperCase()}`;
  return h('span', { class: 'control', title: t('directionControl', name) }, name);
}
