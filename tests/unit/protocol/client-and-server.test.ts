import { describe, expect, it } from 'vitest';
import { type CallMessage, createClient, type Send } from '../../../src/protocol/client.ts';
import { answerCall, type Guards, type Handlers, isCallMessage } from '../../../src/protocol/server.ts';
import { fail, succeed } from '../../../src/text/result.ts';

type Calls = {
  double(number: { readonly value: number }): number;
  whoAmI(nothing: Record<string, never>): string;
  explode(nothing: Record<string, never>): null;
  sulk(nothing: Record<string, never>): null;
};
interface Context {
  readonly sender: string;
}

const handlers: Handlers<Calls, Context> = {
  double: ({ value }) => succeed(value * 2),
  whoAmI: async (_nothing, { sender }) => succeed(sender),
  explode: () => {
    throw new Error('The boiler burst.');
  },
  sulk: async () => {
    throw 'no error object';
  },
};
const guards: Guards<Calls> = {
  double: (argument): argument is { value: number } =>
    typeof (argument as { value?: unknown } | null)?.value === 'number',
  whoAmI: (argument): argument is Record<string, never> => argument !== null,
  explode: (argument): argument is Record<string, never> => argument !== null,
  sulk: (argument): argument is Record<string, never> => argument !== null,
};

/** Everything that is said crosses as JSON, as between processes. */
function connect(checked: Guards<Calls> | null = guards) {
  const send: Send = async (message) => {
    const arrived = JSON.parse(JSON.stringify(message)) as CallMessage;
    return JSON.parse(JSON.stringify(await answerCall(arrived, { sender: 'tab 7' }, handlers, checked)));
  };
  return createClient<Calls>('background', send);
}

const ask = (verb: string, argument: unknown = {}) =>
  answerCall({ to: 'background', verb, argument }, { sender: 'tab 7' }, handlers, guards);

describe('a call', () => {
  it('is answered with its value', async () => {
    expect(await connect().double({ value: 21 })).toEqual({ ok: true, value: 42 });
  });

  it('knows who asks from its context, not from a field', async () => {
    const forged = { sender: 'the background itself' } as unknown as Record<string, never>;
    expect(await connect().whoAmI(forged)).toEqual({ ok: true, value: 'tab 7' });
  });

  it('that throws becomes a failure with its message', async () => {
    expect(await connect().explode({})).toEqual(fail('failed', 'The boiler burst.'));
    expect(await connect().sulk({})).toEqual(fail('failed', 'no error object'));
  });

  it('with a malformed argument is refused before it is heard', async () => {
    expect(await ask('double', { value: '21' })).toEqual(fail('bad-request', 'double: malformed argument'));
    expect(await ask('double', null)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  it('from our own pages needs no guard', async () => {
    expect(await connect(null).double({ value: 2 })).toEqual({ ok: true, value: 4 });
  });

  it.each([
    '',
    'Double',
    'triple',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
  ])('to the unknown verb “%s” is refused', async (verb) => {
    expect(await ask(verb)).toEqual(fail('not-allowed', `no such call: ${verb}`));
  });

  it('resolves even when the transport breaks or answers nonsense', async () => {
    const through = (send: Send) => createClient<Calls>('tab', send).double({ value: 1 });
    expect(await through(async () => Promise.reject(new Error('Port closed.')))).toEqual(
      fail('failed', 'Port closed.'),
    );
    for (const nonsense of [undefined, null, 42, 'ok', {}, { ok: 'yes' }, []])
      expect(await through(async () => nonsense)).toEqual(fail('failed', 'no answer to double'));
  });

  it('says whom it is for', async () => {
    const heard: CallMessage[] = [];
    await createClient<Calls>('tab', async (message) => void heard.push(message)).double({ value: 1 });
    expect(heard).toEqual([{ to: 'tab', verb: 'double', argument: { value: 1 } }]);
  });
});

describe('a message', () => {
  it('is a call only when it is addressed to us and names a verb', () => {
    expect(isCallMessage({ to: 'tab', verb: 'x' }, 'tab')).toBe(true);
    for (const other of [
      null,
      undefined,
      'tab',
      4,
      [],
      {},
      { to: 'tab' },
      { to: 'background', verb: 'x' },
      { to: 'tab', verb: 4 },
    ])
      expect(isCallMessage(other, 'tab')).toBe(false);
  });
});
