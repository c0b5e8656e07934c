/** What every command of the command line is made of: its options, the shape of its lines, and how it runs. */
import { UsageError } from '../usage-error.ts';

export interface Call {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly paths: readonly string[];
}

/** One command of the command line. */
export interface Command {
  readonly options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** Options that must be given; all of them texts. */
  readonly required: readonly string[];
  readonly takesPaths: boolean;
  /** JSON Schema (2020-12) of one output line. */
  readonly schema: object;
  /** Exit code: 0, or 1 when a line or file could not be used. */
  run(call: Call): Promise<number>;
}

/** A text option that {@link Command.required} has made sure of. */
export function textOption({ options }: Call, name: string): string {
  return String(options[name]);
}

const MOST_RESULTS = 1_000;

/** --limit, 10 when not given; 1 to 1,000. */
export function limitOption({ options }: Call): number {
  if (options.limit === undefined) return 10;
  const limit = Number(options.limit);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_RESULTS) return limit;
  throw new UsageError(`--limit takes a whole number from 1 to ${MOST_RESULTS}.`);
}

const schemaOf = (type: string) => ({ type });
export const TEXT = schemaOf('string');
export const NUMBER = schemaOf('number');
export const INTEGER = schemaOf('integer');
export const TEXT_OR_NULL = { type: ['string', 'null'] };

/** Schema of an object with exactly these fields, all of them present. */
export function lineSchema(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', required: Object.keys(properties), additionalProperties: false, properties };
}

/** Schema of a whole answer line: the question's id and a list. */
export function answerSchema(list: string, item: object): object {
  const schema = lineSchema({ id: { type: ['string', 'number'] }, [list]: { type: 'array', items: item } });
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema };
}
