/** One quiet line that confirms what was done; read out politely, gone after a few seconds. */
import { useEffect, useState } from 'preact/hooks';
import { usePanel } from '../panel.ts';
import { useStore } from '../store.ts';

/** Long enough to read two short sentences. */
const SHOWN_MS = 5000;

export function Toast() {
  const { notice } = usePanel();
  const said = useStore(notice);
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    setShown(said?.text ?? null);
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class="toast" role="status" aria-live="polite" data-testid="toast" data-shown={shown !== null}>
      {shown}
    </div>
  );
}
