import { describe, expect, it } from 'vitest';
import { groupNames, NameGroups } from '../../../../src/entities/group/group-names.ts';
import { marked } from './recognised.ts';

/** "Ana Costa = Costa?, A. Costa": reference label, then the others, short ones with a question mark. */
function grouped(...articles: readonly (string | ReturnType<typeof marked>)[]): string[] {
  const entities = groupNames(articles.map((one) => (typeof one === 'string' ? marked(one) : one)));
  return entities
    .map(({ prefLabel, altLabels }) => {
      const others = altLabels.map(({ text, isShort }) => (isShort ? `${text}?` : text)).sort();
      return others.length > 0 ? `${prefLabel} = ${others.join(', ')}` : prefLabel;
    })
    .sort();
}

describe('the names of an archive', () => {
  it('join in spellings, with initials and middle names, under the fullest common form', () => {
    expect(
      grouped(
        '[Muhammad Haddad] spoke. [Mohammed Haddad] left.',
        '[Mohammed Haddad] and [Ana Maria Costa] met [Ana Costa].',
        '[Ana Costa] came. [Ana Maria Costa] went.',
      ),
    ).toEqual(['Ana Maria Costa = Ana Costa', 'Mohammed Haddad = Muhammad Haddad']);
  });

  it('join across scripts', () => {
    const arabic = marked('قال [محمد صلاح] ذلك', 'ar');
    expect(grouped('[Mohamed Salah] scored. [Mohamed Salah] again.', arabic)).toEqual([
      'Mohamed Salah = محمد صلاح',
    ]);
  });

  it('keep different people of one surname apart', () => {
    expect(grouped('[Michelle Obama] and [Barack Obama] came.')).toEqual(['Barack Obama', 'Michelle Obama']);
  });

  it('keep father and son apart', () => {
    expect(grouped('[John Marn Sr.] gave way to [John Marn Jr.] there.')).toHaveLength(2);
  });

  it('keep places of one name and different kind apart', () => {
    expect(grouped('[l Vell City] lies in the [l Vell Strip].')).toEqual(['Vell City', 'Vell Strip']);
  });

  it('keep events a year apart', () => {
    expect(grouped('[e Marn Regatta 2019] and [e Marn Regatta 2020].')).toHaveLength(2);
  });

  it('give a form that fits two people to neither, and keep both as candidates', () => {
    expect(
      grouped('[George H. Marn] wrote.', '[George W. Marn] wrote back.', '[George Marn] was asked.'),
    ).toEqual(['George H. Marn = George Marn?', 'George W. Marn = George Marn?']);
  });

  it('take a surname as the short form of whom its article names in full', () => {
    expect(
      grouped('[Ana Costa#1] spoke. [Costa#1] sat down.', '[Rui Costa#1] spoke. [Costa#1] left.'),
    ).toEqual(['Ana Costa = Costa?', 'Rui Costa = Costa?']);
  });

  it('take a surname without a full name beside it as that of all who bear it', () => {
    expect(grouped('[Ana Costa] spoke.', '[Rui Costa] spoke.', '[Costa] left.')).toEqual([
      'Ana Costa = Costa?',
      'Rui Costa = Costa?',
    ]);
  });

  it('make a single word that nobody else bears a name of its own', () => {
    expect(grouped('[Pelado] played.', 'So did [Pelado] here.')).toEqual(['Pelado']);
  });

  it('join an acronym with its full name where letters are enough or an article shows it', () => {
    expect(grouped('The [o Marn Harbour Authority Board#1] met. The [o MHAB#1] rose.')).toEqual([
      'Marn Harbour Authority Board = MHAB',
    ]);
    expect(grouped('The [o Marn Harbour Trust#1] met.', 'The [o MHT] rose.')).toHaveLength(2);
    expect(grouped('The [o Marn Harbour Trust#1] met. The [o MHT#1] rose.')).toHaveLength(1);
  });

  it('give an acronym of two bodies to neither', () => {
    expect(
      grouped(
        'The [o Marn Harbour Trust#1] or [o MHT#1] met.',
        'The [o Marn Heritage Trust#1] or [o MHT#1] met.',
      ),
    ).toEqual(['Marn Harbour Trust = MHT?', 'Marn Heritage Trust = MHT?']);
  });

  it('leave out a common word that is written small more often than not', () => {
    expect(grouped('The [o Trout] swam. A trout is a fish; trout swim. [Ana Costa] saw it.')).toEqual([
      'Ana Costa',
    ]);
  });

  it('leave out what the recogniser hardly believes', () => {
    expect(grouped(marked('[Quick Response] it was.', 'en', 0.3))).toEqual([]);
  });

  it('survive names of 300 letters, mixed scripts, markup and single letters', () => {
    const long = 'Xan '.repeat(75).trim();
    expect(grouped(`[${long}] [A] [Pутin] [<b>Ana</b> Costa] [Ana\u200b Costa]`)).toContain('Pутin');
  });

  it('have an id that unrelated articles do not change', () => {
    const one = groupNames([marked('[Ana Costa] spoke.')]);
    const more = groupNames([marked('[Ana Costa] spoke.'), marked('[Rui Lima] heard [o Harbour Trust].')]);
    expect(more.map(({ id }) => id)).toContain(one[0]!.id);
    expect(one[0]!.id).toMatch(/^person:[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });
});

describe('an archive that changes', () => {
  it('forgets an article without a trace', () => {
    const groups = new NameGroups();
    const articles = ['[George H. Marn] wrote.', '[George W. Marn] wrote.', '[George Marn] wrote.'].map(
      (one) => marked(one),
    );
    for (const article of articles) groups.add(article);
    groups.entities();
    groups.remove(articles[1]!);
    expect(groups.entities()).toEqual(groupNames([articles[0]!, articles[2]!]));
  });
});
