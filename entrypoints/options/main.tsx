import { createPanelPort } from '../../src/platform/browser/panel-port.ts';
import { mount } from '../../src/ui/mount.tsx';
import { Options } from '../../src/ui/views/Options.tsx';

mount(
  Options,
  'optionsTitle',
  document.querySelector<HTMLElement>('#view') ?? document.body,
  createPanelPort(),
);
