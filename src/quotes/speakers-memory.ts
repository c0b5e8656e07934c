/**
 * Whom "she", "the minister" or "the statement" means, read in the order of the text.
 *
 * Naively it is the last name, which may be the person addressed. Here subjects of sentences and speakers are remembered,
 * nearest first; gender, number and what the text calls a person rule candidates out; two equal candidates lower the
 * confidence, none gives null: "not stated" rather than a guess. O(1) a question: the memory is {@link DEPTH} deep.
 */
import type { Gender } from './cues/given-names.ts';
import { foldName, type Speaker, type Speakers, shadowOf } from './speakers.ts';
import type { NameRun } from './speakers-names.ts';
import type { Reading, Subject } from './speech-phrases.ts';
import type { Token } from './speech-stream.ts';
import { BODY_NOUNS, isDemonym } from './speech-verbs.ts';

export interface Resolved {
  readonly speaker: Speaker | null;
  /** Factor on the cue's confidence. */
  readonly trust: number;
}

interface Remembered {
  readonly speaker: Speaker;
  readonly paragraph: number;
  readonly isSpeaker: boolean;
  /** It has been the subject of a sentence. */
  readonly isSubject: boolean;
}

const DEPTH = 12;
/** A pronoun further than this many paragraphs from its name means somebody else. */
const REACH = 4;
/** … and of one who has only been named, this many. */
const SILENT_REACH = 2;
/** "the company" goes further back than "he": a report is mostly about one. */
const BODY_REACH = 8;
const FIRM_NOUN = /^(?:company|firm|group|corporation|bank|airline|retailer|maker|carrier)$/;
/** What a court or a plaintiff wrote, not the body told of before. */
const OTHERS_PAPER = /^(?:lawsuit|suit|complaint|indictment|ruling|verdict|bill|law)$/;
const NOBODY: Resolved = { speaker: null, trust: 0 };
/** A head that means several. */
const MANY = /(?:[^s]s|men|women|people|children|police|staff|media)$/;
/** Heads that say nothing about who is meant beyond "that person". */
const GENERIC = new Set(
  'official leader chief head man woman veteran politician boss star player figure expert author executive striker midfielder defender winger goalkeeper forward singer actor actress rapper comedian'.split(
    ' ',
  ),
);
/** Offices that texts name in two ways. */
const SAME_OFFICE: Readonly<Record<string, readonly string[]>> = {
  diplomat: ['foreign', 'ambassador', 'envoy'],
  leader: ['head', 'president', 'chief', 'chairman', 'premier', 'secretary', 'leader', 'minister'],
  chief: ['head', 'president', 'leader', 'secretary', 'director', 'executive', 'chairman', 'commissioner'],
  head: ['chief', 'director', 'leader'],
  boss: ['manager', 'coach', 'chief', 'executive', 'head', 'director'],
  manager: ['boss', 'coach', 'manager'],
  coach: ['manager', 'boss', 'trainer'],
  official: [
    'head',
    'spokesman',
    'spokesperson',
    'spokeswoman',
    'secretary',
    'minister',
    'leader',
    'chief',
    'director',
    'deputy',
  ],
  spokesman: ['spokesperson', 'spokesman'],
  spokeswoman: ['spokesperson', 'spokeswoman'],
  spokesperson: ['spokesman', 'spokeswoman', 'spokesperson'],
  chairman: ['chair', 'chairman'],
  premier: ['minister', 'prime', 'premier'],
  pm: ['minister', 'prime', 'premier'],
  player: ['striker', 'midfielder', 'defender', 'winger', 'goalkeeper', 'captain'],
  lawyer: ['attorney', 'solicitor', 'barrister'],
};

const UNNAMED: NameRun = {
  from: 0,
  core: 0,
  to: 0,
  kind: 'person',
  gender: null,
  titles: [],
  isHeadline: false,
};

/** Whether the text prints a name for this speaker. */
export const isNamed = (speaker: Speaker): boolean => speaker.fullest !== UNNAMED;

export class SpeakersMemory {
  private readonly last: Remembered[] = [];
  private readonly reading: Reading;
  private readonly speakers: Speakers;

  constructor(reading: Reading, speakers: Speakers) {
    this.reading = reading;
    this.speakers = speakers;
  }

