/** The answering side: exhaustive handler maps, guards in front, nothing thrown across the port. */

import { fail, type Result } from '../text/result.ts';
import type { Argument, Value } from './calls.ts';
import type { CallMessage } from './client.ts';

/** A missing or misspelt verb is a compile error. `Context` says who asks (tab, frame), never taken from a field. */
export type Handlers<Calls, Context> = {
  readonly [Verb in keyof Calls]: (
    argument: Argument<Calls, Verb>,
    context: Context,
  ) => Result<Value<Calls, Verb>> | Promise<Result<Value<Calls, Verb>>>;
};

/** Says whether an argument from an untrusted sender has the verb's shape and stays within its limits. */
export type Guards<Calls> = {
  readonly [Verb in keyof Calls]: (argument: unknown) => argument is Argument<Calls, Verb>;
};

/** Answers one message. `guards: null` is for senders that are our own pages. */
export async function answerCall<Calls, Context>(
  message: CallMessage,
  context: Context,
  handlers: Handlers<Calls, Context>,
  guards: Guards<Calls> | null,
): Promise<Result<unknown>> {
  const verb = message.verb as keyof Calls & string;
  if (!Object.hasOwn(handlers, verb)) return fail('not-allowed', `no such call: ${verb}`);
  if (guards && !guards[verb](message.argument)) return fail('bad-request', `${verb}: malformed argument`);
  try {
    return await handlers[verb](message.argument as Argument<Calls, typeof verb>, context);
  } catch (error) {
    return fail('failed', error instanceof Error ? error.message : String(error));
  }
}

/** Whether anything at all that arrived is a call to us; messages that are not are left alone. */
export function isCallMessage(message: unknown, to: CallMessage['to']): message is CallMessage {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as { to?: unknown }).to === to &&
    typeof (message as { verb?: unknown }).verb === 'string'
  );
}
