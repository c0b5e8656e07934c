import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/archive/article.ts';
import type { Entity } from '../../../src/entities/entity.ts';
import { hearPage } from '../../../src/library/hear-page.ts';
import { mentionsIn } from '../../../src/library/mentions-in.ts';
import { passagesForPage, relatedPassages } from '../../../src/library/related-passages.ts';
import { findRelated, type PageQuestion } from '../../../src/retrieval/related.ts';
import { archiveOf, article, entity } from '../invented-archive.ts';

const ARABIC = article('ar', 'افتتح ليندغرين الجسر القديم قرب ميناء تروندهايم.', { inLanguage: 'ar' });
const OTHER_ARABIC = article('ar2', 'نام الفقمات على الصخور طوال الشتاء.', { inLanguage: 'ar' });
const RUSSIAN = article('ru', 'Мост открыл Линдгрен, и в Тронхейме шёл дождь.', { inLanguage: 'ru' });
const ENGLISH = article('en', 'Lindgren opened the bridge near Trondheim.', { inLanguage: 'en' });
const OTHER_ENGLISH = article('en2', 'The seals slept on the rocks all winter.', { inLanguage: 'en' });
const PAGE = 'A new bridge for Trondheim: on Monday it was Lindgren who cut the ribbon.';

function ask(articles: readonly Article[], text: string, entities: readonly Entity[] = []) {
  const archive = archiveOf(articles, entities);
  const mentions = mentionsIn(archive.knowledge, text);
  const question: PageQuestion = { mentions, text, limit: 5, lines: 'articles', except: () => false };
  const articlesOf = (passages: readonly { passageId: string }[]) =>
    passages.map(({ passageId }) => passageId.split('/')[0]);
  return {
    heard: articlesOf(relatedPassages(archive, question)),
    unheard: articlesOf(findRelated(archive, question)),
  };
}

describe('a page', () => {
  it.each([
    ['Arabic', [OTHER_ARABIC, ARABIC], 'ar'],
    ['Russian', [OTHER_ARABIC, RUSSIAN], 'ru'],
  ] as const)('finds articles in %s script by the names it writes in Latin letters', (_, articles, id) => {
    expect(ask(articles, PAGE)).toEqual({ heard: [id], unheard: [] });
  });

  it('in another script finds articles by the names that the archive knows', () => {
    const known = [entity('person:lindgren', 'Ann Lindgren'), entity('place:trondheim', 'Trondheim')];
    const page = 'قال ليندغرين إن الجسر قرب تروندهايم جاهز.';
    expect(ask([OTHER_ENGLISH, ENGLISH], page, known).heard).toEqual(['en']);
  });

  it('finds no article by words that are nobody’s name', () => {
    expect(ask([OTHER_ARABIC, ARABIC], 'Every bridge needs paint, every seal a rock.').heard).toEqual([]);
  });

  it('in the script of the archive is asked as it stands', () => {
    const archive = archiveOf([ENGLISH, OTHER_ENGLISH]);
    expect(hearPage(archive, PAGE)).toBe(archive);
    const arabic = archiveOf([ARABIC, OTHER_ARABIC]);
    expect(hearPage(arabic, 'قال ليندغرين إن الجسر جاهز.')).toBe(arabic);
  });

  it('of no words, or of an empty archive, is asked as it stands', () => {
    for (const archive of [archiveOf([]), archiveOf([ARABIC])]) expect(hearPage(archive, '')).toBe(archive);
    const empty = archiveOf([]);
    expect(hearPage(empty, PAGE)).toBe(empty);
  });
});

describe('a page that nobody asked about', () => {
  const answer = (articles: readonly Article[], text: string) => {
    const archive = archiveOf(articles, []);
    return passagesForPage(archive, { mentions: [], text, limit: 5, lines: 'articles', except: () => false });
  };
  const LONG = article('ru2', 'Линдгрен и Петерсон гуляли по Бергену.', { inLanguage: 'ru' });

  it('is answered with what shares three of its names in another script', () => {
    const page = 'On Monday it was Lindgren and Peterson who came back to Bergen.';
    expect(answer([RUSSIAN, LONG, OTHER_ARABIC], page).map(({ passageId }) => passageId)).toEqual(['ru2/0']);
  });

  it('is not answered for one name that only sounds alike, nor for words alone', () => {
    expect(answer([RUSSIAN, LONG], 'On Monday it was Lindgren who came back.')).toEqual([]);
    expect(answer([ENGLISH, OTHER_ENGLISH], 'The seals slept near the bridge.')).toEqual([]);
  });
});

describe('the heard index', () => {
  it('answers for a word with the passages of the words that sound like it, and for others as before', () => {
    const archive = archiveOf([ARABIC, RUSSIAN, OTHER_ARABIC]);
    const { index } = hearPage(archive, PAGE);
    expect(index.terms.count('lindgren')).toBe(2);
    expect(index.terms.postings('lindgren')?.passages).toHaveLength(2);
    expect(archive.index.terms.count('lindgren')).toBe(0);
    expect(index.terms.postings('الفقمات')).toEqual(archive.index.terms.postings('الفقمات'));
  });

  it('is the same however often the page is asked about', () => {
    const archive = archiveOf([ARABIC, RUSSIAN]);
    const count = () => hearPage(archive, PAGE).index.terms.count('lindgren');
    expect([count(), count()]).toEqual([2, 2]);
  });
});
