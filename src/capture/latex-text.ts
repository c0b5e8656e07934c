/** LaTeX as bibliographies use it, to plain text: accents, dashes, quotation marks, and commands that only style. One pass, O(length). */

const COMBINING: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
  G: '\u030f',
  U: '\u030e',
};
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ss: 'ß',
    ae: 'æ',
    AE: 'Æ',
    oe: 'œ',
    OE: 'Œ',
    aa: 'å',
    AA: 'Å',
    o: 'ø',
    O: 'Ø',
    l: 'ł',
    L: 'Ł',
    i: 'ı',
    j: 'ȷ',
    dh: 'ð',
    DH: 'Ð',
    th: 'þ',
    TH: 'Þ',
    dj: 'đ',
    DJ: 'Đ',
    ng: 'ŋ',
    NG: 'Ŋ',
    textendash: '–',
    textemdash: '—',
    textquoteright: '’',
    textquoteleft: '‘',
    textquotedblleft: '“',
    textquotedblright: '”',
    ldots: '…',
    dots: '…',
    textellipsis: '…',
    textbackslash: '\\',
    textasciitilde: '~',
    textasciicircum: '^',
    textunderscore: '_',
    textbar: '|',
    textless: '<',
    textgreater: '>',
    textquotesingle: "'",
    textdegree: '°',
    degree: '°',
    S: '§',
    P: '¶',
    copyright: '©',
    textcopyright: '©',
    textregistered: '®',
    texttrademark: '™',
    pounds: '£',
    textsterling: '£',
    euro: '€',
    texteuro: '€',
    textbullet: '•',
    textperiodcentered: '·',
    guillemotleft: '«',
    guillemotright: '»',
    times: '×',
    pm: '±',
    cdot: '·',
    alpha: 'α',
    beta: 'β',
    gamma: 'γ',
    delta: 'δ',
    epsilon: 'ε',
    lambda: 'λ',
    mu: 'μ',
    pi: 'π',
    sigma: 'σ',
    phi: 'φ',
    omega: 'ω',
    Delta: 'Δ',
    Omega: 'Ω',
    infty: '∞',
    approx: '≈',
    sim: '∼',
    leq: '≤',
    geq: '≥',
    rightarrow: '→',
    to: '→',
    newline: '\n',
    par: '\n\n',
    quad: ' ',
    space: ' ',
    LaTeX: 'LaTeX',
    TeX: 'TeX',
  }),
);
/** A command with its arguments that are no text. */
const TOKEN = /\\([a-zA-Z]+|[^a-zA-Z])[ \t]*|---?|``|''|[{}$~]/g;

const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho _ Sigma Tau Upsilon Phi Chi Psi Omega'.split(
    ' ',
  );
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** "Alpha" is U+0391, "alpha" U+03B1, and so on in order. */
function greekLetter(command: string): string | null {
  const at = GREEK.indexOf(command.charAt(0).toUpperCase() + command.slice(1));
  if (at < 0 || command === '_') return null;
  return String.fromCharCode((command.charAt(0) === command.charAt(0).toUpperCase() ? 0x391 : 0x3b1) + at);
}

/** Arguments that are not printed: a link's address, the name of what begins and ends. */
function dropUnprinted(source: string): string {
  return source.replace(/\\(?:href\s*\{[^{}]{0,2000}\}|(?:begin|end)\s*\{[a-zA-Z*]{1,30}\})/g, '');
}

/** Characters by their number: "\\ElsevierGlyph{2014}", "\\symbol{"2014}", "\\char"2014". */
function placeNumbered(source: string): string {
  return source.replace(
    /\\(?:ElsevierGlyph|unichar|symbol|char)\s*(?:\{\s*"?([0-9a-f]{4,5})\s*\}|"([0-9a-f]{4,5}) ?)/gi,
    (_, braced?: string, bare?: string) => String.fromCodePoint(Number.parseInt(braced ?? bare ?? '', 16)),
  );
}

/** Digits of formulas: "H$_2$O", "\\textsuperscript{3}". */
function placeDigits(source: string): string {
  const place = (digits: string, row: string): string =>
    digits.replace(/\d/g, (digit) => row[Number(digit)]!);
  return source
    .replace(/\\(?:textrm|textnormal|mathrm|rm)\s*\{([^{}]{0,200})\}/g, '$1')
    .replace(/(?:\\textsubscript|(?<=[$}\w)]|\$)_)\{(\d{1,4})\}/g, (_, digits: string) =>
      place(digits, LOWERED),
    )
    .replace(/(?:\\textsuperscript|(?<=[$}\w)])\^)\{(\d{1,4})\}/g, (_, digits: string) =>
      place(digits, RAISED),
    )
    .replace(/(?<=\$[^$\n]{0,40})(?<!\\)([_^])(\d)/g, (_, mark: string, digit: string) =>
      place(digit, mark === '^' ? RAISED : LOWERED),
    )
    .replace(/(?<=\$[^$\n]{0,40})(?<!\\)[_^](?=[{\\a-zA-Z])/g, '');
}

export function textOfLatex(latex: string): string {
  const source = placeDigits(placeNumbered(dropUnprinted(latex)));
  const out: string[] = [];
  let accent: string | null = null;
  let at = 0;
  const put = (text: string): void => {
    if (text === '') return;
    if (accent === null) out.push(text);
    else {
      const [letter = '', ...rest] = text.replace(/^ı/, 'i').replace(/^ȷ/, 'j');
      out.push(`${letter}${accent}`.normalize('NFC'), rest.join(''));
      accent = null;
    }
  };
  /** "\\~{}user": an accent over nothing is the mark itself, as addresses have it. */
  const putAccentAlone = (): void => {
    if (accent !== null) out.push(accent === COMBINING['~'] ? '~' : accent === COMBINING['^'] ? '^' : '');
    accent = null;
  };
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(source); match !== null; match = TOKEN.exec(source)) {
    put(source.slice(at, match.index));
    at = TOKEN.lastIndex;
    const command = match[1];
    if (command === undefined) {
      if (match[0] === '}') putAccentAlone();
      put(plainMark(match[0]));
    } else if (COMBINING[command] !== undefined && Object.hasOwn(COMBINING, command))
      accent = COMBINING[command];
    else if (LETTERS.has(command)) put(LETTERS.get(command)!);
    else if (greekLetter(command) !== null) put(greekLetter(command)!);
    else if (command === '\\') put('\n');
    else if (!/^[a-zA-Z]+$|^[-/,;:!@()[\]]$/.test(command)) put(command);
  }
  put(source.slice(at));
  putAccentAlone();
  return out
    .join('')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

function plainMark(mark: string): string {
  if (mark === '--') return '–';
  if (mark === '---') return '—';
  if (mark === '``') return '“';
  if (mark === "''") return '”';
  return mark === '~' ? ' ' : '';
}
