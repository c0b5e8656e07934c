/**
 * The door of the frame that draws own marks. Any page could embed the frame: without a ticket that the background gave
 * to the script in this very tab it asks nothing, hears nothing and stays blank.
 */
import type { OwnMarks, PanelCalls } from '../../protocol/calls.ts';
import { createClient } from '../../protocol/client.ts';
import type { PlaceNews } from '../../protocol/word-places.ts';
import { sendToBackground } from './send.ts';

const TICKET = /^[0-9a-f]{32}$/;
const calls = createClient<PanelCalls>('background', sendToBackground);

/** null when nobody answers. */
export async function askOwnMarks(): Promise<OwnMarks | null> {
  const answer = await calls.describeOwnMarks({});
  return answer.ok ? answer.value : null;
}

/** `hear` gets what the script in the page tells, once it and this frame have been let in. */
export async function hearPlaces(hear: (news: PlaceNews) => void): Promise<void> {
  const ticket = location.hash.slice(1);
  if (!TICKET.test(ticket)) return;
  const handed = portFor(ticket);
  const redeemed = await calls.redeemOwnMarks({ ticket });
  if (!redeemed.ok) return;
  const port = await handed;
  port.onmessage = ({ data }: MessageEvent<PlaceNews>) => hear(data);
}

/** The first port that comes with the ticket; what is said on it waits until somebody listens. */
function portFor(ticket: string): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = ({ data, ports: [port] }: MessageEvent) => {
      if (!port || data !== ticket) return;
      removeEventListener('message', onMessage);
      resolve(port);
    };
    addEventListener('message', onMessage);
  });
}
