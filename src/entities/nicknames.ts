/**
 * Short and pet forms of given names: Bill is William, Sasha Alexander, Bibi Benjamin.
 *
 * The naive version takes two names that share a nickname for one (Al: Albert, Alexander); here one of the two must be
 * the other's recorded short form. The table is unpacked on first use.
 */
import { NICKNAMES } from './nicknames-table.ts';

let shortForms: ReadonlyMap<string, ReadonlySet<string>> | null = null;

function unpack(): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, ReadonlySet<string>>();
  for (const line of NICKNAMES.split('|')) {
    const [name = '', ...short] = line.split(' ');
    forms.set(name, new Set([...(forms.get(name) ?? []), ...short]));
  }
  return forms;
}

/** Whether one of two folded Latin given names is a recorded short form of the other. */
export function areNicknames(a: string, b: string): boolean {
  shortForms ??= unpack();
  return shortForms.get(a)?.has(b) === true || shortForms.get(b)?.has(a) === true;
}

/** Whether a folded Latin word is a full given name of the table. */
export function isGivenName(word: string): boolean {
  shortForms ??= unpack();
  return shortForms.has(word);
}
