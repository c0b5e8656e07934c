/** The text measure of article_extraction_benchmark: word 4-grams as multisets, each page's counts scaled to sum 1. */

export interface TextScore {
  readonly hit: number;
  readonly extra: number;
  readonly missed: number;
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - 3); at++) {
    const shingle = words.slice(at, at + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

export function scoreText(gold: string, found: string): TextScore {
  const expected = shingles(gold);
  const given = shingles(found);
  let [hit, extra, missed] = [0, 0, 0];
  for (const shingle of new Set([...expected.keys(), ...given.keys()])) {
    const [a, b] = [expected.get(shingle) ?? 0, given.get(shingle) ?? 0];
    hit += Math.min(a, b);
    extra += Math.max(0, b - a);
    missed += Math.max(0, a - b);
  }
  const sum = hit + extra + missed || 1;
  return { hit: hit / sum, extra: extra / sum, missed: missed / sum };
}

/** F1 of mean precision and mean recall. */
export function meanF1(scores: readonly TextScore[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const share = (hit: number, rest: number) => (hit + rest === 0 ? 0 : hit / (hit + rest));
  const precision = mean(
    scores.filter(({ hit, extra }) => hit + extra > 0).map(({ hit, extra }) => share(hit, extra)),
  );
  const recall = mean(
    scores.filter(({ hit, missed }) => hit + missed > 0).map(({ hit, missed }) => share(hit, missed)),
  );
  return (2 * precision * recall) / (precision + recall);
}
