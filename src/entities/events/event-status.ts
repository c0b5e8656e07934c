/**
 * Whether what is told happened: a planned visit is no visit, a feared strike no strike. Words before and after the
 * trigger, by language; a table, so that a language is a line. Folded; `word*` for every word that begins so.
 * Naming every reader's grammar is out of reach: the nearest telling word in the clause decides.
 */
import { fold } from '../../text/tokenise.ts';
import type { EventStatus } from './event-mention.ts';

interface StatusWords {
  /** Before the trigger. */
  readonly planned: string;
  readonly denied: string;
  readonly possible: string;
  /** Behind the trigger, within a few words: "the match was cancelled", "the visit, planned for May". */
  readonly deniedAfter: string;
  readonly plannedAfter: string;
}

const WORDS: Readonly<Record<string, StatusWords>> = {
  en: {
    planned:
      'will shall plan* upcoming forthcoming scheduled due expected intend* ahead before next preparing prepare* vow* promise* wants hopes aims ll proposed candidate candidates',
    denied:
      'no not never without denied deny denies avoid* avert* prevent* cancel* postpone* cancelled called reject* didn doesn wasn weren isn hasn couldn fail* abandon*',
    possible:
      'if would could may might fear* threat* threaten* risk possible possibly potential whether call* demand* urge* unless should suspected alleged warn* rumour* rumor*',
    deniedAfter: 'cancelled canceled postponed averted avoided abandoned prevented scrapped denied foiled',
    plannedAfter: 'planned scheduled due expected will',
  },
  de: {
    planned: 'wird werden soll sollen geplant* kommende* bevorstehend* nachste* will wollen',
    denied: 'kein* nicht nie ohne verhinder* dementier*',
    possible: 'wenn falls konnte konnten wurde* droht* moglich* gefahr befurcht* forder* warn*',
    deniedAfter: 'abgesagt verschoben verhindert abgewendet',
    plannedAfter: 'geplant vorgesehen soll wird',
  },
  fr: {
    planned: 'sera seront prevu* prochain* doit doivent va vont futur*',
    denied: 'pas jamais sans aucun* evite* annule* dement*',
    possible: 'si pourrait pourraient risque* menace* craint craignent eventuel* possible* appel* demande*',
    deniedAfter: 'annule* reporte* evite*',
    plannedAfter: 'prevu* sera aura',
  },
  es: {
    planned: 'sera seran previst* proxim* planea* futur* va van celebrara',
    denied: 'no nunca sin ningun* evita* cancel* nieg* desmint*',
    possible: 'si podria podrian riesgo* amenaz* tem* posible* exig* pid*',
    deniedAfter: 'cancelad* aplazad* suspendid* evitad*',
    plannedAfter: 'previst* programad* sera',
  },
  it: {
    planned: 'sara saranno previst* prossim* futur*',
    denied: 'non mai senza nessun* evita* annulla* smenti*',
    possible: 'se potrebbe potrebbero rischi* minacci* tem* possibil* chied*',
    deniedAfter: 'annullat* rinviat* evitat*',
    plannedAfter: 'previst* programmat* sara',
  },
  nl: {
    planned: 'zal zullen gepland* komende volgende aanstaande',
    denied: 'geen niet nooit zonder voorkom* ontken*',
    possible: 'als zou zouden kan dreig* mogelijk* vrees* gevaar eis*',
    deniedAfter: 'afgelast geannuleerd uitgesteld voorkomen',
    plannedAfter: 'gepland zal',
  },
  ru: {
    planned: 'будет будут состоится планиру* запланирован* предстоящ* следующ* намерен*',
    denied: 'не нет без никогда отмен* отрица* опроверг* предотвра*',
    possible: 'если может могут мог угроз* угрожа* риск* возможн* опаса* требу* призва* бы',
    deniedAfter: 'отменен* перенесен* предотвращ*',
    plannedAfter: 'запланирован* состоится пройдет будет',
  },
  ar: {
    planned: 'سوف سيتم المقرر المقبل المقبله القادم القادمه المرتقب المرتقبه يعتزم تعتزم',
    denied: 'لم لا لن ليس دون بدون نفي نفت الغاء الغي الغت',
    possible: 'اذا قد ربما احتمال تهديد خطر مخاوف محتمل يدعو تدعو',
    deniedAfter: 'الغي الغيت تاجل',
    plannedAfter: 'المقرر المقبل القادم المقبله القادمه',
  },
  he: {
    planned: 'יתקיים תתקיים צפוי צפויה מתוכנן מתוכננת הבא הבאה לקראת',
    denied: 'לא אינ בלי ללא מעולמ ביטל* בוטל* הכחיש*',
    possible: 'אמ עלול* עשוי* אפשרי* חשש* איומ* ייתכנ',
    deniedAfter: 'בוטל* נדח*',
    plannedAfter: 'צפוי* מתוכנ* הקרוב הקרובה',
  },
};

class WordSet {
  readonly #whole = new Set<string>();
  readonly #beginnings: readonly string[];

  constructor(words: string) {
    const entries = words.split(' ').filter(Boolean);
    for (const entry of entries) if (!entry.endsWith('*')) this.#whole.add(fold(entry));
    this.#beginnings = entries.filter((entry) => entry.endsWith('*')).map(fold);
  }

  has(word: string): boolean {
    return this.#whole.has(word) || this.#beginnings.some((beginning) => word.startsWith(beginning));
  }
}

type StatusBook = Readonly<Record<keyof StatusWords, WordSet>>;

const books = new Map<string, StatusBook>();

function statusBook(language: string): StatusBook | null {
  const table = WORDS[language];
  if (!table) return null;
  const known = books.get(language);
  if (known) return known;
  const book: StatusBook = {
    planned: new WordSet(table.planned),
    denied: new WordSet(table.denied),
    possible: new WordSet(table.possible),
    deniedAfter: new WordSet(table.deniedAfter),
    plannedAfter: new WordSet(table.plannedAfter),
  };
  books.set(language, book);
  return book;
}

/** Clause words before and behind the trigger, nearest first, folded. */
export function statusOf(
  language: string,
  before: readonly string[],
  behind: readonly string[],
): EventStatus {
  const book = statusBook(language);
  if (book === null) return 'happened';
  for (const word of behind) {
    if (book.deniedAfter.has(word)) return 'denied';
    if (book.plannedAfter.has(word)) return 'planned';
  }
  for (const word of before) {
    if (book.denied.has(word)) return 'denied';
    if (book.planned.has(word)) return 'planned';
    if (book.possible.has(word)) return 'possible';
  }
  return 'happened';
}
