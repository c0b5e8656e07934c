import { createPanelPort } from '../../src/platform/browser/panel-port.ts';
import { mount } from '../../src/ui/mount.tsx';
import { SidePanel } from '../../src/ui/views/SidePanel.tsx';

mount(
  SidePanel,
  'panelTitle',
  document.querySelector<HTMLElement>('#view') ?? document.body,
  createPanelPort(),
);
