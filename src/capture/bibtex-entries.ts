/**
 * BibTeX and BibLaTeX entries: fields with their strings joined and macros filled in, LaTeX not yet undone.
 *
 * The library most used for it is 93 KB compressed and did not come back from 100 KB of backslashes; an archive needs
 * eight fields of an entry. One pass over the letters; braces are counted, never matched by backtracking. O(length).
 */

export interface BibtexEntry {
  /** Lower case. */
  readonly type: string;
  readonly key: string;
  /** By lower-case name; values as written, without their outer braces or quotation marks. */
  readonly fields: ReadonlyMap<string, string>;
  /** The entry as it stands in the file. */
  readonly raw: string;
}

export interface BibtexFault {
  /** 1-based line of the entry. */
  readonly line: number;
  readonly reason: string;
}

/** The macros that every style defines. */
export const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

export function parseBibtex(text: string): { entries: BibtexEntry[]; faults: BibtexFault[] } {
  const entries: BibtexEntry[] = [];
  const faults: BibtexFault[] = [];
  const macros = new Map(MONTHS.map((month) => [month, month]));
  const head = /@[ \t]*([a-zA-Z]+)\s*([{(])/g;
  let [lines, counted] = [1, 0];
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const type = match[1]!.toLowerCase();
    for (; counted < match.index; counted++) if (text.charCodeAt(counted) === 10) lines++;
    const scan = new Scan(text, head.lastIndex, match[2] === '{' ? '}' : ')', macros);
    if (type === 'comment') scan.passBraces();
    else if (type === 'string') for (const [name, value] of scan.fields()) macros.set(name, value);
    else if (type === 'preamble') scan.passBraces();
    else {
      const key = scan.key();
      const fields = scan.fields();
      if (scan.isClosed || fields.size > 0)
        entries.push({ type, key, fields, raw: text.slice(match.index, scan.at) });
      if (!scan.isClosed)
        faults.push({
          line: lines,
          reason: 'The entry breaks off or lacks a closing brace; what is there was read.',
        });
    }
    head.lastIndex = Math.max(scan.at, head.lastIndex);
  }
  return { entries, faults };
}

class Scan {
  isClosed = false;
  at: number;
  readonly #text: string;
  readonly #end: string;
  readonly #macros: ReadonlyMap<string, string>;

  constructor(text: string, at: number, end: string, macros: ReadonlyMap<string, string>) {
    this.#text = text;
    this.at = at;
    this.#end = end;
    this.#macros = macros;
  }

  /** Up to the first comma; '' where a field comes first. */
  key(): string {
    const key = this.#match(/\s*([^\s,={}()"]*)\s*/y)?.[1] ?? '';
    if (this.#text[this.at] === '=') {
      this.at -= 1;
      while (this.at > 0 && /[^,{(]/.test(this.#text[this.at - 1]!)) this.at--;
      return '';
    }
    return key;
  }

  /** Fields up to the closing brace, or to where the entry is no longer one. */
  fields(): Map<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      this.#match(/[\s,]*/y);
      if (this.#text[this.at] === this.#end) {
        this.at++;
        this.isClosed = true;
        return fields;
      }
      const name = this.#match(/([^\s,={}()"#%@]+)\s*=\s*/y)?.[1]?.toLowerCase();
      const value = name === undefined ? null : this.#value();
      if (name === undefined || value === null) return fields;
      if (!fields.has(name)) fields.set(name, value);
    }
  }

  passBraces(): void {
    this.#delimited('{', '}');
    this.isClosed = true;
  }

  /**
   * Braced, quoted, a number or a macro, joined by "#"; null where none of these stands. A macro that nobody defined is
   * empty, as for BibTeX; standing alone it is a word whose braces were forgotten.
   */
  #value(): string | null {
    const parts: string[] = [];
    let undefinedMacro = '';
    do {
      this.#match(/[\s#]*/y);
      const start = this.#text[this.at];
      if (start === '{' || start === '"') {
        this.at++;
        const part = this.#delimited(start, start === '{' ? '}' : '"');
        if (part === null) return null;
        parts.push(part);
      } else {
        const word = this.#match(/[^\s,{}()"#=]+/y)?.[0];
        if (word === undefined) return null;
        const known = this.#macros.get(word.toLowerCase()) ?? (/^\d+$/.test(word) ? word : null);
        parts.push(known ?? '');
        if (known === null) undefinedMacro = word;
      }
    } while (this.#match(/\s*#/y) !== null);
    return parts.length === 1 && undefinedMacro !== '' ? undefinedMacro : parts.join('');
  }

  /** To the delimiter that closes, with braces inside counted; null at the end of the text. */
  #delimited(open: string, close: string): string | null {
    const from = this.at;
    for (let depth = 0; this.at < this.#text.length; this.at++) {
      const letter = this.#text[this.at];
      if (letter === '\\') this.at++;
      else if (depth === 0 && letter === close) return this.#text.slice(from, this.at++);
      else if (letter === '{') depth++;
      else if (letter === '}') depth = Math.max(0, depth - (open === '{' || depth > 0 ? 1 : 0));
    }
    return null;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.at = pattern.lastIndex;
    return match;
  }
}
