/** The last act, and the way back; it stays until the next act, because a decision needs no haste. */
import { usePanel } from '../panel.ts';
import { useStore } from '../store.ts';

export function UndoLine() {
  const { t, undoable } = usePanel();
  const last = useStore(undoable);
  const undo = async () => {
    await last?.undo();
    undoable.set(null);
  };
  return (
    <div class="undo-line" role="status" data-testid="undo-line" data-shown={last !== null}>
      {last && (
        <>
          <span>{last.text}</span>
          <button type="button" class="button" onClick={() => void undo()}>
            {t('undo')}
          </button>
          <button type="button" class="link-button" onClick={() => undoable.set(null)}>
            {t('close')}
          </button>
        </>
      )}
    </div>
  );
}
