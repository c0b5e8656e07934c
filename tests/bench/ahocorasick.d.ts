/** The part of the package that the bench uses; it brings no types of its own. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(keywords: readonly string[]);
    /** Of each match: where it ends, and the keywords that end there. */
    search(text: string): [number, string[]][];
  }
}