  /** Somebody the text does not name: "a fan". Whom "he" means then is not stated either. */
  rememberUnnamed(subject: Subject, paragraph: number): void {
    const { tokens, lexicon } = this.reading.stream;
    const words = tokens.slice(subject.from, subject.to).map(({ lower }) => lower);
    const head = words.findLast((word) => lexicon.roles.has(word)) ?? '';
    const isBody = subject.kind === 'document' || MANY.test(head) || BODY_NOUNS.has(words.at(-1) ?? '');
    const kind = isBody ? 'body' : 'person';
    this.remember(
      {
        words: [],
        fullest: UNNAMED,
        kind,
        gender: genderOfRole(head),
        roles: new Set(words),
        places: new Set(),
        runs: [],
      },
      paragraph,
      true,
    );
  }

  /** Somebody named, though not as a subject: the last to be meant by "he". */
  mention(speaker: Speaker, paragraph: number): void {
    if (this.last.some((item) => item.speaker === speaker)) return;
    if (this.last.length >= DEPTH) this.last.pop();
    this.last.push({ speaker, paragraph, isSpeaker: false, isSubject: false });
  }

  remember(speaker: Speaker, paragraph: number, isSpeaker: boolean): void {
    const known = this.last.findIndex((item) => item.speaker === speaker);
    const hasSpoken = known >= 0 && this.last[known]!.isSpeaker;
    if (known >= 0) this.last.splice(known, 1);
    this.last.unshift({ speaker, paragraph, isSpeaker: isSpeaker || hasSpoken, isSubject: true });
    if (this.last.length > DEPTH) this.last.pop();
  }

  resolve(subject: Subject, paragraph: number): Resolved {
    switch (subject.kind) {
      case 'name':
        return { speaker: this.speakerOf(subject), trust: subject.isSure ? 1 : 0.93 };
      case 'pronoun':
        return this.pronoun(this.reading.stream.tokens[subject.from]!.lower, paragraph);
      case 'role':
        return this.role(subject.from, subject.to, subject.isDefinite, paragraph);
      case 'document':
        return this.document(subject.from, paragraph);
    }
  }

  private speakerOf(subject: Subject & { kind: 'name' }): Speaker {
    const { runs } = this.reading.names;
    const index = this.reading.names.runOf[subject.run.from]!;
    const known = index >= 0 && runs[index] === subject.run ? this.speakers.ofRun[index] : undefined;
    if (known) return known;
    const { run } = subject;
    return {
      words: [],
      fullest: run,
      kind: 'person',
      gender: null,
      roles: new Set(),
      places: new Set(),
      runs: [run],
    };
  }

  private pronoun(word: string, paragraph: number): Resolved {
    const { lexicon } = this.reading.stream;
    if (lexicon.he.has(word)) return this.nearestPerson('he', paragraph);
    if (lexicon.she.has(word)) return this.nearestPerson('she', paragraph);
    const body = this.last.find((item) => item.isSpeaker && this.isNear(item, paragraph, 1));
    if (lexicon.it.has(word)) {
      const nearby = this.last.find(
        (item) => item.speaker.kind === 'body' && this.isNear(item, paragraph, 1),
      );
      return nearby && (body === undefined || body === nearby || body.speaker.kind === 'person')
        ? { speaker: nearby.speaker, trust: 0.9 }
        : body?.speaker.kind === 'unknown'
          ? { speaker: body.speaker, trust: 0.85 }
          : NOBODY;
    }
    return body?.speaker.kind === 'body' ? { speaker: body.speaker, trust: 0.85 } : NOBODY;
  }

  private nearestPerson(gender: Gender, paragraph: number): Resolved {
    let found: Remembered | null = null;
    let rivals = 0;
    for (const item of this.last) {
      const { kind, gender: own } = item.speaker;
      const reach = item.isSpeaker ? REACH : SILENT_REACH;
      if (!this.isNear(item, paragraph, reach) || kind === 'body' || (own !== null && own !== gender))
        continue;
      // A single word that has done nothing but stand there may be a place.
      if (kind === 'unknown' && !item.isSpeaker && !this.looksLikePerson(item.speaker)) {
        if (found === null && item.isSubject && item.paragraph === paragraph) return NOBODY;
        continue;
      }
      if (found === null) found = item;
      else if (item.paragraph >= found.paragraph - 1) rivals++;
    }
    if (found === null) return NOBODY;
    // From here on this person is a "he" or a "she".
    if (rivals === 0 && found.speaker.gender === null && found.speaker.kind === 'person')
      found.speaker.gender = gender;
    const isKnown = found.speaker.kind === 'person' || found.isSpeaker;
    return { speaker: found.speaker, trust: (rivals === 0 ? 0.98 : 0.94) * (isKnown ? 1 : 0.93) };
  }

