/** One example for each rule that news in many house styles asked for, and for texts that are broken. */
import { describe, expect, it } from 'vitest';
import { attributeQuotes } from '../../../src/quotes/attribute-quotes.ts';
import { processorMs } from '../../processor-ms.ts';

/** "words → speaker" for each quotation found, the reported ones left out. */
const read = (text: string): string[] =>
  attributeQuotes(text)
    .filter(({ kind }) => kind !== 'indirect')
    .map(({ start, end, speaker }) => `${text.slice(start, end)} → ${speaker}`);
const speakers = (text: string): (string | null)[] => attributeQuotes(text).map(({ speaker }) => speaker);

describe('companies', () => {
  it.each([
    ['the company', 'Pell Corp said it would rebuild the pier. The company called the work “long overdue.”'],
    ['it', 'Pell Corp spoke on Monday. Pell Corp said the pier was old. It called the work “long overdue.”'],
    ['its first word', 'Pell Corp opened the pier. Pell said the work was “long overdue.”'],
    ['a share code', 'Pell Corp <PLL> rose. Pell said the work was “long overdue.”'],
  ])('are meant by %s', (_, text) => {
    expect(read(text)).toEqual(['long overdue. → Pell Corp']);
  });

  it('keep their joined names, and two companies stay two', () => {
    expect(read('“It will rise,” said Dunmore and Co analyst Jim Ballard.')).toEqual([
      'It will rise → Jim Ballard',
    ]);
    expect(speakers('He left A.B. Fenwick and Harbour Trust said it was “sorry to see it”.')).toEqual([
      'Harbour Trust',
    ]);
    expect(read('“It will rise,” said Pell and Benson Ltd’s analyst, Peter Tasker.')).toEqual([
      'It will rise → Peter Tasker',
    ]);
  });

  it('do not become “he”', () => {
    expect(read('Ofwat spoke. But a spokesman said its powers were few. “It is the law,” he said.')).toEqual([
      'It is the law → null',
    ]);
  });
});

describe('whose verb it is', () => {
  it.each([
    ['“It is old,” Dan Farrow, an Eastgate councillor said.', 'Dan Farrow'],
    ['“It is old,” Chris Vane, analyst at Toomey and Brandt in Leeds said.', 'Chris Vane'],
    ['Chairman of the starch maker Amylo Plc Peter Callow said it was “still old”.', 'Peter Callow'],
    ['Chancellor of the Exchequer Nigel Farrow said it was “still old”.', 'Nigel Farrow'],
    ['Hands for Harbours’ John Hilary said: “It is old.”', 'John Hilary'],
    ['A statement issued by the Harbour Trust said: “It is old.”', 'Harbour Trust'],
    ['Anna Pell said the sum agreed for the pier was “too small to matter”.', 'Anna Pell'],
    ['Anna Pell said the figure in some press reports “was too small”.', 'Anna Pell'],
    ['Shares rose after Anna Pell said the pier was “safe and sound”.', 'Anna Pell'],
    ['The genre is in what Anna Pell calls its “early stage”.', 'Anna Pell'],
  ])('%s', (text, speaker) => {
    expect(read(text).map((line) => line.split(' → ')[1])).toEqual([speaker]);
  });

  it('is not the place an office is for, nor the one who is told', () => {
    expect(
      read('Derek Wyatt spoke. The MP for Eastgate and Quayside said it was “trying very hard”.'),
    ).not.toContain('trying very hard → Quayside');
    expect(read('“It is old,” the senator told the Post’s Jack Tapp. Anna Pell left.')).toEqual([
      'It is old → null',
    ]);
  });

  it('is nobody’s who only agrees to something next', () => {
    expect(read('“It is old.” “Why not mend it?” Pell has agreed to stay. Anna Pell is mayor.')).toEqual([
      'Why not mend it? → null',
    ]);
  });
});

describe('speech without marks', () => {
  it('reads a transcript by its labels, and no note', () => {
    const text = 'FARROW: How long?\n\nPELL: Two years.\n\nFARROW: And then?\n\nAnna Pell met Rhys Farrow.';
    expect(read(text)).toEqual([
      'How long? → Rhys Farrow',
      'Two years. → Anna Pell',
      'And then? → Rhys Farrow',
    ]);
    expect(read('NOTE: The pier is closed.\n\nAnna Pell met Rhys Farrow.')).toEqual([]);
  });

  it('reads dialogue behind dashes, and no list', () => {
    expect(read('— I saw the boat first, said Jan Morrow.')).toEqual(['I saw the boat first → Jan Morrow']);
    expect(read('– The boat came first.\n– The train came second.')).toEqual([]);
  });
});

