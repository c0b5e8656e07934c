/**
 * What stands directly before and after a name decides whether the name is part of a longer one that the archive does
 * not know: "Jerusalem Post" is not Jerusalem, "Sharon Stone" not Sharon, "Jack London" not London. Word lists are
 * folded and short on purpose: each entry trades a little recall for never linking the wrong thing.
 */

import { monthNamed } from '../text/month-names.ts';
import { once } from '../text/once.ts';
import { fold } from '../text/tokenise.ts';

const set = (list: string) => new Set(list.trim().split(/\s+/));

/** A capitalised one of these after a name makes it the name of something else. */
const CONTINUATIONS = set(`
  academy accord accords agreement airlines airport airways arena avenue award awards bank basin bay beach boulevard
  bridge brigade brigades broadcasting bulletin bureau canal castle cathedral championship chronicle church city club
  college company conference convention corporation council county courier cup daily declaration dispatch district
  examiner exchange express falls fc festival forest forum foundation fund gazette group heights herald hospital hotel
  house independent inquirer institute international island islands journal library mail marathon mercury museum
  mountains mirror monitor observer open opera orchestra palace park partners peninsula philharmonic plaza post press
  prize protocol province radio railway record register reporter republican resolution review river road school sea
  sentinel square stadium standard star state street studios sun symphony telegraph television temple theatre theater
  times tower treaty tribune trust tv united university valley village voice wanderers weekly zoo`);

/** Continuations that are still the same thing: an event or area the place's own name covers. */
const SAME_PLACE = set('city state province district governorate region');

/** A capitalised one of these before a surname is an office or an address, not a given name. */
const TITLES = set(`
  admiral ambassador archbishop ayatollah baroness bishop brigadier captain cardinal chairman chancellor chief colonel
  commander commissioner comrade congressman congresswoman director doctor dr emir envoy father general governor hajj
  haj hakham he his imam judge justice king lady leader lieutenant lord madam major marshal mayor minister miss mr mrs ms
  mufti mullah official officer pastor premier president prime prince princess prof professor prosecutor queen rabbi
  rep representative reverend saint sayed sayyed sayyid secretary senator sergeant shaikh sheikh sheik sir speaker
  spokesman spokesperson spokeswoman sultan superintendent the`);

/** Words that open a sentence with a capital but are no names. */
const SENTENCE_OPENERS = set(`
  a about according additionally after again all also although among an and another answering any are as asked at
  because before both but by can did does during earlier either even every finally first following for from further
  given had has have he her here hers his how however if in indeed instead into is it its last later like many may
  meanwhile moreover most mr must my nevertheless no nor not now of on once one only or our over perhaps quoting
  regarding said saying says she should since so some still such than that the their then there therefore these they
  this those though through thus to today tomorrow tonight two under unlike until upon was we were what when where
  whereas whether which while who why will with without yes yesterday yet you monday tuesday wednesday thursday friday
  saturday sunday january february march april june july august september october november december`);

/** Frequent given names: a capitalised one of these before a place's name makes it a person's surname. */
const GIVEN_NAMES = set(`
  alan albert alex alexander alice amy andrew angela ann anna anne anthony arthur barbara ben benjamin betty bill bob
  brian bruce carl carol catherine charles charlotte chris christian christopher claire daniel david deborah denis dennis
  denzel diana dinah donald dorothy edward elizabeth emily emma eric eva frank fred gary george gerald grace graham grover
  harold harry heather helen henry hugh ian irving jack jacob james jane janet jason jean jeff jennifer jeremy jessica
  jim joan joe john jonathan joseph joshua julia julie justin karen kate keith kelly ken kenneth kevin kim larry laura
  lawrence linda lisa louis lucy luke margaret maria mark martha martin mary matthew melissa michael michelle mike nancy
  natalie neil nicholas nick oliver olivia pamela patricia patrick paul peter philip rachel ralph raymond rebecca richard
  robert roger ron ronald rose roy ruth ryan sam samuel sandra sara sarah scott sean sharon simon stephanie stephen steve
  steven susan terry theresa thomas tim timothy tina tom tony vanessa victoria vincent virginia walter wayne wendy
  william`);

export interface Neighbours {
  /** The word directly before, separated by nothing but blanks; '' at a border of any other kind. */
  readonly before: string;
  readonly after: string;
  /** Whether the name opens its sentence or block. */
  readonly opensSentence: boolean;
}

const wordBefore = once(() => /([\p{L}\p{M}\p{N}.'’]+)[ \u00a0]+$/u);
const wordAfter = once(() => /^[ \u00a0]+([\p{L}\p{M}\p{N}'’]+)/u);
const SENTENCE_BORDER = /(?:^|[.!?؟。:;…”“"»«—–\n([])\s*$/u;
const REACH = 48;

export function readNeighbours(text: string, start: number, end: number): Neighbours {
  const head = text.slice(Math.max(0, start - REACH), start);
  const before = wordBefore().exec(head)?.[1] ?? '';
  return {
    before: before.endsWith('.') && !isTitle(before) ? '' : before,
    after: wordAfter().exec(text.slice(end, end + REACH))?.[1] ?? '',
    opensSentence: SENTENCE_BORDER.test(head),
  };
}

export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function isTitle(word: string): boolean {
  return TITLES.has(fold(word));
}

/** "Jerusalem Post", "Rabin Square": the name goes on into a longer one. */
export function goesOn({ after }: Neighbours): boolean {
  const next = fold(after);
  return isCapitalised(after) && CONTINUATIONS.has(next) && !SAME_PLACE.has(next);
}

/** "Naim Qassem" when only Hazem Qassem is known; "Sharon Stone": the surname belongs to another full name. */
export function isPartOfOtherName({ before, after }: Neighbours): boolean {
  const previous = fold(before);
  if (isCapitalised(before) && !TITLES.has(previous) && !SENTENCE_OPENERS.has(previous)) return true;
  return isCapitalised(after) && !SENTENCE_OPENERS.has(fold(after));
}

/** "Jack London". */
export function followsGivenName({ before }: Neighbours): boolean {
  return isCapitalised(before) && GIVEN_NAMES.has(fold(before));
}

/** Words before a month; "said by May" is lost with "by May", for precision. */
const BEFORE_MONTHS = set(
  'in since until till by from to of through early mid late last next this every each',
);

/** "in May", "12 May", "May 2021": the month, not somebody of that name. */
export function isMonthHere(exact: string, { before, after }: Neighbours): boolean {
  if (monthNamed(exact) === null) return false;
  return BEFORE_MONTHS.has(fold(before)) || /^\d/.test(before) || /^\d/.test(after);
}

/** Share of long words that a headline must capitalise to count as set in title case. */
const TITLE_CASE_SHARE = 0.7;

/** How a block is written: in title case or capitals, capital letters say nothing about names. */
export function readCasing(text: string): 'sentence' | 'title' | 'capitals' | 'none' {
  const long = text.slice(0, 400).match(/\p{L}[\p{L}\p{M}'’-]{3,}/gu) ?? [];
  if (!/\p{Lu}/u.test(text)) return 'none';
  if (long.length >= 2 && long.every((word) => word === word.toUpperCase())) return 'capitals';
  const capitalised = long.filter(isCapitalised).length;
  return long.length >= 4 && capitalised / long.length >= TITLE_CASE_SHARE ? 'title' : 'sentence';
}