  /** Two words, the first of them no acronym: "Zhang Hemin", not "PC Pro". */
  private looksLikePerson({ words, fullest }: Speaker): boolean {
    return (
      words.length === 2 &&
      !isDemonym(words[0]!) &&
      !/^\p{Lu}{2,}$/u.test(this.reading.stream.tokens[fullest.core]!.text)
    );
  }

  /** "the top Iranian diplomat": the nearest person whom the text gives that office and who fits every name in it. */
  private role(from: number, to: number, isDefinite: boolean, paragraph: number): Resolved {
    const { tokens, lexicon } = this.reading.stream;
    if (!isDefinite) return NOBODY;
    const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word');
    const heads = words.filter(({ lower }) => lexicon.roles.has(lower)).map(({ lower }) => lower);
    const last = heads.at(-1) ?? words.at(-1)?.lower ?? '';
    const head = words.some(({ lower }) => lower === 'shadow') ? shadowOf(last) : last;
    if (MANY.test(head)) return NOBODY;
    if (BODY_NOUNS.has(words.at(-1)?.lower ?? '')) return this.body(words, paragraph);
    // "the Italian": whoever it is.
    const isPeople = isDemonym(head);
    const places = isPeople
      ? []
      : words.filter(({ isCapital }, at) => isCapital && at > 0).map(({ lower }) => lower);
    const offices = new Set([head, ...(SAME_OFFICE[head] ?? [])]);
    const gender = genderOfRole(head);
    // "the 47-year-old director": whoever it is, an age only reminds of somebody told of.
    const hasAge = words.some(({ lower }) => /^\d+-year-old$/.test(lower));
    let fallback: Remembered | null = null;
    let seenSpeaker = false;
    let seenPerson = false;
    for (const item of this.last) {
      const { speaker } = item;
      if (
        speaker.kind === 'body' ||
        (gender !== null && speaker.gender !== null && speaker.gender !== gender)
      )
        continue;
      const holds = [...offices].some((office) => speaker.roles.has(office));
      const isLast = item.isSpeaker && this.isNear(item, paragraph, 1) && !seenSpeaker;
      if (item.isSpeaker) seenSpeaker = true;
      const isOpen = places.every((place) => fitsPlace(speaker, place)) || speaker.places.size === 0;
      if (holds && isOpen && (isLast || speaker.places.size > 0 || places.length === 0))
        return { speaker, trust: item.paragraph >= paragraph - 6 ? 0.97 : 0.93 };
      const isLoose = hasAge || isPeople || GENERIC.has(head) || heldOffices(speaker, lexicon.roles) === 0;
      const mayHold = speaker.kind === 'person' || places.length === 0 || this.looksLikePerson(speaker);
      const isPerson = speaker.kind === 'person' && item.isSubject;
      const isTold = item.isSpeaker || ((hasAge || isPeople) && isPerson);
      if (isLoose && mayHold && isTold && !seenPerson && this.isNear(item, paragraph, 2)) fallback ??= item;
      if (speaker.kind === 'person' || item.isSubject) seenPerson = true;
    }
    return (
      (isPeople ? null : this.elsewhere(offices, places, head)) ??
      (fallback ? { speaker: fallback.speaker, trust: 0.88 } : this.onlyPerson(genderOfRole(head), paragraph))
    );
  }