describe('marks', () => {
  it('reads corpora that print a space around every mark', () => {
    expect(read("`` It is old , '' said Anna Pell . `` It leaks . ''")).toEqual([
      'It is old → Anna Pell',
      'It leaks . → Anna Pell',
    ]);
    expect(read('" It is old , " said Pell \'s deputy , Leon Fisk .')).toEqual(['It is old → Leon Fisk']);
  });

  it('ends a quotation that never closes where the narrator speaks again', () => {
    expect(read('“I see no reason, said Leon Fisk, the harbour master. He left at noon.')).toEqual([
      'I see no reason → Leon Fisk',
    ]);
  });

  it('closes one whose space was forgotten', () => {
    expect(read('"It is old,"Pell said. Anna Pell is mayor.')).toEqual(['It is old → Anna Pell']);
  });

  it('gives a paragraph that reopens to whom it names', () => {
    expect(read('“It is old,” said Leon Fisk. “It leaks.\n\n“It is new,” said Anna Pell.')).toEqual([
      'It is old → Leon Fisk',
      'It leaks. → Leon Fisk',
      'It is new → Anna Pell',
    ]);
  });

  it('takes “a disaster” for words that were said and “Lantern” for a name', () => {
    expect(read('Leon Fisk, who called the pier “a disaster”, left.')).toEqual(['a disaster → Leon Fisk']);
    expect(read('Anna Pell opened a film called “Lantern” in May.')).toEqual([]);
  });
});

describe('who is meant without a name', () => {
  it.each([
    ['Carla Rossi won in three sets. “It was hard,” said the Italian.', 'Carla Rossi'],
    ['Anna Pell opened the pier. “It was hard,” the 47-year-old engineer said.', 'Anna Pell'],
    ['Launching the plan, Mr Pell took a boat. He said: “It was hard.”', 'Pell'],
    ['Since she came to Eastgate, Anna Pell has worked alone. “It was hard,” she said.', 'Anna Pell'],
    ['Anna Pell’s son, carpenter Leon Fisk (“Piers”), left. “It was hard,” he said.', 'Leon Fisk'],
    ['Leon Fisk rose. Echoing Anna Pell, the mayor said: “It was hard.”', null],
    ['Anna Pell met shadow mayor Leon Fisk. The mayor said: “It was hard.”', null],
    ['Boats PLC rose. “It was hard,” the lawsuit said.', null],
  ])('%s', (text, speaker) => {
    expect(read(text).map((line) => line.split(' → ')[1])).toEqual([String(speaker)]);
  });
});

describe('names that look like something else', () => {
  it.each([
    ['Ken Doctor studies tides. “It was hard,” says Doctor.', 'Ken Doctor'],
    ['Mervyn King swam. “It was hard,” Mr King said.', 'Mervyn King'],
    ['Andrea Arnold swam. “It was hard,” Arnold said.', 'Andrea Arnold'],
    ['Secretary of State Anna Pell spoke. “It was hard,” Pell said.', 'Anna Pell'],
    ['Boat-builder Petrus Vane spoke. “It was hard,” Vane said.', 'Petrus Vane'],
    ['“It was hard,” the Ferry Users’ Group said.', 'Ferry Users’ Group'],
    ['An HRA statement said: “It was hard.”', 'HRA'],
  ])('%s', (text, speaker) => {
    expect(read(text).map((line) => line.split(' → ')[1])).toEqual([speaker]);
  });
});

describe('further cues', () => {
  it.each([
    ['The pier was described by Anna Pell as “old, rusty and dear”.', 'Anna Pell'],
    ['The crew did “everything they could” to save it, according to pilot Anna Pell.', 'Anna Pell'],
    ['Despite this Anna Pell said: “It was hard.”', 'Anna Pell'],
    ['“It was hard,’’ said Anna Pell.', 'Anna Pell'],
    ["''It was hard,'' said Anna Pell.", 'Anna Pell'],
  ])('%s', (text, speaker) => {
    expect(read(text).map((line) => line.split(' → ')[1])).toEqual([speaker]);
  });

  it('gives words behind a sentence about somebody else to that person', () => {
    expect(read('“It is old,” said Leon Fisk. Anna Pell disagreed. “It will last.”')).toEqual([
      'It is old → Leon Fisk',
      'It will last. → Anna Pell',
    ]);
  });

  it('but not words that name that person', () => {
    expect(read('“It is old,” said Leon Fisk. Anna Pell will repair it. “Pell is the best.”')).toEqual([
      'It is old → Leon Fisk',
      'Pell is the best. → Leon Fisk',
    ]);
  });
});

