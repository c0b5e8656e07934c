import { afterEach, describe, expect, it } from 'vitest';
import { provideBrowser } from './provide-browser.ts';

type Fate = 'answered' | 'nothing' | string;

/** What becomes of each message in turn; any other word than those two is what it is rejected with. */
async function sending(verb: string, ...fates: Fate[]) {
  const heard: unknown[] = [];
  const sendMessage = async (message: unknown) => {
    heard.push(message);
    const fate = fates[heard.length - 1] ?? 'answered';
    if (fate !== 'answered' && fate !== 'nothing') throw new Error(fate);
    return fate === 'nothing' ? undefined : { ok: true, value: heard.length };
  };
  provideBrowser({ runtime: { id: 'own', sendMessage } });
  const { sendToBackground } = await import('../../../../src/platform/browser/send.ts');
  const answer = await sendToBackground({ to: 'background', verb, argument: {} }).catch(String);
  return { answer, heard: heard.length };
}

const UNHEARD = 'Could not establish connection. Receiving end does not exist.';
const UNANSWERED =
  'A listener indicated an asynchronous response by returning true, but the message channel closed before a response was received';
const AGAIN = { answer: { ok: true, value: 2 }, heard: 2 };

describe('a message to the background', () => {
  afterEach(() => provideBrowser({}));

  it('is sent once where it is answered', async () => {
    expect(await sending('search')).toEqual({ answer: { ok: true, value: 1 }, heard: 1 });
  });

  it.each([UNHEARD, UNANSWERED, 'nothing'])('is sent again where the background ended: %s', async (fate) => {
    expect(await sending('search', fate)).toEqual(AGAIN);
  });

  it('opens no page twice, but one that nobody heard of', async () => {
    expect(await sending('openPage', UNHEARD)).toEqual(AGAIN);
    expect(await sending('openPage', UNANSWERED)).toEqual({ answer: `Error: ${UNANSWERED}`, heard: 1 });
    expect(await sending('openPage', 'nothing')).toEqual({ answer: undefined, heard: 1 });
  });

  it('fails for any other reason at once, and when it was lost twice', async () => {
    expect(await sending('search', 'Extension context invalidated.')).toEqual({
      ...{ answer: 'Error: Extension context invalidated.', heard: 1 },
    });
    expect(await sending('search', UNANSWERED, UNANSWERED)).toEqual({
      ...{ answer: `Error: ${UNANSWERED}`, heard: 2 },
    });
  });
});
