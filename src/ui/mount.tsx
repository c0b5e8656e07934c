/** Draws one view into its page: words and direction first, so that nothing flashes in the wrong language. */
import { type ComponentType, render } from 'preact';
import { markControls } from './mark-controls.ts';
import { createPanel, PanelContext } from './panel.ts';
import type { MessageKey, PanelPort } from './panel-port.ts';
import { Toast } from './parts/Toast.tsx';

export function mount(View: ComponentType, title: MessageKey, root: HTMLElement, port: PanelPort): void {
  const gone = new AbortController();
  addEventListener('pagehide', () => gone.abort(), { once: true });
  const panel = createPanel(port, gone.signal);
  markControls(panel.t);
  document.documentElement.lang = panel.language;
  document.documentElement.dir = panel.direction;
  document.title = panel.t(title);
  render(
    <PanelContext.Provider value={panel}>
      <View />
      <Toast />
    </PanelContext.Provider>,
    root,
  );
}
