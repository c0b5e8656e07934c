/** Pages that the project wrote, in three scripts, against the bundled archive: who is found on them, and who is not. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/library/archive.ts';
import { mentionsIn } from '../../src/library/mentions-in.ts';
import { openArchive } from '../../src/library/pack-archive.ts';
import { bakeSeeds } from '../../src/platform/node/bake-seeds.ts';
import { findRelated } from '../../src/retrieval/related.ts';

let archive: Archive;
beforeAll(async () => {
  const files = await bakeSeeds(fileURLToPath(new URL('../../seeds', import.meta.url)));
  const opened = await openArchive(async (file) => files.get(file) ?? null);
  if (!opened.ok) throw new Error(opened.error.message);
  archive = opened.value;
});

function links(text: string): string[] {
  const mentions = mentionsIn(archive.knowledge, text);
  for (const { start, end, exact } of mentions) expect(text.slice(start, end)).toBe(exact);
  return mentions.flatMap(({ exact, entityId }) => (entityId ? [`${exact} ${entityId.split(':')[1]}`] : []));
}

const ARABIC = `افتتحت المكتبة الجديدة في بيروت يوم الأحد.

وفي رفّ الكتب سير لعدد من السياسيين، منها سيرة إسماعيل هنية وأخرى لحازم قاسم، وكتاب عن يحيى السِّنوار. وقال أمين المكتبة إنّ كتاباً عن القاهرة سيصل قريباً، وإنّ القرّاء سألوا عن بنيامين نتنياهو أيضاً.`;

const HEBREW = `הספרייה החדשה נפתחה ביום ראשון ליד הנמל.

על המדף עומדים ספרים על יצחק רבין ועל בנימין נתניהו, ומדריך טיולים לביירות. הספרנית אמרה שגם ספר על חסן נסראללה הוזמן, ושהקוראים שאלו על ירושלים.`;

const BRIDGE = `The old bridge over the river was painted green last week. May was wet, and the reading room of the library stayed open for all of us.

Anna Vale, who keeps the harbour, said the resistance of the paint to salt water had been tested for two years. “It will hold,” she said. Sharon Stone sent a card, the Jerusalem Post a reporter, and Jack Washington the band.`;

describe('a page in another script', () => {
  it('in Arabic links the people and places of the archive, vowel marks and clitics aside', () => {
    expect(links(ARABIC)).toEqual([
      'بيروت beirut',
      'إسماعيل هنية ismail-haniyeh',
      'حازم قاسم hazem-qassem',
      'يحيى السِّنوار yahya-sinwar',
      'القاهرة cairo',
      'بنيامين نتنياهو benjamin-netanyahu',
    ]);
  });

  it('in Hebrew links them too', () => {
    expect(links(HEBREW)).toEqual([
      'יצחק רבין yitzhak-rabin',
      'בנימין נתניהו benjamin-netanyahu',
      'ביירות beirut',
      'חסן נסראללה hassan-nasrallah',
      'ירושלים jerusalem',
    ]);
  });

  it('leads to passages of the archive, which are in English', () => {
    const mentions = mentionsIn(archive.knowledge, ARABIC);
    const found = findRelated(archive, {
      mentions,
      text: ARABIC,
      limit: 5,
      lines: 'texts',
      except: () => false,
    });
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]!.shared.length).toBeGreaterThan(0);
  });
});

describe('a page about a bridge', () => {
  it('links nobody, though it holds words and surnames that the archive knows', () => {
    expect(links(BRIDGE)).toEqual([]);
  });
});

describe('the bundled archive', () => {
  it('is what the five articles give, whole and not made again', () => {
    expect([archive.articles.size, archive.isRebuilt, archive.builtAt]).toEqual([5, false, '2023-08-28']);
  });

  it('prints the sentences that articles 001 and 002 share', async () => {
    const { tracePrintings } = await import('../../src/library/look-up.ts');
    const sentence =
      'The proliferation of the Resistance across the entire West Bank is a nightmare for the occupation';
    const { printings } = tracePrintings(archive, sentence);
    expect(printings).toHaveLength(2);
    expect(printings[0]!.provenance.datePublished).toBe('2023-08-28');
    expect(printings[1]!.provenance.datePublished).toBeNull();
  });
});
