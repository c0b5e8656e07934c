/**
 * Which column of a table holds what, guessed from its first line in the languages that exports are made in. A guess
 * is shown to the reader, who may choose otherwise (`columns` of the context). O(columns).
 */
import type { ColumnChoice, TableField } from './capture-outcome.ts';

/** In the order of trust: the first name that a column has wins. */
const NAMES: Readonly<Record<TableField, string>> = {
  identifier: 'identifier id key guid articleid article_id doc_id uuid',
  url: 'url link uri address href permalink source_url article_url web_url given_url resolved_url adresse lien enlace dirección ссылка адрес الرابط رابط קישור כתובת 链接 网址',
  headline:
    'headline title titel titre título titulo titolo заголовок название العنوان عنوان כותרת 标题 見出し タイトル headline_main article_title resolved_title name subject überschrift schlagzeile kop tytuł başlık',
  body: 'articlebody article_body body content text fulltext full_text article_text selection maintext main_text article story inhalt texte contenu contenido cuerpo texto testo corpo текст содержание النص نص المحتوى טקסט תוכן 正文 内容 本文 tekst metin abstract abstract_note description summary zusammenfassung résumé resumen quote highlight excerpt lead_paragraph',
  date: 'datepublished date_published date published published_at publication_date pubdate pub_date publishdate publish_date publicationdate publication_year datum veröffentlicht fecha data дата تاريخ التاريخ תאריך 日期 日付 tarih year',
  author:
    'author authors byline creator writer autor verfasser auteur autore autora автор الكاتب كاتب المؤلف מחבר כותב 作者 著者 yazar auteurs autoren',
  outlet:
    'publisher outlet source newspaper publication publication_title source_name site site_name website medium media domain domain_name quelle zeitung journal périodique éditeur fuente periódico medio fonte testata источник издание газета المصدر مصدر الصحيفة صحيفة מקור עיתון 来源 媒体 新聞 kaynak gazete',
  language: 'language lang inlanguage sprache langue idioma lingua язык اللغة שפה 语言 言語 dil',
};

const fold = (name: string): string =>
  name
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

export type Columns = ReadonlyMap<TableField, number>;

/** The reader's choice first, then by name. A column serves one field only. */
export function findColumns(heading: readonly string[], choice: ColumnChoice): Columns {
  const columns = new Map<TableField, number>();
  const taken = new Set<number>();
  const assign = (field: TableField, at: number): void => {
    if (at < 0 || columns.has(field) || taken.has(at)) return;
    columns.set(field, at);
    taken.add(at);
  };
  const fields = Object.keys(NAMES) as TableField[];
  for (const field of fields) if (choice[field] !== undefined) assign(field, heading.indexOf(choice[field]));
  const folded = heading.map(fold);
  for (const field of fields)
    for (const name of NAMES[field].split(' '))
      assign(
        field,
        folded.findIndex((one, at) => one === name && !taken.has(at)),
      );
  return columns;
}