describe('other languages', () => {
  it.each([
    ['По словам Ивана Громова, мост «полностью безопасен».', 'Ивана Громова'],
    ['Анна Лебедева заявила: «Мы откроем мост в мае».', 'Анна Лебедева'],
    ['— Мост закроют до осени, — сказал Иван Громов.', 'Иван Громов'],
    ['„Die Brücke bleibt bis Mai gesperrt“, sagte Bürgermeisterin Anna Weber.', 'Anna Weber'],
    ['„Die Brücke bleibt gesperrt“, sagte die Brückenwärterin Anna Weber.', 'Anna Weber'],
    ['Laut Karl Brenner ist die Brücke „völlig sicher“.', 'Karl Brenner'],
    ['Anna Weber erklärte: „Wir öffnen die Brücke im Mai.“', 'Anna Weber'],
    ['« Le pont restera fermé », a annoncé la maire, Claire Fontenay.', 'Claire Fontenay'],
    ['Selon Luc Martel, le pont est « tout à fait sûr ».', 'Luc Martel'],
    ['Claire Fontenay a expliqué : « Nous rouvrirons le pont en mai. »', 'Claire Fontenay'],
    ['«El puente seguirá cerrado», afirmó la alcaldesa Lucía Marín.', 'Lucía Marín'],
    ['Según Pablo Ortega, el puente es «totalmente seguro».', 'Pablo Ortega'],
    ['—El puente sigue cerrado —dijo Lucía Marín.', 'Lucía Marín'],
    ['«Il ponte resterà chiuso», ha spiegato la sindaca Giulia Conti.', 'Giulia Conti'],
    ['Secondo Paolo Ferri, il ponte è «del tutto sicuro».', 'Paolo Ferri'],
    ['Giulia Conti ha dichiarato: «Riapriremo il ponte a maggio».', 'Giulia Conti'],
    ['“De brug blijft dicht tot mei”, zei burgemeester Anna de Boer.', 'Anna de Boer'],
    ['Volgens Joost de Wit is de brug “helemaal veilig”.', 'Joost de Wit'],
    ['Anna de Boer verklaarde: “We openen de brug in mei.”', 'Anna de Boer'],
    ['قال سامر الحداد: «الجسر آمن ولن يغلق قبل الصيف».', 'سامر الحداد'],
    ['وأضافت ليلى منصور: "سنفتح الجسر في مايو".', 'ليلى منصور'],
    ['«الجسر مغلق حتى مايو»، قال المهندس سامر الحداد.', 'سامر الحداد'],
    ['"הגשר יישאר סגור עד מאי", אמרה ראש העיר נועה לוי.', 'נועה לוי'],
    ['לדברי דוד לוין, הגשר "בטוח לחלוטין".', 'דוד לוין'],
    ['נועה לוי אמרה: "נפתח את הגשר במאי".', 'נועה לוי'],
  ])('%s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });
});

describe('bad input is read in bounded time', () => {
  const long = 'the bridge is old and tired and '.repeat(2_900);
  it.each([
    ['10,000 straight marks', '"'.repeat(10_000)],
    ['10,000 opening marks', '“'.repeat(10_000)],
    ['10,000 single marks with words', "a 'b ".repeat(10_000)],
    ['nine styles, none closed', '“‘«„"\'‹「『 word '.repeat(2_000)],
    ['a sentence of 20,000 words', `Anna Pell said ${long} “it is old”, ${long}.`],
    ['20,000 words and no stop inside one quotation', `“${long}” said Anna Pell.`],
    [
      'a right-to-left text with left-to-right marks',
      'قال سامر الحداد “الجسر آمن” "مغلق‏\u200f" ثم '.repeat(1_000),
    ],
    ['10,000 labels', 'PELL: Yes.\n\nFARROW: No.\n\n'.repeat(5_000)],
    ['10,000 dashes', '— yes, he went, she came,\n\n'.repeat(10_000)],
    ['one quotation that never ends', `“${'It went on, he said nothing, '.repeat(4_000)}`],
  ])('%s', (_, text) => {
    let found: ReturnType<typeof attributeQuotes> = [];
    const spent = processorMs(() => {
      found = attributeQuotes(text);
    });
    // Between 0.05 and 0.4 s on the machine of 2026; seconds would mean squared work.
    expect(spent).toBeLessThan(4_000);
    for (const { start, end } of found) expect(end).toBeGreaterThan(start);
  });
});
