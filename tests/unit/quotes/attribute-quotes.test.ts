import { describe, expect, it } from 'vitest';
import { attributeQuotes } from '../../../src/quotes/attribute-quotes.ts';

/** "words → speaker" for each quotation found. */
const read = (text: string): string[] =>
  attributeQuotes(text).map(({ start, end, speaker }) => `${text.slice(start, end)} → ${speaker}`);

describe('marks', () => {
  it.each([
    ['“', '”'],
    ['‘', '’'],
    ['"', '"'],
    ["'", "'"],
    ['«', '»'],
    ['„', '“'],
    ['‟', '”'],
    ['‹', '›'],
    ['「', '」'],
    ['『', '』'],
  ])('reads words between %s and %s', (open, close) => {
    expect(read(`${open}The bridge is old and tired${close}, Anna Pell said.`)).toEqual([
      'The bridge is old and tired → Anna Pell',
    ]);
  });

  it('tells an apostrophe from a closing mark', () => {
    expect(read('‘The sailors’ wives weren’t asked, and they won’t be,’ Anna Pell said.')).toEqual([
      'The sailors’ wives weren’t asked, and they won’t be → Anna Pell',
    ]);
    expect(read("Since the '48 flood the town's wall has stood, Anna Pell's friends know.")).toEqual([]);
  });

  it('ends a quotation without a closing mark with its paragraph, before the cue', () => {
    expect(read('‘We said it very clearly, he said.\n\nAnna Pell left.')).toEqual([
      'We said it very clearly → null',
    ]);
    expect(read('Anna Pell said: “We are open.\n\nThe town slept.')).toEqual(['We are open. → Anna Pell']);
  });

  it('does not turn the text inside out when one mark is missing', () => {
    const [first, second] = attributeQuotes(
      '“The bridge is old, said Anna Pell.\n\n“It is new,” said Leon Fisk.',
    );
    expect(first?.speaker).not.toBe('Leon Fisk');
    expect(second?.speaker).toBe('Leon Fisk');
  });
});

describe('who speaks', () => {
  it('uses the fullest printed form and points at it', () => {
    const text =
      'Ms Pell spoke. “We are open every day,” said Pell. Anna Pell has run the library since 2009.';
    const [quote] = attributeQuotes(text);
    expect(quote?.speaker).toBe('Anna Pell');
    expect(text.slice(quote!.speakerStart!, quote!.speakerEnd!)).toBe('Anna Pell');
    expect(text.slice(quote!.cue!.start, quote!.cue!.end)).toBe('said');
  });

  it('does not answer for somebody without a name, nor for whom "he" then means', () => {
    expect(read('Leon Fisk watched. “It will rain,” said a fan. “It always does,” he added.')).toEqual([
      'It will rain → null',
      'It always does → null',
    ]);
  });

  it('does not take the one who is told for the one who tells', () => {
    expect(read('“The boat was sold,” Jack Thorne told Elsie Carr.')).toEqual([
      'The boat was sold → Jack Thorne',
    ]);
    expect(read('Pell’s lawyer said: “No comment will be made.” Anna Pell smiled.')).toEqual([
      'No comment will be made. → null',
    ]);
  });

  it('keeps a quotation with the speaker who comes before it, not with the next one', () => {
    expect(read('“The lock leaks,” Anna Pell said. Leon Fisk replied: “It never did.”')).toEqual([
      'The lock leaks → Anna Pell',
      'It never did. → Leon Fisk',
    ]);
  });

  it('reads an office back to its holder', () => {
    expect(
      read(
        'Norway’s transport minister Ola Berg met the harbour master, Leon Fisk. “Build it,” the Norwegian minister said.',
      ),
    ).toEqual(['Build it → Ola Berg']);
  });

  it('gives a statement to the body that made it', () => {
    expect(
      read('The Harbour Trust spoke on Monday. A statement from the Harbour Trust said: “The port is open.”'),
    ).toEqual(['The port is open. → Harbour Trust']);
  });

  it('takes no title, term or name in marks for words that were said', () => {
    expect(read('Anna Pell opened the so-called “silent floor” of the library.')).toEqual([]);
    expect(read('The ‘Lantern’ opened in 1931.')).toEqual([]);
  });
});

describe('kinds', () => {
  it('tells direct, mixed and indirect speech apart', () => {
    const kinds = (text: string) => attributeQuotes(text).map(({ kind }) => kind);
    expect(kinds('“The bridge is old,” said Anna Pell.')).toEqual(['direct']);
    expect(kinds('Anna Pell said the bridge was “old and tired” by now.')).toEqual(['mixed']);
    expect(kinds('Anna Pell warned that the bridge was old.')).toEqual(['indirect']);
    expect(kinds('Anna Pell announced the winner.')).toEqual([]);
  });

  it('is surer of a cue that touches the words than of a quotation that only follows another', () => {
    const [first, second] = attributeQuotes(
      '“The bridge is old,” said Anna Pell.\n\n“Nobody has painted it since 1980.”',
    );
    expect(second?.speaker).toBe('Anna Pell');
    expect(second!.confidence).toBeLessThan(first!.confidence);
  });
});

describe('other languages', () => {
  it.each([
    ['„Die Brücke ist sicher“, sagte Karl Brenner am Montag.', 'Karl Brenner'],
    ['« Le pont est sûr », a déclaré Claire Fontenay, la maire.', 'Claire Fontenay'],
    ['Selon Claire Fontenay, « le pont est tout à fait sûr ».', 'Claire Fontenay'],
    ['«El puente es seguro para todos», dijo Lucía Marín.', 'Lucía Marín'],
    ['«Il ponte è sicuro per tutti», ha detto Paolo Conti.', 'Paolo Conti'],
    ['„De brug is veilig”, zei Joost de Wit.', 'Joost de Wit'],
    ['«Мост полностью безопасен», — заявил Иван Громов.', 'Иван Громов'],
    ['وقال سامر الحداد: «الجسر آمن ولن يغلق».', 'سامر الحداد'],
    ['"הגשר בטוח ולא ייסגר", אמר דוד לוין.', 'דוד לוין'],
  ])('%s', (text, speaker) => {
    expect(attributeQuotes(text).map((quote) => quote.speaker)).toEqual([speaker]);
  });
});
