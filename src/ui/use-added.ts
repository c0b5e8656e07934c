/** What was saved a moment ago is not there before it is indexed: it is asked for again then, instead of told to be gone. */
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from './panel.ts';

/** Between two looks at whether what is being added is there. */
const POLL_MS = 500;

/** Whether articles are on their way into the archive while `isMissing`; `again` is called once they are there. */
export function useAdded(isMissing: boolean, again: () => void): boolean {
  const { port } = usePanel();
  const [isAdding, setAdding] = useState(false);
  useEffect(() => {
    if (!isMissing) return;
    let poll: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (wasAdding: boolean) => {
      const adds = await port.isAdding();
      if (isOver) return;
      setAdding(adds);
      // The background is told at the same time: one pause later it surely answers from the new state.
      if (adds) poll = setTimeout(() => void look(true), POLL_MS);
      else if (wasAdding) poll = setTimeout(again, POLL_MS);
    };
    void look(false);
    return () => {
      isOver = true;
      clearTimeout(poll);
    };
  }, [isMissing]);
  return isAdding;
}
