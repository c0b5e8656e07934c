/**
 * Kinds of event that news tells of, which of them are told for one another, and how long each lasts. Tables, so that
 * a kind is a line. The naive version compares words; an "assault" in one report is an "attack" in the next.
 */

/** `isOccasion`: worth an entity of its own; a statement or an injury only helps to compare. `days`: how far apart two reports may date the same one. */
interface TypeFacts {
  readonly isOccasion: boolean;
  readonly days: number;
}

const occasion = (days: number): TypeFacts => ({ isOccasion: true, days });
const passing = (days: number): TypeFacts => ({ isOccasion: false, days });

/** One day of grace: reports date by their own time zone, and by the night before or after. */
const TYPES = {
  accident: occasion(1),
  agreement: occasion(2),
  appointment: occasion(2),
  arrest: occasion(1),
  attack: occasion(1),
  award: occasion(1),
  battle: occasion(14),
  birth: occasion(1),
  ceasefire: occasion(4),
  charge: occasion(3),
  closure: occasion(3),
  concert: occasion(3),
  death: occasion(1),
  drought: occasion(90),
  earthquake: occasion(1),
  election: occasion(2),
  eruption: occasion(7),
  escape: occasion(1),
  explosion: occasion(1),
  festival: occasion(7),
  fire: occasion(2),
  flood: occasion(7),
  investigation: occasion(30),
  killing: occasion(1),
  landslide: occasion(1),
  launch: occasion(1),
  match: occasion(1),
  meeting: occasion(2),
  merger: occasion(10),
  opening: occasion(2),
  outage: occasion(3),
  outbreak: occasion(60),
  protest: occasion(2),
  referendum: occasion(1),
  rescue: occasion(2),
  resignation: occasion(2),
  sentence: occasion(2),
  storm: occasion(4),
  strike: occasion(7),
  theft: occasion(1),
  tournament: occasion(14),
  trial: occasion(45),
  verdict: occasion(2),
  visit: occasion(2),
  vote: occasion(1),
  wedding: occasion(1),
  damage: passing(3),
  hospital: passing(3),
  injury: passing(1),
  release: passing(2),
  sale: passing(10),
  search: passing(7),
  statement: passing(1),
  transfer: passing(5),
  win: passing(1),
} as const satisfies Record<string, TypeFacts>;

export type EventType = keyof typeof TYPES;

/** Words by kind; a kind without words in a language is left out. */
export type TriggerLines = Readonly<Partial<Record<EventType, string>>>;

export const EVENT_TYPES = Object.keys(TYPES) as readonly EventType[];

export const isOccasion = (type: EventType): boolean => TYPES[type].isOccasion;

/** How many days apart two reports may date the same event of this kind. */
export const daysOfGrace = (type: EventType): number => TYPES[type].days;

/** Kinds that one report may put for the other: the crash and its explosion, the verdict and the sentence. */
const NEAR: readonly (readonly EventType[])[] = [
  ['attack', 'battle'],
  ['attack', 'explosion'],
  ['attack', 'killing'],
  ['attack', 'injury'],
  ['death', 'killing'],
  ['accident', 'explosion'],
  ['accident', 'damage'],
  ['explosion', 'fire'],
  ['eruption', 'explosion'],
  ['agreement', 'ceasefire'],
  ['agreement', 'merger'],
  ['agreement', 'transfer'],
  ['merger', 'sale'],
  ['appointment', 'vote'],
  ['election', 'vote'],
  ['referendum', 'vote'],
  ['election', 'referendum'],
  ['election', 'win'],
  ['match', 'win'],
  ['award', 'win'],
  ['match', 'tournament'],
  ['tournament', 'win'],
  ['arrest', 'charge'],
  ['trial', 'verdict'],
  ['trial', 'charge'],
  ['verdict', 'sentence'],
  ['storm', 'flood'],
  ['flood', 'landslide'],
  ['storm', 'damage'],
  ['launch', 'opening'],
  ['launch', 'release'],
  ['meeting', 'visit'],
  ['concert', 'festival'],
  ['outage', 'damage'],
  ['investigation', 'search'],
  ['protest', 'strike'],
];

const near = new Set(NEAR.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));

/** Whether one report may call by `a` what the next calls by `b`; false for the same type. */
export const areNear = (a: EventType, b: EventType): boolean => near.has(`${a} ${b}`);