  /** "the company", "the Dallas bank": the body that speaks here, or the one whose name holds the noun. */
  private body(words: readonly Token[], paragraph: number): Resolved {
    const noun = words.at(-1)!.lower;
    const places = words.slice(1).filter(({ isCapital }) => isCapital);
    const bodies = this.last.filter(
      ({ speaker }) => speaker.kind === 'body' && isNamed(speaker) && !this.isOffice(speaker),
    );
    const sameNoun = bodies.filter(({ speaker }) => speaker.words.includes(noun));
    if (sameNoun.length === 1 && places.length === 0) return { speaker: sameNoun[0]!.speaker, trust: 0.97 };
    if (sameNoun.length > 1 || places.length > 0 || words.length > 2) return NOBODY;
    if (!FIRM_NOUN.test(noun)) return NOBODY;
    const first =
      this.last.find(
        ({ isSpeaker, speaker }) => isSpeaker && isNamed(speaker) && speaker.kind !== 'person',
      ) ?? bodies.find(({ isSubject, speaker }) => isSubject && speaker.words.length > 1 && noun !== 'group');
    if (first === undefined) return NOBODY;
    if (paragraph - first.paragraph > BODY_REACH) return NOBODY;
    const rivals = bodies.filter(
      (item) => (first.isSpeaker ? item.isSpeaker : true) && item !== first,
    ).length;
    if (rivals > 0 && !first.isSpeaker) return NOBODY;
    return { speaker: first.speaker, trust: rivals === 0 ? 0.95 : 0.9 };
  }

  /** "Securities and Exchange Commission", "EU": no company. */
  private isOffice({ words }: Speaker): boolean {
    return /^(?:commission|court|department|ministry|congress|senate|house|parliament|us|uk|eu|un)$/.test(
      words.at(-1) ?? '',
    );
  }

  /** The one person that these two paragraphs name: "the Gloucester fly-half". */
  private onlyPerson(gender: Gender | null, paragraph: number): Resolved {
    const near = this.last.filter((item) => this.isNear(item, paragraph, 1) && item.speaker.kind !== 'body');
    const { speaker } = near[0] ?? {};
    if (near.length !== 1 || speaker?.kind !== 'person' || !isNamed(speaker)) return NOBODY;
    return gender !== null && speaker.gender !== null && gender !== speaker.gender
      ? NOBODY
      : { speaker, trust: 0.87 };
  }

  /** The one person of the whole text with that office, when it is an office and not just "official". */
  private elsewhere(offices: ReadonlySet<string>, places: readonly string[], head: string): Resolved | null {
    if (GENERIC.has(head) && places.length === 0) return null;
    const holders = this.speakers.all
      .slice(0, 200)
      .filter(
        (speaker) =>
          speaker.kind !== 'body' &&
          [...offices].some((office) => speaker.roles.has(office)) &&
          places.every((place) => fitsPlace(speaker, place)),
      );
    return holders.length === 1 ? { speaker: holders[0]!, trust: 0.93 } : null;
  }

  /** "the statement read": whoever spoke last, when that is a body. */
  private document(at: number, paragraph: number): Resolved {
    const { tokens } = this.reading.stream;
    if (
      !/^(?:the|its|la|le|el|die)$/.test(tokens[at]!.lower) ||
      OTHERS_PAPER.test(tokens[at + 1]?.lower ?? '')
    )
      return NOBODY;
    const item = this.last.find(({ isSpeaker }) => isSpeaker);
    const isBody = item !== undefined && item.speaker.kind !== 'person' && this.isNear(item, paragraph, 1);
    return isBody ? { speaker: item.speaker, trust: 0.9 } : NOBODY;
  }

  private isNear(item: Remembered, paragraph: number, reach: number): boolean {
    return paragraph - item.paragraph <= reach;
  }

  hasSpoken(speaker: Speaker): boolean {
    return this.last.some((item) => item.speaker === speaker && item.isSpeaker);
  }

  /** The nearest speaker, for a quotation without words of its own about who speaks. */
  lastSpeaker(paragraph: number, reach: number): Speaker | null {
    const item = this.last[0];
    return item && this.isNear(item, paragraph, reach) ? item.speaker : null;
  }
}

function genderOfRole(head: string): Gender | null {
  if (/(?:woman|mother|actress|daughter|sister|wife|queen|girl)$/.test(head)) return 'she';
  return /(?:man|father|son|brother|husband|king|boy)$/.test(head) && !/chairman/.test(head) ? 'he' : null;
}

function heldOffices(speaker: Speaker, roles: ReadonlySet<string>): number {
  let count = 0;
  for (const role of speaker.roles) if (roles.has(role)) count++;
  return count;
}

/** "Iranian" fits "Iran's foreign minister"; four letters tell most peoples apart. */
function fitsPlace(speaker: Speaker, place: string): boolean {
  const stem = foldName(place).slice(0, 4);
  for (const role of speaker.roles) if (foldName(role).startsWith(stem)) return true;
  return speaker.words.some((word) => word.startsWith(stem));
}
