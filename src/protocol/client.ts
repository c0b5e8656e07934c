/** The asking side of the contract: one typed function per verb over any transport. */

import { fail, type Result } from '../text/result.ts';
import type { Argument, Value } from './calls.ts';

/** What travels. `to` keeps the audiences apart on browsers where one broadcast reaches every page of ours. */
export interface CallMessage {
  readonly to: 'background' | 'tab';
  readonly verb: string;
  readonly argument: unknown;
}

export type Send = (message: CallMessage) => Promise<unknown>;

export type Client<Calls> = {
  readonly [Verb in keyof Calls]: (argument: Argument<Calls, Verb>) => Promise<Result<Value<Calls, Verb>>>;
};

/** Every call resolves; a transport that rejects or answers nothing becomes a `failed` result. */
export function createClient<Calls>(to: CallMessage['to'], send: Send): Client<Calls> {
  return new Proxy({} as Client<Calls>, {
    get: (_target, verb) => async (argument: unknown) => {
      try {
        const answer = await send({ to, verb: String(verb), argument });
        return isResult(answer) ? answer : fail('failed', `no answer to ${String(verb)}`);
      } catch (error) {
        return fail('failed', error instanceof Error ? error.message : String(error));
      }
    },
  });
}

function isResult(answer: unknown): answer is Result<never> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}
