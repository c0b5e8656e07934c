import { createPanelPort } from '../../src/platform/browser/panel-port.ts';
import { mount } from '../../src/ui/mount.tsx';
import { Welcome } from '../../src/ui/views/Welcome.tsx';

mount(
  Welcome,
  'welcomeTitle',
  document.querySelector<HTMLElement>('#view') ?? document.body,
  createPanelPort(),
);
